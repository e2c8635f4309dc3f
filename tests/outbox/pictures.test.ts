import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/utils/kernel/clock';
import { discardDraft, finishDiscarding } from '@/utils/outbox/discard';
import { createDraft, saveDraft } from '@/utils/outbox/drafts';
import { retry, takeBack } from '@/utils/outbox/entries';
import type { Entry } from '@/utils/outbox/entry';
import { addPicture, forgetPictures, readPicture } from '@/utils/outbox/pictures';
import type { Practice } from '@/utils/practice/practice';
import { must, World } from '../support/outbox-world';
import { aJpeg, aPlainJpeg, aPlainPng, aPng } from '../support/picture-files';
import { aPractice } from '../support/practices';

/** A person who wrote a post with these pictures and sent it. */
async function aSentPost(words: readonly string[], world = new World('forever', { pictures: 4 })) {
  await world.connect();
  const pictures = [];
  for (const description of words) {
    const { id } = must(await addPicture(world.db, aPlainJpeg(), world.clock));
    pictures.push({ id, description });
  }
  const practice = aPractice({ title: 'Met foto', pictures });
  const draft = must(await createDraft(world.db, { practice, activityId: null }, world));
  return { world, pictures, entry: await world.sendDraft(draft) };
}

const uploads = ({ server }: World) => server.writes.filter(({ url }) => url.endsWith('/media'));
const shown = ({ server }: World) => server.posts.map(({ shows }) => shows);

/** As long as it takes until nothing is due. */
async function deliverAll(world: World): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) {
    world.pass(10 * MINUTE_MS);
    await world.deliver();
  }
}

describe('a post with pictures', () => {
  test('is not sent with another one, or without one, than the window showed', async () => {
    const world = await new World('forever', { pictures: 4 }).connect();
    const { id } = must(await addPicture(world.db, aPlainJpeg(), world.clock));
    const plain = aPractice({ title: 'Zonder foto' });
    const draft = must(await createDraft(world.db, { practice: plain, activityId: null }, world));
    const save = async (pictures: Practice['pictures'], revision: number) => {
      const change = { draftId: draft.id, revision, practice: { ...plain, pictures } };
      return must(await saveDraft(world.db, change, world.clock));
    };
    const send = (revision: number) => world.sendDraft({ ...draft, revision });
    const withOne = await save([{ id, description: 'een kast' }], 0); // by another window
    await expect(send(0)).rejects.toThrow('preview-changed');
    const without = await save([], withOne.revision);
    await expect(send(withOne.revision)).rejects.toThrow('preview-changed');
    expect((await send(without.revision)).practice.pictures).toEqual([]);
  });

  test('goes with them, in their order, each noted in the ledger before it leaves', async () => {
    const { world, entry } = await aSentPost(['een kast', 'een doos']);
    await world.deliver();
    expect(shown(world)).toEqual([['een kast', 'een doos']]);
    expect(await world.entry(entry.id)).toMatchObject({ state: 'delivered' });
    const noted = await world.db.requests.toArray();
    expect(noted.map(({ purpose }) => purpose)).toEqual(['send', 'send', 'send']);
  });

  test.each(['no-connection', 'reset-after-commit', { status: 503 }, 'html'] as const)(
    'an upload that fails (%j) is tried again, and the post is made once',
    async (fault) => {
      const { world } = await aSentPost(['een kast', 'een doos']);
      world.server.faults.push(fault);
      await deliverAll(world);
      expect(shown(world)).toEqual([['een kast', 'een doos']]);
    },
  );

  test('what has been sent is not sent again when the next one, or the post, is lost', async () => {
    const { world } = await aSentPost(['een kast', 'een doos']);
    const untouched = { status: 200, body: '{"id":"m0"}' };
    world.server.media.set('m0', 'een kast');
    world.server.faults.push(untouched, 'no-connection');
    await deliverAll(world);
    expect(uploads(world)).toHaveLength(3);
    expect(shown(world)).toEqual([['een kast', 'een doos']]);
  });

  test('the same post goes under the same key where its answer was lost', async () => {
    const { world } = await aSentPost(['een kast']);
    world.server.media.set('m0', 'een kast');
    world.server.faults.push({ status: 200, body: '{"id":"m0"}' }, 'reset-after-commit');
    await deliverAll(world);
    const posts = world.server.writes.filter(({ url }) => url.endsWith('/statuses'));
    expect(posts).toHaveLength(2);
    expect(posts[1]).toEqual(posts[0]);
    expect(world.server.posts).toHaveLength(1);
  });

  test('what the community may have forgotten is sent anew', async () => {
    const { world } = await aSentPost(['een kast']);
    world.server.media.set('m0', 'een kast');
    world.server.faults.push({ status: 200, body: '{"id":"m0"}' }, { status: 503 });
    await world.deliver();
    world.server.media.delete('m0');
    world.pass(13 * HOUR_MS);
    await deliverAll(world);
    expect(uploads(world)).toHaveLength(2);
    expect(shown(world)).toEqual([['een kast']]);
  });

  test('one that is refused waits for the person, who may change it or try it again', async () => {
    const { world, entry } = await aSentPost(['een kast']);
    world.server.faults.push({ status: 422, body: '{"error":"File is invalid"}' });
    await world.deliver();
    expect(await world.entry(entry.id)).toMatchObject({
      state: 'parked',
      reason: 'picture-refused',
      detail: 'File is invalid',
      firstTriedAt: null,
    });
    must(await retry(world.db, entry.id, world.clock));
    await deliverAll(world);
    expect(shown(world)).toEqual([['een kast']]);
  });

  test('one that the disk lost is told of, and the text can be taken back', async () => {
    const { world, entry } = await aSentPost(['een kast']);
    await world.db.pictures.clear();
    await world.deliver();
    expect(await world.entry(entry.id)).toMatchObject({ state: 'parked', reason: 'picture-lost' });
    expect(must(await takeBack(world.db, entry.id, world)).practice.title).toBe('Met foto');
    expect(world.server.requests).toEqual([]);
  });

  test('an expired sign-in at a picture makes everything wait for the sign-in', async () => {
    const { world, entry } = await aSentPost(['een kast']);
    world.server.always = { status: 401 };
    await world.deliver();
    expect(await world.entry(entry.id)).toMatchObject({ state: 'parked', reason: 'signed-out' });
    expect(await world.db.communities.get(world.community.id)).toMatchObject({ signedOut: true });
  });

  test('what is taken back and changed while a picture is under way is not overwritten', async () => {
    const { world, entry } = await aSentPost(['een kast']);
    let tries = 0;
    await world.deliver({
      perform: async (community, operation) => {
        if (operation.verb !== 'attach') throw new Error(`Nothing else may leave: ${operation.verb}`);
        expect(community.id).toBe(world.community.id);
        tries += 1;
        if (tries > 1)
          return { ok: false, error: { kind: 'retry', applied: 'no', answered: false } } as never;
        const back = must(await takeBack(world.db, entry.id, world));
        await world.sendDraft({ ...back, practice: back.practice });
        return { ok: false, error: { kind: 'invalid', message: 'no' } } as never;
      },
    });
    const now: Entry = await world.entry(entry.id);
    expect([now.state, now.key === entry.key]).toEqual(['waiting', false]);
  });
});

