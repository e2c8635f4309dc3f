import { afterEach, describe, expect, test, vi } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import type { Fault } from '../outbox/model/server';
import { Simulation } from '../support/simulation';

const YEAR_MS = 365 * DAY_MS;

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const busy = (retryAfter?: string): Fault => ({
  kind: 'status',
  status: 429,
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

describe('a server that asks us to wait', () => {
  test.each([
    ['in seconds', '600', 600],
    ['until a date', new Date(Date.UTC(2026, 10, 24, 9, 10)).toUTCString(), 585],
    ['with garbage', 'straks', 29],
    ['for less than nothing', '-600', 29],
    ['for ten years: a day', '315360000', 86_400],
    ['without saying how long', undefined, 29],
  ])(
    '%s gets not one request before, and everything once that is over',
    async (_how, retryAfter, waitsS) => {
      const simulation = new Simulation('keeps keys');
      await simulation.write(1);
      simulation.world.server.faults.push(busy(retryAfter));
      await simulation.sync.now();
      await simulation.settle();
      await simulation.pass((waitsS + 60) * SECOND_MS);
      const [first = 0, second = 0, ...more] = simulation.requestsAt;
      expect(more).toEqual([]);
      expect(second - first).toBeGreaterThanOrEqual(waitsS * SECOND_MS);
      expect(simulation.world.server.posts).toHaveLength(1);
    },
    60_000,
  );
});

describe('a server that is down for a day', () => {
  test.each([
    ['the clock goes on', 0],
    ['our clock jumps a year ahead', YEAR_MS],
    ['our clock jumps a year back', -YEAR_MS],
  ])(
    '%s: one request per step, and all of it within a minute of "online"',
    async (_what, jump) => {
      const simulation = new Simulation('ignores keys');
      const { world, requestsAt, sync } = simulation;
      await simulation.write(6);
      world.server.isDown = true;
      await sync.now();
      await simulation.settle();
      const together = requestsAt.length;
      expect(together).toBeLessThanOrEqual(4);
      await simulation.pass(HOUR_MS);
      simulation.jump(jump);
      await simulation.pass(3 * HOUR_MS);
      const gaps = requestsAt.slice(together).map((at, n) => at - (requestsAt[together + n - 1] ?? 0));
      expect(
        gaps.filter((gap) => gap < 25 * SECOND_MS).length,
        'the jump alone may hurry one',
      ).toBeLessThanOrEqual(1);
      expect(requestsAt.length, 'no hot loop').toBeLessThan(together + 4 * 6 + 12);
      world.server.isDown = false;
      await simulation.online();
      await simulation.settle();
      await simulation.pass(MINUTE_MS + 10 * SECOND_MS);
      expect(world.server.posts).toHaveLength(6);
    },
    60_000,
  );

  test.each([YEAR_MS, -YEAR_MS])(
    'our clock jumps by %i ms and nobody says "online": the next start of a worker is enough',
    async (jump) => {
      const simulation = new Simulation('ignores keys');
      const { world } = simulation;
      await simulation.write(3);
      world.server.isDown = true;
      await simulation.sync.now();
      await simulation.pass(10 * MINUTE_MS);
      simulation.jump(jump);
      world.server.isDown = false;
      await simulation.startWorker().now();
      await simulation.settle();
      await simulation.pass(2 * MINUTE_MS);
      expect(world.server.posts).toHaveLength(3);
    },
    60_000,
  );
});
