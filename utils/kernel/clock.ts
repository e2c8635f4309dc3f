export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Epoch milliseconds. A port, so that rules can be tested at any hour. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

/** So far ahead a moment is only newer than the clock that was read: it came while somebody waited for the disk. */
const MEANWHILE_MS = MINUTE_MS;

/**
 * Whether `at` lies less than `lastsMs` before `now` (all ms, epoch). A moment far ahead was noted by a clock that was
 * wrong, and is never recent.
 */
export function isRecent(at: number, lastsMs: number, now: number): boolean {
  return at - now <= MEANWHILE_MS && now - at < lastsMs;
}