describe('a picture on disk', () => {
  test.each([
    ['what a camera wrote into it', aJpeg(), 'picture-unreadable'],
    ['what a program wrote into it', aPng(), 'picture-unreadable'],
    ['no picture', new Uint8Array([1, 2, 3]), 'picture-unreadable'],
    ['too many pixels', aPlainPng({ width: 2_049, height: 1 }), 'picture-too-large'],
    ['too many bytes', new Uint8Array(4 * 1024 * 1024 + 1), 'picture-too-large'],
  ] as const)('is refused with %s', async (_what, bytes, code) => {
    const { db, clock } = new World();
    expect(await addPicture(db, bytes, clock)).toEqual({ ok: false, error: { code } });
    expect(await db.pictures.count()).toBe(0);
  });

  test('is read only through the draft that names it', async () => {
    const { db, clock } = new World();
    const { id } = must(await addPicture(db, aPlainPng(), clock));
    const named = aPractice({ pictures: [{ id, description: '' }] });
    const draft = must(await createDraft(db, { practice: named, activityId: null }, { clock }));
    const other = must(await createDraft(db, { practice: aPractice(), activityId: null }, { clock }));
    expect(must(await readPicture(db, draft.id, id))).toMatchObject({ type: 'image/png', width: 1 });
    expect(await readPicture(db, other.id, id)).toMatchObject({ error: { code: 'picture-gone' } });
  });

  test('stays as long as a text names it, or its deletion can be undone, and a day at least', async () => {
    const world = new World();
    const { db, clock } = world;
    const forget = async () => must(await forgetPictures(db, clock));
    const { id } = must(await addPicture(db, aPlainPng(), clock));
    expect(await forget()).toBe(0);
    const practice = aPractice({ pictures: [{ id, description: '' }] });
    const draft = must(await createDraft(db, { practice, activityId: null }, { clock }));
    world.pass(2 * DAY_MS);
    expect(await forget()).toBe(0);
    must(await discardDraft(db, draft.id, clock));
    expect(await forget()).toBe(0);
    world.pass(MINUTE_MS);
    must(await finishDiscarding(db, clock));
    expect(await forget()).toBe(1);
    expect(await db.pictures.count()).toBe(0);
  });
});
