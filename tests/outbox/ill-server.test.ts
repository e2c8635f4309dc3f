import { describe, expect, test } from 'vitest';
import { keepCommunity } from '@/utils/community/store';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import { makeDue, nextDueAt } from '@/utils/outbox/due';
import { TOKEN } from '../support/fake-community';
import { aCommunity, untilIdle, World } from '../support/outbox-world';

const DATE_IN_TWO_MINUTES = 'Tue, 24 Nov 2026 09:02:00 GMT';

describe('a server that asks us to wait', () => {
  test.each([
    ['seconds', '120', 2 * MINUTE_MS],
    ['a date', DATE_IN_TWO_MINUTES, 2 * MINUTE_MS],
    ['ten years', '315360000', DAY_MS],
    ['garbage', 'later', 30 * SECOND_MS],
    ['nothing at all', undefined, 30 * SECOND_MS],
  ])('429 with %s is obeyed, also by a click', async (_what, retryAfter, waits) => {
    const world = await new World().connect();
    world.server.faults.push({
      status: 429,
      headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
    });
    const { id } = await world.send('Druk');
    await world.deliver();
    expect(await world.entry(id)).toMatchObject({ state: 'waiting', firstTriedAt: null });
    const due = (await nextDueAt(world.db)) ?? 0;
    expect(due - world.now).toBeGreaterThan(waits * 0.99);
    expect(due - world.now).toBeLessThanOrEqual(waits);
    if (waits > 30 * SECOND_MS) {
      await makeDue(world.db, world.clock);
      await world.send('Een klik');
      await world.deliver();
      expect(world.server.writes).toHaveLength(1);
    }
    world.pass(waits);
    await world.deliver();
    expect((await world.entry(id)).state).toBe('delivered');
  });
});

describe('a server that is down', () => {
  test('is asked with one request per step, less and less often, and gets everything within a minute of its return', async () => {
    const world = await new World().connect();
    for (let count = 0; count < 40; count += 1) await world.send(`Bericht ${count}`);
    world.server.always = 'no-connection';
    await world.deliver();
    expect(world.server.writes).toHaveLength(4);
    for (let step = 1; step <= 20; step += 1) {
      world.now = (await nextDueAt(world.db)) ?? 0;
      await world.deliver();
      await world.deliver();
      expect(world.server.writes).toHaveLength(4 + step);
    }
    expect(((await nextDueAt(world.db)) ?? 0) - world.now).toBeGreaterThan(9 * MINUTE_MS);
    world.server.always = null;
    await makeDue(world.db, world.clock); // the browser says "online"
    await world.deliver();
    world.pass(MINUTE_MS);
    await world.deliver();
    expect(world.server.posts).toHaveLength(40);
    expect(await nextDueAt(world.db)).toBeNull();
  });

  test('its clock or ours jumps a year: no hot loop, and a start of the browser gets all of it away', async () => {
    for (const jump of [365 * DAY_MS, -365 * DAY_MS]) {
      const world = await new World().connect();
      world.server.faults.push({ status: 500 });
      for (let count = 0; count < 8; count += 1)
        await world.send(`Bericht ${count}`, { restsUntil: world.now + 5_000 });
      world.pass(5_000);
      await world.deliver();
      world.pass(jump);
      await world.deliver();
      await makeDue(world.db, world.clock);
      await world.deliver();
      await makeDue(world.db, world.clock);
      await world.deliver();
      expect(world.server.posts).toHaveLength(8);
      expect(world.server.writes.length).toBeLessThanOrEqual(10);
    }
  });

  test('one post that always fails delays none of the others', async () => {
    const world = await new World().connect();
    const http = world.server.http;
    const poison = await world.send('Vergif');
    Object.assign(world.server, {
      http: async (request: Parameters<typeof http>[0]) => {
        if (request.body?.includes('Vergif')) world.server.faults.push({ status: 500 });
        return http(request);
      },
    });
    await world.deliver();
    for (let round = 0; round < 20; round += 1) {
      const { id } = await world.send(`Goed ${round}`);
      await world.deliver();
      expect((await world.entry(id)).state).toBe('delivered');
      world.pass(SECOND_MS);
    }
    const tries = world.server.writes.filter(({ body }) => body?.includes('Vergif')).length;
    expect((await world.entry(poison.id)).state).toBe('uncertain');
    expect(tries, 'it is tried again now and then, not after each success').toBeLessThanOrEqual(3);
  });

  test('another community does not wait for it', async () => {
    const world = await new World().connect();
    const other = aCommunity({ origin: 'https://other.example' });
    await keepCommunity(world.db, other, TOKEN);
    const http = world.server.http;
    Object.assign(world.server, {
      http: (request: Parameters<typeof http>[0]) =>
        request.url.startsWith(other.origin) ? http(request) : new Promise<never>(() => {}),
    });
    const stuck = await world.send('Hangt');
    const free = await world.send('Vrij', { communityId: other.id });
    void world.deliver();
    await untilIdle(async () => (await world.entry(free.id)).state === 'delivered');
    expect((await world.entry(stuck.id)).state).toBe('sending');
  });
});

test('a row that no version of ours wrote goes aside, and the others go on', async () => {
  const world = await new World().connect();
  const good = await world.send('Goed');
  await world.db.entries.put({ ...good, id: 'broken', createdAt: 'gisteren' } as never);
  await world.deliver();
  expect((await world.entry(good.id)).state).toBe('delivered');
  expect(await world.db.entries.get('broken')).toBeUndefined();
  expect(await world.db.quarantine.toArray()).toMatchObject([
    { table: 'entries', row: { id: 'broken', createdAt: 'gisteren' }, seen: 0 },
  ]);
});
