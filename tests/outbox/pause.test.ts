import { expect, test } from 'vitest';
import { keepCommunity } from '@/utils/community/store';
import { claim } from '@/utils/outbox/claim';
import { nextDueAt } from '@/utils/outbox/due';
import { setPaused } from '@/utils/outbox/pause';
import { TIMES } from '@/utils/outbox/times';
import { ORIGIN, TOKEN } from '../support/fake-community';
import { aCommunity, aQueue, must, World } from '../support/outbox-world';

const other = aCommunity({ accountId: '2', accountName: 'Bob', accountHandle: 'bob' });

const pause = async ({ db, clock, community }: World, paused = true) =>
  must(await setPaused(db, community.id, paused, clock));

test('what is meant for a paused community waits, and needs no alarm; others go on', async () => {
  const world = await new World().connect();
  await keepCommunity(world.db, other, TOKEN);
  await pause(world);
  const { id } = await world.send('Wacht');
  await world.send('Vertrekt', { communityId: other.id });
  await world.deliver();
  expect(world.server.posts).toHaveLength(1);
  expect(await world.entry(id)).toMatchObject({ state: 'waiting', communityId: world.community.id });
  expect(await nextDueAt(world.db)).toBeNull();
});

test('it goes once the pause ends, at once and once', async () => {
  const world = await new World().connect();
  await pause(world);
  await world.send('Wacht');
  await world.deliver();
  await pause(world, false);
  expect(await nextDueAt(world.db)).toBeLessThanOrEqual(world.now);
  await world.deliver();
  await world.deliver();
  expect(world.server.posts).toHaveLength(1);
});

test('a pause takes back what a worker has claimed: only what was being sent already leaves', async () => {
  const world = await aQueue(30);
  const { http } = world.server;
  let requests = 0;
  Object.assign(world.server, {
    http: async (request: Parameters<typeof http>[0]) => {
      requests += 1;
      if (requests === 5) await pause(world);
      return http(request);
    },
  });
  await world.deliver();
  expect(world.server.posts.length).toBeLessThanOrEqual(8);
  await pause(world, false);
  await world.deliver();
  expect(new Set(world.server.posts.map(({ text }) => text)).size).toBe(30);
  expect(world.server.posts).toHaveLength(30);
});

test('what is claimed is due again as soon as the pause ends', async () => {
  const world = await aQueue(2);
  await claim(world.db, world.community.id, world.now, TIMES);
  await pause(world);
  await pause(world, false);
  expect(await nextDueAt(world.db)).toBeLessThanOrEqual(world.now);
});

test('another sign-in of the same account ends no pause', async () => {
  const world = await new World().connect();
  await pause(world);
  await keepCommunity(world.db, { ...world.community, name: 'Anders' }, TOKEN);
  expect(await world.db.communities.get(world.community.id)).toMatchObject({ name: 'Anders', paused: true });
});

test('pausing what is no community does nothing', async () => {
  const world = await new World().connect();
  must(await setPaused(world.db, `mastodon:${ORIGIN}/9`, true, world.clock));
  expect(await world.db.communities.count()).toBe(1);
});
