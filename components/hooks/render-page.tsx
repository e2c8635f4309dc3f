import { type ComponentType, render } from 'preact';
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { Announcer } from '@/components/ui/Announcer';
import type { Text } from '@/utils/language';
import { loadWords } from './load-words';
import { TextProvider, type Words } from './text';
import { useChanges } from './use-changes';

interface PageProps {
  App: ComponentType;
  first: Words;
  title: (t: Text) => string;
}

/**
 * Draws an extension page once its words are there, in the chosen language, and follows when that changes. `loading`: words
 * that were asked for before, beside something else that the page needs.
 */
export async function renderPage(
  App: ComponentType,
  root: Element,
  title: (t: Text) => string,
  loading: Promise<Words> = loadWords(),
): Promise<void> {
  const first = await loading;
  render(<Page App={App} first={first} title={title} />, root);
}

function Page({ App, first, title }: PageProps) {
  const [words, setWords] = useState(first);
  const follow = useCallback(async () => {
    const next = await loadWords();
    // The same language keeps its words: a new translator would draw everything again for nothing.
    setWords((now) => (now.language === next.language ? now : next));
  }, []);
  useChanges(useCallback(() => void follow(), [follow]));
  // Before anything of it is read out: a moment later a screen reader would have begun in another language.
  useLayoutEffect(() => {
    document.documentElement.lang = words.language;
    document.title = title(words.t);
  }, [words, title]);
  return (
    <TextProvider words={words}>
      <Announcer>
        <App />
      </Announcer>
    </TextProvider>
  );
}
