import { useCallback, useEffect, useState } from 'preact/hooks';
import { useChanges } from '@/components/hooks/use-changes';
import { ask } from '@/utils/messaging/ask';
import type { DraftView } from '@/utils/messaging/views';
import { Writing, type WritingState } from './writing';

/** Our own saves are announced to us as well: one look afterwards is enough. */
const REFRESH_AFTER_MS = 1_000;

function after(ms: number, action: () => void): () => void {
  const timer = setTimeout(action, ms);
  return () => clearTimeout(timer);
}

/** One draft on this screen, saved as it is typed and at the latest when the page goes, loses the focus or is hidden. */
export function useWriting(view: DraftView): readonly [WritingState, Writing] {
  const [writing] = useState(() => new Writing(view, { ask, now: () => performance.now(), after }));
  const [state, setState] = useState(writing.read);

  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    const follow = (): void => setState(writing.read());
    const stopFollowing = writing.subscribe(follow);
    follow(); // it may have moved on between the first drawing and now
    window.addEventListener('pagehide', writing.leave, { signal });
    window.addEventListener('blur', writing.leave, { signal });
    document.addEventListener('visibilitychange', writing.leave, { signal });
    return () => {
      stopFollowing();
      life.abort();
      writing.leave();
    };
  }, [writing]);

  const [changes, setChanges] = useState(0);
  useChanges(useCallback(() => setChanges((count) => count + 1), []));
  useEffect(() => {
    if (changes === 0) return;
    return after(REFRESH_AFTER_MS, () => void writing.refresh());
  }, [changes, writing]);

  return [state, writing];
}
