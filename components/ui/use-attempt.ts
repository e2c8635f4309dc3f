import { useState } from 'preact/hooks';
import { useAnnounce } from './Announcer';
import type { Attempt, Trouble } from './trouble';

export type AttemptState =
  | { readonly kind: 'idle' | 'busy' | 'done' }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

/** Runs an attempt and keeps how it stands. `done` is said aloud when it went well. */
export function useAttempt(attempt: Attempt, done?: string): readonly [AttemptState, () => void] {
  const [state, setState] = useState<AttemptState>({ kind: 'idle' });
  const announce = useAnnounce();
  const run = (): void => {
    const under = attempt(); // before anything else: a permission may only be asked for in the click
    setState({ kind: 'busy' });
    void under.then((trouble) => {
      setState(trouble === null ? { kind: 'done' } : { kind: 'failed', trouble });
      if (trouble === null && done !== undefined) announce(done);
    });
  };
  return [state, run];
}
