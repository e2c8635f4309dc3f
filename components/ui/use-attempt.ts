import { useState } from 'preact/hooks';
import { useAnnounce } from './Announcer';
import type { Trouble } from './trouble';

export type AttemptState =
  | { readonly kind: 'idle' | 'busy' | 'done' }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

/** Runs an attempt and keeps how it stands. `done` is said aloud when it went well. */
export function useAttempt<Given extends readonly unknown[]>(
  attempt: (...given: Given) => Promise<Trouble | null>,
  done?: string,
): readonly [AttemptState, (...given: Given) => void] {
  const [state, setState] = useState<AttemptState>({ kind: 'idle' });
  const announce = useAnnounce();
  const run = (...given: Given): void => {
    const underWay = attempt(...given); // before anything else: a permission may only be asked for in the click
    setState({ kind: 'busy' });
    void settleInto(underWay).then((trouble) => {
      setState(trouble === null ? { kind: 'done' } : { kind: 'failed', trouble });
      if (trouble === null && done !== undefined) announce(done);
    });
  };
  return [state, run];
}

/** A bug is told to the browser's console and to the person: a button must not turn for ever. */
async function settleInto(underWay: Promise<Trouble | null>): Promise<Trouble | null> {
  try {
    return await underWay;
  } catch (bug) {
    reportError(bug);
    return { code: 'unexpected' };
  }
}
