import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/utils/kernel/clock';
import { beginCorrection } from '@/utils/outbox/correct';
import { discardEntry } from '@/utils/outbox/discard';
import { makeDue, nextDueAt } from '@/utils/outbox/due';
import { retry } from '@/utils/outbox/entries';
import { FakePlatform } from '../support/fake-platform';
import { must, World } from '../support/outbox-world';

/** A post that moderators held. */
async function aHeldPost() {
  const world = await new World('ignored').connect();
  const platform = new FakePlatform(world.clock);
  platform.holds = true;
  const deliver = () => world.deliver({ perform: platform.perform });
  const { id } = await world.send('Ter keuring');
  must(await deliver());
  const publish = (): void => {
    for (const page of platform.pages) page.isHeld = false;
  };
  /** Wakes as the alarm does, for so long. */
  const wait = async (ms: number): Promise<void> => {
    const until = world.now + ms;
    for (;;) {
      const dueAt = await nextDueAt(world.db);
      if (dueAt === null || dueAt > until) break;
      world.now = Math.max(world.now, dueAt);
      must(await deliver());
    }
    world.now = until;
  };
  return { world, platform, deliver, id, publish, wait };
}

describe('a post that a moderator holds', () => {
  test('has arrived once it stands there', async () => {
    const { world, platform, id, publish, wait } = await aHeldPost();
    expect(await world.entry(id)).toMatchObject({ state: 'held' });
    await wait(3 * HOUR_MS);
    expect(await world.db.receipts.count()).toBe(0);
    publish();
    await wait(4 * HOUR_MS);
    expect(await world.entry(id)).toMatchObject({ state: 'delivered' });
    expect(await world.db.receipts.get(id)).toMatchObject({ postId: 'p0' });
    expect(platform.ask('send')).toHaveLength(1);
  });

  test('is looked for a few times on the first day, and seldom after it', async () => {
    const { platform, wait } = await aHeldPost();
    await wait(DAY_MS);
    const first = platform.ask('find').length;
    expect(first).toBeGreaterThanOrEqual(6);
    expect(first).toBeLessThanOrEqual(10);
    await wait(DAY_MS);
    expect(platform.ask('find').length - first).toBe(4);
  });

  test('and never comes is handed back after two weeks; trying again looks first', async () => {
    const { world, platform, deliver, id, publish, wait } = await aHeldPost();
    await wait(15 * DAY_MS);
    expect(await world.entry(id)).toMatchObject({ state: 'parked', reason: 'held-long' });
    expect(platform.ask('find').length).toBeLessThan(70);
    expect(await nextDueAt(world.db)).toBeNull();
    publish();
    must(await retry(world.db, id, world.clock));
    must(await deliver());
    expect(await world.entry(id)).toMatchObject({ state: 'delivered' });
    expect(platform.ask('send')).toHaveLength(1);
  });

  test('is not hurried by anything', async () => {
    const { world, platform, deliver } = await aHeldPost();
    world.pass(MINUTE_MS);
    await makeDue(world.db, world.clock);
    must(await deliver());
    expect(platform.ask('find')).toEqual([]);
  });

  test('is looked for again after a clock was years ahead', async () => {
    const { world, platform, deliver, id, publish } = await aHeldPost();
    await world.db.entries.update(id, { dueAt: world.now + 400 * DAY_MS });
    publish();
    must(await deliver());
    expect(await world.entry(id)).toMatchObject({ state: 'delivered' });
    expect(platform.ask('find')).toHaveLength(1);
  });

  test('can be neither changed nor withdrawn, and both say so', async () => {
    const { world, id } = await aHeldPost();
    expect(await beginCorrection(world.db, id, world)).toMatchObject({ error: { code: 'entry-on-its-way' } });
    expect(await world.withdraw(id)).toMatchObject({ error: { code: 'entry-on-its-way' } });
  });

  test('and that the person forgot is not looked for', async () => {
    const { world, platform, id, wait } = await aHeldPost();
    must(await discardEntry(world.db, id, world.clock));
    await wait(DAY_MS);
    expect(platform.ask('find')).toEqual([]);
  });

  test('waits longer where nobody answers, and pauses where the sign-in has expired', async () => {
    const { world, platform, id, wait } = await aHeldPost();
    platform.lookFails = { kind: 'retry', applied: 'no', answered: false };
    await wait(DAY_MS);
    expect(await world.entry(id)).toMatchObject({ state: 'held' });
    platform.lookFails = { kind: 'auth', why: 'expired' };
    await wait(7 * HOUR_MS);
    expect(await world.db.communities.get(world.community.id)).toMatchObject({ signedOut: true });
    expect(await world.entry(id)).toMatchObject({ state: 'held' });
  });
});
