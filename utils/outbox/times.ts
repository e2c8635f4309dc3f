import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';

/** How many entries one claim takes, and how many of them are under way at a time. */
export const CLAIM_SIZE = 25;
export const SENDING_AT_ONCE = 4;

/** How far before the first try we look for a post: clocks differ. */
export const LOOK_BACK_MS = 5 * MINUTE_MS;

/** Longest rest that a Send can have; a later `restsUntil` is a clock that jumped. */
export const LONGEST_REST_MS = MINUTE_MS;

const SOONEST_LOOK_MS = 15 * MINUTE_MS;
const LATEST_LOOK_MS = 6 * HOUR_MS;
/** After so long with a moderator the person is told to ask. */
export const HELD_LONG_MS = 14 * DAY_MS;

/** How long until we look again whether a moderator let a post through that waited so long: about as long again. */
export function untilLook(waitedMs: number): number {
  return Math.min(LATEST_LOOK_MS, Math.max(SOONEST_LOOK_MS, waitedMs));
}

/** Times that a test build shortens. */
export interface Times {
  /** A claim or a request of a worker that died is given up after this long; longer than any request takes. */
  readonly leaseMs: number;
  /** How long after a lost answer the community may still be storing the post, where it keeps no keys. */
  readonly settleMs: number;
}

export const TIMES: Times = { leaseMs: 45 * SECOND_MS, settleMs: 60 * SECOND_MS };
