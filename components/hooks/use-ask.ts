import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '@/utils/messaging/ask';
import type { MessageName, Problem, Replies, RequestOf } from '@/utils/messaging/contract';
import { useChanges } from './use-changes';

/** The newest answer, which stays when a later question fails: what is on the screen must not vanish. */
export interface Asked<Value> {
  readonly value: Value | null;
  readonly problem: Problem | null;
  /** Asks again, now. */
  readonly again: () => void;
}

/**
 * Asks the background and keeps the answer fresh: again when something changed there, when the page comes into view
 * and when the request is another. A null request waits.
 */
export function useAsk<Name extends MessageName>(
  name: Name,
  request: RequestOf<Name> | null,
): Asked<Replies[Name]> {
  const [value, setValue] = useState<Replies[Name] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const latest = useRef(0);
  const written = JSON.stringify(request);

  const again = useCallback(async (): Promise<void> => {
    const parsed = JSON.parse(written) as RequestOf<Name> | null;
    if (parsed === null) return;
    const turn = ++latest.current;
    const answer = await ask(name, parsed);
    if (turn !== latest.current) return; // a later question is under way: its answer is the truth
    if (answer.ok) setValue(answer.value);
    setProblem(answer.ok ? null : answer.error);
  }, [name, written]);

  const askAgain = useCallback(() => void again(), [again]);
  useEffect(askAgain, [askAgain]);
  useChanges(askAgain);
  return { value, problem, again: askAgain };
}
