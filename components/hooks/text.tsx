import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Text } from '@/utils/language';
import type { Language } from '@/utils/language/languages';

export interface Words {
  readonly t: Text;
  readonly language: Language;
}

const WordsContext = createContext<Words | null>(null);

/** Gives every component below it the words of one language. */
export function TextProvider({ words, children }: { words: Words; children: ComponentChildren }) {
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

/** The words and the language of this page. A component outside a TextProvider is a bug, and throws. */
export function useText(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('useText needs a TextProvider above it');
  return words;
}
