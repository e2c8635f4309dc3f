import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aReply, aResponse } from '@/tests/support/shared';
import { DAY_MS, HOUR_MS } from '@/utils/kernel/clock';
import { isDue, newsOf, told } from '@/utils/library/responses';

const NOW = 1_800_000_000_000;

describe('looking what came back on a post', () => {
  test.each([
    ['not in its first hour', NOW - HOUR_MS + 1, undefined, false],
    ['after its first hour', NOW - HOUR_MS, undefined, true],
    ['not again within a day', NOW - 9 * DAY_MS, NOW - DAY_MS + 1, false],
    ['again after a day', NOW - 9 * DAY_MS, NOW - DAY_MS, true],
    ['for two months', NOW - 60 * DAY_MS + 1, NOW - 2 * DAY_MS, true],
    ['not after that', NOW - 60 * DAY_MS, NOW - 2 * DAY_MS, false],
    ['not where it arrived while we looked at the clock', NOW + 100, undefined, false],
    ['where the clock was put back after it arrived', NOW + DAY_MS, undefined, true],
    ['where the clock was put back after a look', NOW - DAY_MS, NOW + DAY_MS, true],
  ] as const)('%s', (_what, arrivedAt, askedAt, due) => {
    expect(isDue(arrivedAt, askedAt, NOW)).toBe(due);
  });
});

describe('what somebody is told', () => {
  test('is what was not told before, and nothing is told twice', () => {
    const first = aResponse({ thanks: 2, replies: [aReply({ postId: 'a', at: 5 })] });
    expect(newsOf(first)).toEqual({ thanks: 2, replies: first.replies });
    const heard = told(first, { thanks: 2, at: 5 });
    expect(newsOf(heard)).toEqual({ thanks: 0, replies: [] });
    const more = { ...heard, thanks: 3, replies: [...heard.replies, aReply({ postId: 'b', at: 6 })] };
    expect(newsOf(more)).toEqual({ thanks: 1, replies: [aReply({ postId: 'b', at: 6 })] });
  });

  test('thanks that were taken back and given again are no news', () => {
    const heard = told(aResponse({ thanks: 2 }), { thanks: 2, at: 0 });
    const fewer = { ...heard, thanks: 1 };
    expect(newsOf(fewer).thanks).toBe(0);
    expect(newsOf({ ...fewer, thanks: 2 }).thanks).toBe(0);
  });

  test('each thanks and each reply at most once, however they come and whenever somebody looks', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('thanks' as const), change: fc.integer({ min: -2, max: 3 }) }),
      fc.record({ kind: fc.constant('reply' as const), change: fc.constant(0) }),
      fc.record({ kind: fc.constant('look' as const), change: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let response = aResponse();
        let most = 0;
        let thanksTold = 0;
        const repliesTold: string[] = [];
        for (const [at, { kind, change }] of steps.entries()) {
          if (kind === 'thanks') response = { ...response, thanks: Math.max(0, response.thanks + change) };
          if (kind === 'reply')
            response = {
              ...response,
              replies: [...response.replies, aReply({ postId: `${at}`, at: at + 1 })],
            };
          most = Math.max(most, response.thanks);
          if (kind !== 'look') continue;
          const news = newsOf(response);
          thanksTold += news.thanks;
          repliesTold.push(...news.replies.map(({ postId }) => postId));
          response = told(response, { thanks: response.thanks, at: response.replies.at(-1)?.at ?? 0 });
          expect(newsOf(response)).toEqual({ thanks: 0, replies: [] });
        }
        expect(thanksTold).toBeLessThanOrEqual(most);
        expect(new Set(repliesTold).size).toBe(repliesTold.length);
      }),
    );
  });
});
