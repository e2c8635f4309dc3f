import { describe, expect, test } from 'vitest';
import { SECOND_MS } from '@/utils/kernel/clock';
import { makeChanges } from '@/utils/outbox/changes';
import { claim, markSending, release } from '@/utils/outbox/claim';
import { makeDue, nextDueAt } from '@/utils/outbox/due';
import { takeBack } from '@/utils/outbox/entries';
import type { Entry } from '@/utils/outbox/entry';
import { TIMES } from '@/utils/outbox/times';
import { aQueue, START, type World } from '../support/outbox-world';

async function markAll(world: World, claimed: readonly Entry[]): Promise<Entry[]> {
  const changes = claimed.map((entry) => markSending(entry, world.now, TIMES));
  return (await makeChanges(world.db, changes)).filter((entry) => entry !== null);
}

const claimOf = (world: World) => claim(world.db, world.community.id, world.now, TIMES);

describe('a claim', () => {
  test('takes 25 at most, oldest first, and nobody else gets them until it runs out', async () => {
    const world = await aQueue(30);
    const first = await claimOf(world);
    expect(first.map(({ entry }) => entry.practice.title)).toEqual(
      Array.from({ length: 25 }, (_, number) => `Bericht ${number}`),
    );
    expect(first.every(({ entry }) => entry.state === 'waiting')).toBe(true);
    expect(await claimOf(world)).toHaveLength(5);
    expect(await claimOf(world)).toHaveLength(0);
    world.pass(TIMES.leaseMs);
    expect(await claimOf(world)).toHaveLength(25);
  });

  test('given back, each has its place again', async () => {
    const world = await aQueue(3);
    await release(world.db, await claimOf(world));
    const entries = await world.db.entries.toCollection().sortBy('createdAt');
    expect(entries.map(({ dueAt, leasedUntil }) => [dueAt, leasedUntil])).toEqual(
      [0, 1, 2].map((number) => [START + number, 0]),
    );
  });

  test('holds while somebody hurries', async () => {
    const world = await aQueue(1);
    await claimOf(world);
    await makeDue(world.db, world.clock);
    expect(await claimOf(world)).toHaveLength(0);
  });

  test('that ran out and was taken by another worker sends nothing', async () => {
    const world = await aQueue(2);
    const slow = await claimOf(world);
    world.pass(TIMES.leaseMs);
    const quick = await claimOf(world);
    const mark = (claimed: typeof slow) =>
      markAll(
        world,
        claimed.map(({ entry }) => entry),
      );
    expect(await mark(slow)).toHaveLength(0);
    expect(await mark(quick)).toHaveLength(2);
    expect(await mark(quick), 'once only').toHaveLength(0);
  });

  test('does not keep the person from taking the text back before it leaves', async () => {
    const world = await aQueue(1);
    const claimed = (await claimOf(world)).map(({ entry }) => entry);
    expect((await takeBack(world.db, claimed[0]?.id ?? '', world)).ok).toBe(true);
    expect(await markAll(world, claimed)).toHaveLength(0);
    expect(await world.db.entries.count()).toBe(0);
  });
});

test('after a failed step the posts that were not tried are as they were', async () => {
  const world = await aQueue(12);
  world.server.always = { status: 500 };
  await world.deliver();
  const untried = await world.db.entries
    .filter(({ createdAt }) => createdAt >= START + 4)
    .sortBy('createdAt');
  expect(untried.map(({ dueAt }) => dueAt)).toEqual(untried.map(({ createdAt }) => createdAt));
  expect(untried.every(({ state, leasedUntil }) => state === 'waiting' && leasedUntil === 0)).toBe(true);
});

describe('the next moment', () => {
  test('is none where nothing waits', async () => expect(await nextDueAt((await aQueue(0)).db)).toBeNull());

  test('is now for what is due, and the end of the pause where the community is left alone', async () => {
    const world = await aQueue(1);
    expect(await nextDueAt(world.db)).toBe(START);
    const communityId = world.community.id;
    await world.db.paces.put({ communityId, failures: 1, asked: 0, until: START + 9 * SECOND_MS });
    expect(await nextDueAt(world.db)).toBe(START + 9 * SECOND_MS);
  });

  test('is the end of the lease for what a dead worker may have sent', async () => {
    const world = await aQueue(1);
    await world.db.entries.toCollection().modify({ state: 'sending', dueAt: START + TIMES.leaseMs });
    expect(await nextDueAt(world.db)).toBe(START + TIMES.leaseMs);
  });
});
