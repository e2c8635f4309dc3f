import { describe, expect, test } from 'vitest';
import { disconnect, keepCommunity } from '@/utils/community/store';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { beginCorrection } from '@/utils/outbox/correct';
import { makeDue, nextDueAt } from '@/utils/outbox/due';
import { enqueue } from '@/utils/outbox/enqueue';
import { retry, takeBack } from '@/utils/outbox/entries';
import { TIMES } from '@/utils/outbox/times';
import { render } from '@/utils/practice/render';
import { type Keys, TOKEN } from '../support/fake-community';
import { must, untilIdle, World } from '../support/outbox-world';
import { DUTCH } from '../support/practices';

/** Somebody whose practice has arrived. */
async function delivered(keys: Keys = 'forever') {
  const world = await new World(keys).connect();
  const first = await world.send('Mappen');
  await world.deliver();
  world.pass(MINUTE_MS);
  return { world, first };
}

describe.each(['forever', 'for an hour', 'ignored'] as const)('a correction (keys %s)', (keys) => {
  test.each(['never-answers', 'never-answers-after-commit'] as const)(
    'in flight when the worker is killed (%s) arrives, and nothing is doubled',
    async (fault) => {
      const { world, first } = await delivered(keys);
      const { id, text } = await world.correct(first.id, 'Onderweg.');
      world.server.faults.push(fault);
      void world.deliver();
      await untilIdle(() => world.server.edits.length === 1);
      world.restartWorker();
      await world.deliver();
      expect(world.server.edits, 'nothing is sent while the first may still be under way').toHaveLength(1);
      world.pass(TIMES.leaseMs);
      await world.deliver();
      expect((await world.entry(id)).state).toBe('delivered');
      expect(world.server.posts.map((post) => [post.text, post.edits])).toEqual([[text, 1]]);
    },
  );

  test.each([
    { status: 500 },
    { status: 502 },
    { status: 503, headers: { 'retry-after': '60' } },
    { status: 429 },
    'no-connection',
    'reset-after-commit',
    'html',
  ] as const)('that met %j is sent again, without looking for anything', async (fault) => {
    const { world, first } = await delivered(keys);
    const { id, text } = await world.correct(first.id, 'Nog eens.');
    world.server.faults.push(fault);
    await world.deliver();
    const stands = await world.entry(id);
    expect(['waiting', 'uncertain']).toContain(stands.state);
    expect(stands.text).toBe(text);
    const due = await nextDueAt(world.db);
    world.pass((due ?? 0) - world.now);
    await world.deliver();
    expect((await world.entry(id)).state).toBe('delivered');
    expect(world.server.posts.map((post) => [post.text, post.edits])).toEqual([[text, 1]]);
    expect(world.server.requests.filter(({ method }) => method === 'GET')).toHaveLength(0);
  });

  test('written offline leaves by itself once there is a connection', async () => {
    const { world, first } = await delivered(keys);
    world.server.always = 'no-connection';
    const { id, text } = await world.correct(first.id, 'Zonder net.');
    await world.deliver();
    world.server.always = null;
    world.pass(MINUTE_MS);
    await makeDue(world.db, world.clock);
    await world.deliver();
    expect((await world.entry(id)).state).toBe('delivered');
    expect(world.server.count(text)).toBe(1);
  });
});

describe('a correction that may have arrived', () => {
  test('cannot be overtaken: the next one waits until it is known', async () => {
    const { world, first } = await delivered();
    const { id } = await world.correct(first.id, 'Eerste verbetering.');
    world.server.faults.push('reset-after-commit');
    await world.deliver();
    expect((await world.entry(id)).state).toBe('uncertain');
    const refused = { ok: false, error: { code: 'entry-on-its-way' } };
    expect(await beginCorrection(world.db, first.id, world)).toEqual(refused);
    must(await retry(world.db, id, world.clock));
    await world.deliver();
    const { text } = await world.correct(first.id, 'Tweede verbetering.');
    await world.deliver();
    expect(world.server.posts.map((post) => post.text)).toEqual([text]);
  });

  test('is not sent beside another that came from elsewhere, such as a file', async () => {
    const { world, first } = await delivered();
    const draft = must(await beginCorrection(world.db, first.id, world));
    const other = { ...(await world.entry(first.id)), id: 'other', corrects: draft.corrects };
    await world.db.entries.add({ ...other, state: 'parked', reason: 'imported' });
    const { corrects } = draft;
    const order = {
      draftId: draft.id,
      revision: 0,
      communityId: corrects?.communityId ?? null,
      placeId: null,
      audience: 'followers',
      text: render(draft.practice, draft.reference, DUTCH),
      restsUntil: null,
    } as const;
    const sent = await enqueue(world.db, order, { clock: world.clock, words: DUTCH });
    expect(sent).toEqual({ ok: false, error: { code: 'entry-on-its-way' } });
    expect(await world.db.drafts.get(draft.id)).toEqual(draft);
  });
});

describe('a correction that cannot be made', () => {
  test.each([404, 410])(
    'because the post is gone (%i) waits with its text, to be shared anew',
    async (status) => {
      const { world, first } = await delivered();
      const { id, practice } = await world.correct(first.id, 'Te laat.');
      world.server.faults.push({ status });
      await world.deliver();
      expect(await world.entry(id)).toMatchObject({ state: 'parked', reason: 'post-gone', practice });
      const draft = must(await takeBack(world.db, id, world));
      expect(draft).toMatchObject({ practice, corrects: null });
      expect(draft.reference, 'another post, another reference').not.toBe(first.reference);
    },
  );

  test('because it was refused goes back to being a correction', async () => {
    const { world, first } = await delivered();
    const entry = await world.correct(first.id, 'Onbehoorlijk.');
    world.server.refusedTexts = [entry.text];
    await world.deliver();
    expect(await world.entry(entry.id)).toMatchObject({ state: 'parked', reason: 'refused' });
    const draft = must(await takeBack(world.db, entry.id, world));
    expect(draft).toMatchObject({ corrects: entry.corrects, reference: first.reference });
  });

  test('because the sign-in expired leaves after the next one', async () => {
    const { world, first } = await delivered();
    const { id, text } = await world.correct(first.id, 'Even wachten.');
    world.server.validToken = 'another';
    await world.deliver();
    expect(await world.entry(id)).toMatchObject({ state: 'parked', reason: 'signed-out' });
    world.server.validToken = TOKEN;
    await keepCommunity(world.db, world.community, TOKEN);
    await world.deliver();
    expect(world.server.count(text)).toBe(1);
  });

  test('because the community was disconnected meanwhile leaves once it is there again', async () => {
    const { world, first } = await delivered();
    await beginCorrection(world.db, first.id, world);
    await disconnect(world.db, world.community.id);
    const { id, text } = await world.correct(first.id, 'Later.');
    expect(await world.entry(id)).toMatchObject({ state: 'parked', reason: 'not-connected' });
    await world.connect();
    await world.deliver();
    expect(world.server.count(text)).toBe(1);
  });
});
