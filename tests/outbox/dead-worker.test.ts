import { describe, expect, test } from 'vitest';
import type { Failure, Perform } from '@/utils/community/connector';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { fail, type Result } from '@/utils/kernel/result';
import { nextDueAt } from '@/utils/outbox/due';
import { TIMES } from '@/utils/outbox/times';
import { START, untilIdle, World } from '../support/outbox-world';

describe('a worker that dies', () => {
  test.each([
    ['forever', 'never-answers-after-commit'],
    ['forever', 'never-answers'],
    ['for an hour', 'never-answers-after-commit'],
    ['ignored', 'never-answers-after-commit'],
    ['ignored', 'never-answers'],
  ] as const)('in flight (keys %s, request %s) loses nothing and doubles nothing', async (keys, fault) => {
    const world = await new World(keys).connect();
    world.server.faults.push(fault);
    const { id, text } = await world.send('Onderweg');
    void world.deliver();
    await untilIdle(() => world.server.writes.length === 1);
    expect((await world.entry(id)).state).toBe('sending');
    world.restartWorker();
    await world.deliver();
    expect(world.server.writes, 'nothing is sent while the first may still be under way').toHaveLength(1);
    world.pass(TIMES.leaseMs);
    await world.deliver();
    world.pass(TIMES.settleMs);
    await world.deliver();
    expect((await world.entry(id)).state).toBe('delivered');
    expect(world.server.count(text)).toBe(1);
  });

  test('after its claim, before the request: the claim runs out and the post leaves', async () => {
    const world = await new World('ignored').connect();
    const { id } = await world.send('Geclaimd');
    await world.db.entries.update(id, { leasedUntil: START + TIMES.leaseMs, dueAt: START + TIMES.leaseMs });
    await world.deliver();
    expect(world.server.writes).toHaveLength(0);
    expect(await nextDueAt(world.db)).toBe(START + TIMES.leaseMs);
    world.pass(TIMES.leaseMs);
    await world.deliver();
    expect(world.server.posts).toHaveLength(1);
  });

  test('not, but seems to: what the next one wrote stands when the answer of the first comes after all', async () => {
    const world = await new World().connect();
    const { id } = await world.send('Te laat');
    let answer: (late: Result<never, Failure>) => void = () => undefined;
    const perform: Perform = () => new Promise((resolve) => (answer = resolve));
    const late = world.deliver({ perform });
    await untilIdle(async () => (await world.entry(id)).state === 'sending');
    world.restartWorker();
    world.pass(TIMES.leaseMs);
    await world.deliver();
    expect((await world.entry(id)).state).toBe('delivered');
    answer(fail({ kind: 'retry', applied: 'unknown', answered: false }));
    await late;
    expect((await world.entry(id)).state).toBe('delivered');
    expect(world.server.posts).toHaveLength(1);
  });

  test('with the answer in hand, before it was written down: the next worker finds out', async () => {
    const world = await new World('ignored').connect();
    const { id } = await world.send('Antwoord');
    const { receipts } = world.db;
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    receipts.hook('creating').subscribe(refuse);
    expect(await world.deliver()).toEqual({ ok: false, error: { code: 'storage-full' } });
    expect((await world.entry(id)).state).toBe('sending');
    receipts.hook('creating').unsubscribe(refuse);
    world.pass(TIMES.leaseMs + MINUTE_MS);
    await world.deliver();
    expect((await world.entry(id)).state).toBe('delivered');
    expect(world.server.posts).toHaveLength(1);
  });
});
