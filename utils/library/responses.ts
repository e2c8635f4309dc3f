import { DAY_MS, HOUR_MS, isRecent } from '@/utils/kernel/clock';
import type { Response } from './shelf';

/** How long we look what came back on a post. */
export const ANSWERED_MS = 60 * DAY_MS;
export const LOOK_AGAIN_MS = DAY_MS;
/** Nobody has read it in its first hour, and the day's look would be spent on that. */
const FIRST_LOOK_MS = HOUR_MS;

export type Reply = Response['replies'][number];

/**
 * Whether it is time to look what came back on a post that arrived at `arrivedAt`: at most once a day. Moments far
 * ahead of `now` (epoch ms) are of a clock that was wrong.
 */
export function isDue(arrivedAt: number, askedAt: number | undefined, now: number): boolean {
  if (now - arrivedAt >= ANSWERED_MS) return false;
  return askedAt === undefined
    ? !isRecent(arrivedAt, FIRST_LOOK_MS, now)
    : !isRecent(askedAt, LOOK_AGAIN_MS, now);
}

/** What somebody was not told yet: how many thanks, and which replies. */
export interface News {
  readonly thanks: number;
  readonly replies: readonly Reply[];
}

export function newsOf({ thanks, replies, toldThanks, toldAt }: Response): News {
  return { thanks: Math.max(0, thanks - toldThanks), replies: replies.filter(({ at }) => at > toldAt) };
}

/** So much of it was seen: so many thanks, and replies up to a moment. What was told once is never news again. */
export function told(response: Response, seen: { readonly thanks: number; readonly at: number }): Response {
  const newest = response.replies.at(-1)?.at ?? 0;
  return {
    ...response,
    toldThanks: Math.max(response.toldThanks, Math.min(seen.thanks, response.thanks)),
    toldAt: Math.max(response.toldAt, Math.min(seen.at, newest)),
  };
}
