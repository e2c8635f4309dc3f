import { describe, expect, test } from 'vitest';
import { createNetwork } from '@/entrypoints/background/network';
import type { PlainRequest } from '@/utils/community/connector';
import type { Http } from '@/utils/community/http';
import { MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import { nextDueAt } from '@/utils/outbox/due';
import { must, World } from '../support/outbox-world';

const LIMIT = [{ requests: 10, perMs: 30 * SECOND_MS }];

/** A world whose community may be asked ten times in 30 s; `left` is when each request left. */
async function aLimitedWorld() {
  const world = await new World('ignored', { rateLimit: LIMIT }).connect();
  const left: { readonly at: number; readonly method: PlainRequest['method'] }[] = [];
  const http: Http = async (request) => {
    left.push({ at: world.now, method: request.method });
    return world.server.http(request);
  };
  const { perform } = createNetwork(world.db, world.clock, http);
  /** Delivers as the alarm does, until nothing is due. */
  const drain = async (): Promise<number> => {
    for (let wakes = 0; wakes < 500; wakes += 1) {
      must(await world.deliver({ perform }));
      const dueAt = await nextDueAt(world.db);
      if (dueAt === null) return wakes;
      world.now = Math.max(world.now + SECOND_MS, dueAt);
    }
    throw new Error('Never done');
  };
  return { world, left, drain, perform };
}

function mostWithin(left: readonly { readonly at: number }[], ms: number): number {
  return Math.max(
    ...left.map(({ at }) => left.filter((other) => other.at > at - ms && other.at <= at).length),
  );
}

describe('a community with a limit', () => {
  test('gets a long queue inside it, each post once, in order', async () => {
    const { world, left, drain } = await aLimitedWorld();
    for (let number = 0; number < 60; number += 1) {
      await world.send(`Bericht ${number}`);
      world.pass(1);
    }
    await drain();
    expect(world.server.posts).toHaveLength(60);
    expect(left).toHaveLength(60);
    expect(mostWithin(left, 30 * SECOND_MS)).toBeLessThanOrEqual(10);
    const titles = world.server.posts.map(({ text }) => /Bericht (\d+)/.exec(text)?.[1]);
    expect(titles).toEqual(Array.from({ length: 60 }, (_, number) => String(number)));
  });

  test('is looked through for lost answers inside it, and nothing of that delays by hours', async () => {
    const { world, left, drain } = await aLimitedWorld();
    for (let number = 0; number < 20; number += 1) await world.send(`Bericht ${number}`);
    world.server.faults.push(...Array.from({ length: 6 }, () => 'reset-after-commit' as const));
    const began = world.now;
    await drain();
    expect(world.server.posts).toHaveLength(20);
    expect(mostWithin(left, 30 * SECOND_MS)).toBeLessThanOrEqual(10);
    expect(world.now - began).toBeLessThan(30 * MINUTE_MS);
    const entries = await world.db.entries.toArray();
    expect(entries.filter(({ state }) => state !== 'delivered')).toEqual([]);
  });

  test('takes no try that did not leave for one, also not after another worker', async () => {
    const { world, perform } = await aLimitedWorld();
    for (let number = 0; number < 12; number += 1) await world.send(`Bericht ${number}`);
    must(await world.deliver({ perform }));
    world.restartWorker();
    must(await world.deliver({ perform }));
    const waiting = await world.db.entries.filter(({ state }) => state !== 'delivered').toArray();
    expect(waiting.map(({ state, attempts, firstTriedAt }) => [state, attempts, firstTriedAt])).toEqual(
      Array.from({ length: 3 }, () => ['waiting', 0, null]),
    );
    expect(world.server.writes).toHaveLength(9);
  });
});
