import { isBusy } from './busy';

/** How long it must be quiet, and how long that may take; both in ms. */
export interface QuietOrder {
  readonly quietMs: number;
  readonly patienceMs: number;
}

/** What is known of the person's hands at one moment; all times in ms of the same clock. */
export interface Moment {
  readonly startedAt: number;
  readonly lastInputAt: number;
  /** Something forbids it whatever the hands do: a focused field, an open dialog, a hidden page. */
  readonly busy: boolean;
}

export type Verdict = 'quiet' | 'held' | { readonly lookAgainMs: number };

const LOOK_AGAIN_MS = 250;

/** Whether this is the moment to show a chip; where it is not, when to look again. */
export function judge({ startedAt, lastInputAt, busy }: Moment, order: QuietOrder, now: number): Verdict {
  const quietLeft = order.quietMs - (now - lastInputAt);
  if (!busy && quietLeft <= 0) return 'quiet';
  const patienceLeft = order.patienceMs - (now - startedAt);
  if (patienceLeft <= 0) return 'held';
  return { lookAgainMs: Math.min(patienceLeft, Math.max(quietLeft, LOOK_AGAIN_MS)) };
}

const INPUT = ['keydown', 'keyup', 'pointerdown', 'pointerup', 'pointermove', 'wheel', 'touchmove', 'input'];

/**
 * Waits for a quiet moment. Listens passively and keeps times only: which key it was is never looked at.
 * Answers `held` when patience ran out, `gone` when `signal` ended it.
 */
export function awaitQuiet(order: QuietOrder, signal: AbortSignal): Promise<'quiet' | 'held' | 'gone'> {
  return new Promise((settle) => {
    const listening = new AbortController();
    const startedAt = performance.now();
    let lastInputAt = startedAt;
    let composing = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const finish = (outcome: 'quiet' | 'held' | 'gone'): void => {
      clearTimeout(timer);
      listening.abort();
      settle(outcome);
    };
    const look = (): void => {
      const busy = composing || isBusy(document);
      const verdict = judge({ startedAt, lastInputAt, busy }, order, performance.now());
      if (typeof verdict === 'string') finish(verdict);
      else timer = setTimeout(look, verdict.lookAgainMs);
    };
    const listen = (type: string, heard: () => void): void =>
      window.addEventListener(type, heard, { capture: true, passive: true, signal: listening.signal });

    for (const type of INPUT) listen(type, () => (lastInputAt = performance.now()));
    listen('compositionstart', () => (composing = true));
    listen('compositionend', () => (composing = false));
    signal.addEventListener('abort', () => finish('gone'), { signal: listening.signal });
    look();
  });
}
