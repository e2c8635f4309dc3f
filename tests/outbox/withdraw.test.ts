import { describe, expect, test } from 'vitest';
import { disconnect } from '@/utils/community/store';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { beginCorrection } from '@/utils/outbox/correct';
import { readPost } from '@/utils/outbox/post';
import type { Fault } from '../support/fake-community';
import { must, START, World } from '../support/outbox-world';

async function delivered() {
  const world = await new World().connect();
  const first = await world.send('Mappen');
  await world.deliver();
  world.pass(MINUTE_MS);
  const withdrawnAt = async () => (await world.db.receipts.get(first.id))?.withdrawnAt;
  return { world, first, withdrawnAt };
}

describe('a post that is withdrawn', () => {
  test('is gone there, and said to be; its text and receipt stay here', async () => {
    const { world, first, withdrawnAt } = await delivered();
    expect(await world.withdraw(first.id)).toEqual({ ok: true, value: null });
    expect(world.server.posts).toHaveLength(0);
    expect(await withdrawnAt()).toBe(START + MINUTE_MS);
    expect((await readPost(world.db, first.id))?.entry?.text).toBe(first.text);
  });

  test('twice is removed once', async () => {
    const { world, first, withdrawnAt } = await delivered();
    must(await world.withdraw(first.id));
    world.pass(MINUTE_MS);
    must(await world.withdraw(first.id));
    expect(world.server.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
    expect(await withdrawnAt()).toBe(START + MINUTE_MS);
  });

  test.each([404, 410])('and was gone already (%i) is withdrawn', async (status) => {
    const { world, first, withdrawnAt } = await delivered();
    world.server.faults.push({ status });
    must(await world.withdraw(first.id));
    expect(await withdrawnAt()).not.toBeNull();
  });

  test('after its answer was lost is withdrawn by trying again', async () => {
    const { world, first, withdrawnAt } = await delivered();
    world.server.faults.push('reset-after-commit');
    expect(await world.withdraw(first.id)).toMatchObject({ error: { code: 'withdraw-unanswered' } });
    expect(await withdrawnAt(), 'nobody said so yet').toBeNull();
    must(await world.withdraw(first.id));
    expect(await withdrawnAt()).not.toBeNull();
  });

  test('by the entry of its correction goes as a whole', async () => {
    const { world, first, withdrawnAt } = await delivered();
    const { id } = await world.correct(first.id, 'Beter.');
    await world.deliver();
    must(await world.withdraw(id));
    expect(world.server.posts).toHaveLength(0);
    expect(await withdrawnAt()).not.toBeNull();
    expect(await beginCorrection(world.db, id, world)).toMatchObject({ error: { code: 'post-withdrawn' } });
  });

  test('takes along a correction that had not left: its text waits for the person', async () => {
    const { world, first } = await delivered();
    const { id, practice } = await world.correct(first.id, 'Te laat.');
    must(await world.withdraw(first.id));
    expect(await world.entry(id)).toMatchObject({ state: 'parked', reason: 'post-gone', practice });
    await world.deliver();
    expect(world.server.edits).toHaveLength(0);
  });
});

describe('a post that cannot be withdrawn', () => {
  test.each<[Fault, string]>([
    [{ status: 403 }, 'withdraw-refused'],
    [{ status: 422 }, 'withdraw-refused'],
    [{ status: 401 }, 'withdraw-signed-out'],
    [{ status: 500 }, 'withdraw-unanswered'],
    [{ status: 503 }, 'withdraw-unanswered'],
    [{ status: 429 }, 'withdraw-unanswered'],
    [{ status: 302, headers: { location: 'https://elsewhere.example/' } }, 'withdraw-unanswered'],
    ['no-connection', 'withdraw-unanswered'],
  ])('because of %j stays as it was, and says why', async (fault, code) => {
    const { world, first, withdrawnAt } = await delivered();
    world.server.faults.push(fault);
    expect(await world.withdraw(first.id)).toEqual({
      ok: false,
      error: { code, detail: world.community.name },
    });
    expect(await withdrawnAt()).toBeNull();
    expect(world.server.posts).toHaveLength(1);
    must(await world.withdraw(first.id));
    expect(world.server.posts, 'trying again is enough').toHaveLength(0);
  });

  test('because the sign-in expired says so of the community as well', async () => {
    const { world, first } = await delivered();
    world.server.validToken = 'another';
    await world.withdraw(first.id);
    expect(await world.db.communities.get(world.community.id)).toMatchObject({ signedOut: true });
  });

  test('because its community is not connected, or removes nothing, is not even asked', async () => {
    const { world, first } = await delivered();
    const refused = { ok: false, error: { code: 'cannot-withdraw' } };
    await world.db.communities.update(world.community.id, { canRemove: false });
    expect(await world.withdraw(first.id)).toEqual(refused);
    await disconnect(world.db, world.community.id);
    expect(await world.withdraw(first.id)).toEqual(refused);
    expect(await world.withdraw('nobody')).toMatchObject({ error: { code: 'entry-gone' } });
    expect(world.server.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(0);
  });
});
