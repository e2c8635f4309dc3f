import { describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import { makeDue, nextDueAt } from '@/utils/outbox/due';
import { TIMES } from '@/utils/outbox/times';
import { untilIdle, World } from '../support/outbox-world';

const YEAR_MS = 365 * DAY_MS;

describe('our clock jumps back a year', () => {
  test('while a post that was written before anything was connected still rests: it leaves at the sign-in', async () => {
    const world = new World();
    await world.send('Rust', { communityId: null, restsUntil: world.now + 10 * SECOND_MS });
    world.pass(-YEAR_MS);
    await world.connect();
    await world.deliver();
    expect(world.server.posts).toHaveLength(1);
  });

  test('while a reply rests behind its post: it leaves with it', async () => {
    const world = await new World().connect();
    const first = await world.send('Eerst');
    await world.answer(first.id, 'Erachter', { restsUntil: world.now + 10 * SECOND_MS });
    world.pass(-YEAR_MS);
    await makeDue(world.db, world.clock);
    await world.deliver();
    expect(world.server.posts).toHaveLength(2);
  });

  test('after a lost try: all of one’s own posts are looked through, since nobody knows when that was', async () => {
    const world = await new World('ignored').connect();
    world.server.faults.push('reset-after-commit');
    await world.send('Verloren');
    await world.deliver();
    for (let count = 0; count < 90; count += 1) {
      const post = { id: String(2_000_000 + count), text: `Ander ${count}`, key: null, edits: 0 };
      world.server.posts.push({ ...post, at: world.now });
    }
    world.pass(-YEAR_MS);
    for (const [at, post] of world.server.posts.entries())
      world.server.posts[at] = { ...post, at: post.at - YEAR_MS };
    await makeDue(world.db, world.clock);
    world.pass(TIMES.settleMs);
    await world.deliver();
    expect(world.server.writes).toHaveLength(1);
  });

  test('while a worker dies in flight: settling is counted from the try, not from when that was noticed', async () => {
    const world = await new World('ignored').connect();
    world.server.faults.push('no-connection', 'never-answers');
    await world.send('Onderweg');
    await world.deliver();
    world.pass(-YEAR_MS);
    await makeDue(world.db, world.clock);
    world.pass(TIMES.settleMs);
    await makeDue(world.db, world.clock);
    void world.deliver();
    await untilIdle(() => world.server.writes.length === 2);
    world.restartWorker();
    const tried = world.now;
    world.pass(TIMES.leaseMs);
    await makeDue(world.db, world.clock);
    await world.deliver();
    expect(await nextDueAt(world.db)).toBeLessThanOrEqual(tried + MINUTE_MS);
  });
});
