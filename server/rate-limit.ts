import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { systemClock } from '@/utils/kernel/clock';
import { tokenOf } from './auth/access';
import { callerOf } from './auth/caller';
import type { Ports } from './ports';
import { Refusal } from './problem';

export const DEFAULT_RATE_LIMIT = 300;
const WINDOW_S = 5 * 60;
const MOST_REMOVALS = 30;
const REMOVALS_WINDOW_S = 30 * 60;
const REMOVAL = /^(DELETE \/api\/v1\/statuses\/[^/]+|POST \/api\/v1\/statuses\/[^/]+\/unreblog)$/;

/** Counts a request for whoever asks; throws a Refusal (429) where they asked too often. */
export type RateLimit = (context: Context, ports: Ports) => Promise<void>;

/**
 * Mastodon's limits: so many requests in five minutes per member, and per address where there is no member; and thirty
 * deletions in half an hour. Counted by each server for itself. `most` 0: none.
 */
export function createRateLimit(most: number): RateLimit {
  if (most === 0) return () => Promise.resolve();
  const requests = new RateLimiterMemory({ points: most, duration: WINDOW_S });
  const removals = new RateLimiterMemory({ points: MOST_REMOVALS, duration: REMOVALS_WINDOW_S });
  return async (context, ports) => {
    const who = await whoAsks(context, ports);
    await count(context, requests, who);
    if (REMOVAL.test(`${context.req.method} ${context.req.path}`)) await count(context, removals, who);
  };
}

/** A token that stands for nobody counts for its address: else every guess would begin a count of its own. */
async function whoAsks(context: Context, ports: Ports): Promise<string> {
  try {
    const token = await tokenOf(context, ports);
    if (token !== null) return `token ${token.account_id ?? token.client_id}`;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error; // the route itself says that the token is none
  }
  return `address ${callerOf(context, ports.origin)}`;
}

async function count(context: Context, limiter: RateLimiterMemory, who: string): Promise<void> {
  const { remainingPoints, msBeforeNext, consumedPoints } = await consume(limiter, who);
  context.header('X-RateLimit-Limit', String(limiter.points));
  context.header('X-RateLimit-Remaining', String(remainingPoints));
  context.header('X-RateLimit-Reset', microseconds(systemClock() + msBeforeNext));
  if (consumedPoints <= limiter.points) return;
  context.header('Retry-After', String(Math.ceil(msBeforeNext / 1000)));
  throw new Refusal(429, 'Too many requests');
}

async function consume(limiter: RateLimiterMemory, who: string): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(who);
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return refused;
    throw refused;
  }
}

/** ISO 8601 with six decimals, as Mastodon writes this one time. */
function microseconds(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000Z');
}
