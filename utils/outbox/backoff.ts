import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import type { Random } from '@/utils/kernel/random';
import type { Pace } from './tables';

export const FIRST_DELAY_MS = 30 * SECOND_MS;
export const LONGEST_UNANSWERED_MS = 10 * MINUTE_MS;
export const LONGEST_ANSWERED_MS = 6 * HOUR_MS;
/** A Retry-After of ten years is a mistake; after a day we look again. */
export const LONGEST_ASKED_MS = DAY_MS;
const SHORTEST_MS = SECOND_MS;

/**
 * Milliseconds until the next try after `failures` in a row. Full jitter (AWS, "Exponential Backoff and Jitter") from
 * 30 s; at most 10 min while nothing answers, since that is how we notice its return, and 6 h when it answers errors.
 */
export function backoff(failures: number, answered: boolean, random: Random): number {
  const longest = answered ? LONGEST_ANSWERED_MS : LONGEST_UNANSWERED_MS;
  const ceiling = Math.min(longest, FIRST_DELAY_MS * 2 ** Math.min(failures - 1, 30));
  return Math.max(SHORTEST_MS, Math.floor(random() * ceiling));
}

/** What a community did with a group of requests, as far as it matters for when we come back. */
export interface Step {
  /** Something was answered for good: taken, or refused. */
  readonly wentWell: boolean;
  readonly failures: readonly {
    readonly applied: 'no' | 'unknown';
    readonly answered: boolean;
    readonly afterMs?: number;
  }[];
  /** What we may ask is used up for this long. */
  readonly restMs?: number;
}

/**
 * The pace after a step; null when all is well. One entry that fails among others that go well is that entry's own
 * matter, unless the community said "not now" (429, Retry-After).
 */
export function paceAfter(
  communityId: string,
  before: Pace | undefined,
  { wentWell, failures, restMs }: Step,
  now: number,
  random: Random,
): Pace | null {
  const waits = [restMs, ...failures.map(({ afterMs }) => afterMs)].flatMap((ms) =>
    ms === undefined ? [] : [Math.min(ms, LONGEST_ASKED_MS)],
  );
  const askedToWait =
    waits.length > 0 || failures.some(({ applied, answered }) => applied === 'no' && answered);
  const asked = waits.length === 0 ? 0 : now + Math.max(...waits);
  if (failures.length === 0 && restMs !== undefined) {
    const count = wentWell ? 0 : (before?.failures ?? 0);
    return { communityId, failures: count, asked, until: asked };
  }
  if (failures.length === 0 && !wentWell) return before ?? null; // nothing was asked after all
  if (failures.length === 0 || (wentWell && !askedToWait)) return null;
  const count = wentWell ? 1 : (before?.failures ?? 0) + 1;
  const answered = failures.some((failure) => failure.answered);
  return {
    communityId,
    failures: count,
    asked,
    until: Math.max(asked, now + backoff(count, answered, random)),
  };
}
