import { DAY_MS, HOUR_MS, isRecent, MINUTE_MS } from '@/utils/kernel/clock';
import type { Response } from './shelf';

/** How long we look what came back on a post. */
export const ANSWERED_MS = 60 * DAY_MS;
const LOOK_AGAIN_MS = DAY_MS;
/** One list tells of all posts: so long those whose day is over wait for others, to be asked about together. */
const WAITS_MS = DAY_MS / 2;
const READ_AGAIN_MS = 7 * DAY_MS;
const SOON_MS = 10 * MINUTE_MS;
/** To one post; of more the newest. */
export const MOST_REPLIES = 100;
/** Nobody has read it in its first hour, and the day's look would be spent on that. */
const FIRST_LOOK_MS = HOUR_MS;

/** Of the replies that are kept, and of as many that went. */
const MOST_TOLD = 2 * MOST_REPLIES;

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

/** Of one community: when a post arrived, and when we looked last; epoch ms. */
export interface Looked {
  readonly arrivedAt: number;
  readonly askedAt: number | undefined;
}

/**
 * Whether to ask a community now, where some of its posts are due: at once for a first look, else when all are due or one
 * has waited long. Without this, posts of different hours would each have a request of their own every day.
 */
export function isWorthAsking(posts: readonly Looked[], now: number): boolean {
  const due = posts.filter(({ arrivedAt, askedAt }) => isDue(arrivedAt, askedAt, now));
  const waitsNoMore = ({ askedAt }: Looked): boolean =>
    askedAt === undefined || !isRecent(askedAt, LOOK_AGAIN_MS + WAITS_MS, now);
  return due.length > 0 && (due.length === posts.length || due.some(waitsNoMore));
}

/**
 * Whether the texts of replies are to be read, of which the community counts so many: where that is another number, and
 * after a week, so that what somebody deleted or changed there does not stay here.
 */
export function needsReading(
  { replyCount, replies, readAt = 0 }: Response,
  counted: number,
  now: number,
): boolean {
  return replyCount !== counted || (replies.length > 0 && !isRecent(readAt, READ_AGAIN_MS, now));
}

/** As when a post was looked at last, so that its next look comes soon: nothing was asked. */
export function soonAgain(now: number): number {
  return now - LOOK_AGAIN_MS - WAITS_MS + SOON_MS;
}

/** What somebody was not told yet: how many thanks, and which replies. */
export interface News {
  readonly thanks: number;
  readonly replies: readonly Reply[];
}

export function newsOf(response: Response): News {
  const { thanks, replies, toldThanks } = response;
  return {
    thanks: Math.max(0, thanks - toldThanks),
    replies: replies.filter((reply) => !wasTold(response, reply)),
  };
}

/** By its id: a reply can come later than one that was written after it, and a clock elsewhere can be wrong. */
function wasTold({ told: ids, toldAt }: Response, { postId, at }: Reply): boolean {
  return ids === undefined ? at <= toldAt : ids.includes(postId);
}

/** So much of it was seen: so many thanks, and replies up to a moment. What was told once is never news again. */
export function told(response: Response, seen: { readonly thanks: number; readonly at: number }): Response {
  const { replies, thanks, toldThanks, toldAt } = response;
  const newest = replies.at(-1)?.at ?? 0;
  const heard = replies.filter((reply) => reply.at <= seen.at || wasTold(response, reply));
  const ids = new Set([...(response.told ?? []), ...heard.map(({ postId }) => postId)]);
  return {
    ...response,
    toldThanks: Math.max(toldThanks, Math.min(seen.thanks, thanks)),
    toldAt: Math.max(toldAt, Math.min(seen.at, newest)),
    told: [...ids].slice(-MOST_TOLD),
  };
}
