import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '@/utils/kernel/clock';
import { makeDue } from '@/utils/outbox/due';
import { takeBack } from '@/utils/outbox/entries';
import { TIMES } from '@/utils/outbox/times';
import type { Fault } from '../support/fake-community';
import { must, World } from '../support/outbox-world';

describe('a lost answer', () => {
  const lost: readonly Fault[] = [
    'no-connection',
    'reset-after-commit',
    'html',
    { status: 500 },
    { status: 502 },
    { status: 503, headers: { 'retry-after': '30' } },
    { status: 504 },
    { status: 200, body: '{"id": "12", "cont' },
    { status: 200, body: '' },
    { status: 409 },
  ];
  test.each(
    lost.flatMap((fault) =>
      (['forever', 'for an hour', 'ignored'] as const).map((keys) => [fault, keys] as const),
    ),
  )('%j from a server that keeps keys %s: uncertain, then delivered once', async (fault, keys) => {
    const world = await new World(keys).connect();
    world.server.faults.push(fault);
    const { id, text } = await world.send('Onzeker');
    await world.deliver();
    expect(await world.entry(id)).toMatchObject({ state: 'uncertain', attempts: 1 });
    expect((await takeBack(world.db, id, world)).ok, 'its text can no longer be changed').toBe(false);
    world.pass(TIMES.settleMs);
    await world.deliver();
    expect((await world.entry(id)).state).toBe('delivered');
    expect(world.server.count(text)).toBe(1);
    expect(new Set(world.server.writes.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  test('without kept keys nothing is sent again before we looked for it', async () => {
    const world = await new World('ignored').connect();
    world.server.faults.push('reset-after-commit');
    await world.send('Onzeker');
    await world.deliver();
    world.pass(TIMES.settleMs - 1);
    await makeDue(world.db, world.clock);
    await world.deliver();
    expect(world.server.requests, 'the server gets the time to settle, whatever hurries').toHaveLength(1);
    world.pass(1);
    world.server.readFaults.push({ status: 503 });
    await world.deliver();
    expect(world.server.writes, 'we could not look, so nothing is sent').toHaveLength(1);
    world.pass(HOUR_MS);
    await world.deliver();
    expect(world.server.writes).toHaveLength(1);
    expect(world.server.posts).toHaveLength(1);
  });

  test('it is found behind three hundred later posts', async () => {
    const world = await new World('ignored').connect();
    world.server.faults.push('reset-after-commit');
    const { id } = await world.send('Diep');
    await world.deliver();
    for (let count = 0; count < 300; count += 1) {
      const post = { id: String(2_000_000 + count), text: `Ander ${count}`, key: null, edits: 0 };
      world.server.posts.push({ ...post, at: world.now });
    }
    world.pass(TIMES.settleMs);
    await world.deliver();
    expect((await world.entry(id)).state).toBe('delivered');
    expect(world.server.writes).toHaveLength(1);
  });

  test('then an expired sign-in: after the next one we look before we send', async () => {
    const world = await new World('ignored').connect();
    world.server.faults.push('reset-after-commit');
    const { id } = await world.send('Verlopen');
    await world.deliver();
    world.pass(TIMES.settleMs);
    world.server.validToken = 'another';
    await world.deliver();
    expect(await world.entry(id)).toMatchObject({ state: 'parked', reason: 'signed-out' });
    expect((await takeBack(world.db, id, world)).ok).toBe(false);
    world.server.validToken = 'token-of-ann';
    await world.connect();
    await world.deliver();
    expect((await world.entry(id)).state).toBe('delivered');
    expect(world.server.posts).toHaveLength(1);
  });
});

describe('a refusal after a lost answer, where nobody looked in between', () => {
  async function refusedAfterLoss(stored: boolean) {
    const world = await new World('forever').connect();
    world.server.faults.push(stored ? 'reset-after-commit' : 'no-connection', { status: 422 });
    const { id } = await world.send('Twijfel');
    await world.deliver();
    world.pass(TIMES.settleMs);
    return { world, id };
  }

  test('finds what is there: it is delivered, and nothing of it can be sent anew', async () => {
    const { world, id } = await refusedAfterLoss(true);
    await world.deliver();
    expect((await world.entry(id)).state).toBe('delivered');
    expect(world.server.posts).toHaveLength(1);
  });

  test('finds nothing: refused, and its text can be changed', async () => {
    const { world, id } = await refusedAfterLoss(false);
    await world.deliver();
    expect(await world.entry(id)).toMatchObject({ state: 'parked', reason: 'refused' });
    expect((await takeBack(world.db, id, world)).ok).toBe(true);
  });

  test('cannot look: still unsure', async () => {
    const { world, id } = await refusedAfterLoss(true);
    world.server.readFaults.push({ status: 503 });
    await world.deliver();
    expect((await world.entry(id)).state).toBe('uncertain');
    expect((await takeBack(world.db, id, world)).ok).toBe(false);
    world.pass(10 * MINUTE_MS);
    await world.deliver();
    expect((await world.entry(id)).state).toBe('delivered');
  });
});

describe('a definite refusal parks only that post', () => {
  test.each([
    [400, 'refused'],
    [403, 'forbidden'],
    [404, 'gone'],
    [410, 'gone'],
    [413, 'too-long'],
    [422, 'refused'],
    [301, 'moved'],
    [302, 'moved'],
    [307, 'moved'],
  ] as const)('%i: %s', async (status, reason) => {
    const world = await new World().connect();
    world.server.faults.push({ status });
    const refused = await world.send('Geweigerd');
    world.pass(1); // so that it is the first in line, and the fault is for it
    const other = await world.send('Ander');
    await world.deliver();
    await world.deliver();
    expect(await world.entry(refused.id)).toMatchObject({ state: 'parked', reason, text: refused.text });
    expect((await world.entry(other.id)).state).toBe('delivered');
    expect(world.server.writes, 'no endless trying').toHaveLength(2);
    expect(must(await takeBack(world.db, refused.id, world)).practice.title).toBe('Geweigerd');
  });

  test('taken back, changed and sent again it has a new key', async () => {
    const world = await new World().connect();
    world.server.faults.push({ status: 422 });
    const refused = await world.send('Geweigerd');
    await world.deliver();
    const draft = must(await takeBack(world.db, refused.id, world));
    expect(draft).toMatchObject({ id: refused.id, reference: refused.reference });
    await world.db.drafts.delete(draft.id);
    expect((await world.send('Beter')).key).not.toBe(refused.key);
  });

  test('a post that was there and was removed is never posted again', async () => {
    const world = await new World().connect();
    world.server.faults.push('reset-after-commit');
    const { id, reference } = await world.send('Verwijderd');
    await world.deliver();
    world.server.posts.length = 0;
    world.pass(MINUTE_MS);
    await world.deliver();
    expect(await world.entry(id)).toMatchObject({ state: 'parked', reason: 'withdrawn' });
    expect(world.server.posts).toHaveLength(0);
    expect(must(await takeBack(world.db, id, world)).reference).not.toBe(reference);
  });
});
