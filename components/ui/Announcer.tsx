import { type ComponentChildren, createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { VisuallyHidden } from './VisuallyHidden';

const AnnounceContext = createContext<(sentence: string) => void>(() => undefined);

/** One live region for the page: what was said in a row that then vanished would never be heard. */
export function Announcer({ children }: { children: ComponentChildren }) {
  const [said, setSaid] = useState({ sentence: '', turn: 0 });
  const [announce] = useState(
    () => (sentence: string) => setSaid(({ turn }) => ({ sentence, turn: turn + 1 })),
  );
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <VisuallyHidden>
        <span role="status">
          <span key={said.turn}>{said.sentence}</span>
        </span>
      </VisuallyHidden>
    </AnnounceContext.Provider>
  );
}

/** Says a sentence to people who listen, when there is a pause. */
export function useAnnounce(): (sentence: string) => void {
  return useContext(AnnounceContext);
}
