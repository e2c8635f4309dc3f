import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aReply, aResponse } from '@/tests/support/shared';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/utils/kernel/clock';
import { isDue, isWorthAsking, needsReading, newsOf, soonAgain, told } from '@/utils/library/responses';

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

describe('asking a community', () => {
  const looked = (hoursAgo: number) => ({
    arrivedAt: NOW - 9 * DAY_MS,
    askedAt: NOW - hoursAgo * HOUR_MS,
  });
  const written = (hoursAgo: number) => ({ arrivedAt: NOW - hoursAgo * HOUR_MS, askedAt: undefined });

  test.each([
    ['not about no post', [], false],
    ['not where none is due', [looked(1), looked(23)], false],
    ['once all are due', [looked(24), looked(30)], true],
    ['not where one is due and another is not', [looked(24), looked(23)], false],
    ['where one has waited half a day for the others', [looked(36), looked(1)], true],
    ['not sooner', [looked(35.9), looked(1)], false],
    ['at once for a first look', [looked(1), written(1)], true],
    ['not before that, for which the others wait', [looked(24), written(0.5)], false],
    [
      'about all but those of which the time is over',
      [{ ...looked(24), arrivedAt: NOW - 61 * DAY_MS }],
      false,
    ],
  ])('%s', (_what, posts, worth) => {
    expect(isWorthAsking(posts, NOW)).toBe(worth);
  });

  test('comes ten minutes later where nothing could be asked, whatever else is due', () => {
    const again = { ...looked(0), askedAt: soonAgain(NOW) };
    const later = (minutes: number) => isWorthAsking([again, looked(0)], NOW + minutes * MINUTE_MS);
    expect([later(9), later(10)]).toEqual([false, true]);
  });
});

describe('reading what was replied', () => {
  const read = (daysAgo: number) =>
    aResponse({ replyCount: 1, replies: [aReply()], readAt: NOW - daysAgo * DAY_MS });

  test.each([
    ['where more were counted', read(0), 2, true],
    ['where fewer were counted', read(0), 0, true],
    ['not where as many were counted', read(6.9), 1, false],
    ['again after a week, in which somebody may have changed it', read(7), 1, true],
    [
      'again where rows do not know when it was read',
      aResponse({ replyCount: 1, replies: [aReply()] }),
      1,
      true,
    ],
    ['not where only oneself replied', aResponse({ replyCount: 1 }), 1, false],
    ['not where nobody did', aResponse(), 0, false],
  ])('%s', (_what, response, counted, needed) => {
    expect(needsReading(response, counted, NOW)).toBe(needed);
  });
});

describe('what somebody is told', () => {
  test('holds a reply that came later than one that was written after it', () => {
    const heard = told(aResponse({ replies: [aReply({ postId: 'b', at: 6 })] }), { thanks: 0, at: 6 });
    const late = aReply({ postId: 'a', at: 5 });
    expect(newsOf({ ...heard, replies: [late, ...heard.replies] }).replies).toEqual([late]);
  });

  test('holds what is written after a reply from a clock that runs ahead', () => {
    const ahead = aReply({ postId: 'ahead', at: NOW + 365 * DAY_MS });
    const heard = told(aResponse({ replies: [ahead] }), { thanks: 0, at: ahead.at });
    const next = aReply({ postId: 'next', at: NOW });
    expect(newsOf({ ...heard, replies: [next, ahead] }).replies).toEqual([next]);
  });

  test('is not a reply that was away for a while', () => {
    const reply = aReply({ postId: 'a', at: 5 });
    const heard = told(aResponse({ replies: [reply] }), { thanks: 0, at: 5 });
    const without = told({ ...heard, replies: [] }, { thanks: 0, at: 0 });
    expect(newsOf({ ...without, replies: [reply] }).replies).toEqual([]);
  });

  test('goes by the moment where rows know no more', () => {
    const [old, fresh] = [aReply({ postId: 'old', at: 5 }), aReply({ postId: 'new', at: 6 })];
    const row = aResponse({ replies: [old, fresh], toldAt: 5 });
    expect(newsOf(row).replies).toEqual([fresh]);
    expect(told(row, { thanks: 0, at: 6 }).told).toEqual(['old', 'new']);
  });

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
