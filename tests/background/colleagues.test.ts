import { describe, expect, test, vi } from 'vitest';
import { refreshResponses } from '@/entrypoints/background/responses';
import { aColleaguesWorld } from '@/tests/support/colleagues-world';
import { aQuestion, aShared } from '@/tests/support/shared';
import { DAY_MS, HOUR_MS } from '@/utils/kernel/clock';

const TITLE = 'Hoe maak je een vernietigingslijst?';

type World = Awaited<ReturnType<typeof aColleaguesWorld>>;

/** Asks something, and an hour passes. */
async function asked(world: World): Promise<string> {
  const { draftId } = await world.ask<'draft:new'>('draft:new', { kind: 'question' });
  const postId = await world.send(draftId, { title: TITLE, did: 'Wie deed dit al?' });
  world.time.ahead += HOUR_MS;
  return postId;
}

describe('a question', () => {
  test('is answered by a colleague in an app of their own, read here, and answered back once', async () => {
    const world = await aColleaguesWorld();
    const postId = await asked(world);
    const bram = await world.colleague('bramc');
    const reply = await bram.v1.statuses.create({
      status: 'Ik begin bij <b>de</b> selectielijst.',
      inReplyToId: postId,
    });
    const [response] = await world.hear();
    expect(response).toMatchObject({
      title: TITLE,
      thanks: 0,
      replies: [{ authorName: 'bramc', text: 'Ik begin bij <b>de</b> selectielijst.', thanked: false }],
      news: { thanks: 0, replies: [{ postId: reply.id }] },
    });
    const { entryId = '' } = response ?? {};
    const back = await world.ask<'reply:answer'>('reply:answer', { entryId, postId: reply.id });
    expect(await world.ask('reply:answer', { entryId, postId: reply.id })).toEqual(back);
    await world.send(back.draftId, { did: 'Dank, dat helpt.' });
    const { descendants } = await bram.v1.statuses.$select(postId).context.fetch();
    expect(descendants.map(({ inReplyToId }) => inReplyToId)).toEqual([postId, reply.id]);
    expect(descendants[1]?.content).toContain('Dank, dat helpt.');
  });

  test('is told of once: what was seen is no news any more', async () => {
    const world = await aColleaguesWorld();
    const postId = await asked(world);
    const bram = await world.colleague('bramc');
    await bram.v1.statuses.$select(postId).favourite();
    const [response] = await world.hear();
    expect(response?.news).toEqual({ thanks: 1, replies: [] });
    await world.ask('responses:told', { entryId: response?.entryId, thanks: 1, at: 0 });
    world.time.ahead += DAY_MS;
    expect((await world.hear())[0]).toMatchObject({ thanks: 1, news: { thanks: 0 } });
    await (await world.colleague('carla')).v1.statuses.$select(postId).favourite();
    world.time.ahead += DAY_MS;
    expect((await world.hear())[0]).toMatchObject({ thanks: 2, news: { thanks: 1 } });
  });
});

describe('what is asked of the community', () => {
  test('is nothing in a post’s first hour, one list a day after that, and a thread only where replies came', async () => {
    const world = await aColleaguesWorld();
    const { draftId } = await world.ask<'draft:new'>('draft:new', {});
    const first = await world.send(draftId, { title: 'Mappen', did: 'Per zaak.' });
    const other = await world.ask<'draft:new'>('draft:new', {});
    await world.send(other.draftId, { title: 'Lijsten', did: 'Per jaar.' });
    const since = world.asked.length;
    const fresh = () => world.asked.slice(since);
    await world.hear();
    expect(fresh()).toEqual([]);
    world.time.ahead += HOUR_MS;
    const list = `GET /api/v1/accounts/${world.community.accountId}/statuses`;
    await Promise.all([refreshResponses(world.services), refreshResponses(world.services)]);
    await world.hear();
    expect(fresh()).toEqual([list]);
    const bram = await world.colleague('bramc');
    await bram.v1.statuses.create({ status: 'Mooi.', inReplyToId: first });
    world.time.ahead += DAY_MS - 1_000;
    await world.hear();
    expect(fresh()).toEqual([list]);
    world.time.ahead += 1_000;
    await world.hear();
    await world.hear();
    expect(fresh()).toEqual([list, list, `GET /api/v1/statuses/${first}/context`]);
    world.time.ahead += DAY_MS;
    await world.hear();
    expect(fresh()).toHaveLength(4);
    const purposes = (await world.db.requests.toArray()).map(({ purpose }) => purpose);
    expect(purposes.filter((purpose) => purpose === 'read')).toHaveLength(4);
    expect(purposes).not.toContain('look');
  });

  test('is nothing without a network, where the sign-in expired, or where the community asked for a pause', async () => {
    const world = await aColleaguesWorld();
    await asked(world);
    const since = world.asked.length;
    vi.stubGlobal('navigator', { onLine: false });
    await world.hear();
    vi.unstubAllGlobals();
    const until = world.services.clock() + HOUR_MS;
    await world.db.paces.put({ communityId: world.community.id, until, asked: until, failures: 1 } as never);
    await world.hear();
    await world.db.paces.clear();
    await world.db.communities.update(world.community.id, { signedOut: true });
    await world.hear();
    expect(world.asked.slice(since)).toEqual([]);
    await world.db.communities.update(world.community.id, { signedOut: false });
    await world.hear();
    expect(world.asked.slice(since)).toHaveLength(1);
  });

  test('is asked again tomorrow where it did not answer, and nobody is told that', async () => {
    const world = await aColleaguesWorld();
    const postId = await asked(world);
    const bram = await world.colleague('bramc');
    await bram.v1.statuses.create({ status: 'Zo.', inReplyToId: postId });
    await world.db.tokens.toCollection().modify({ token: 'expired' });
    expect(await world.hear()).toEqual([]);
    expect(await world.hear()).toEqual([]);
    expect((await world.ask<'overview:read'>('overview:read', {})).communities[0]?.signedOut).toBe(false);
  });
});

describe('what colleagues shared', () => {
  /** A colleague's post as the last look at the community found it. */
  async function shared(world: World, kind?: 'question') {
    const bram = await world.colleague('bramc');
    const { id: postId, account } = await bram.v1.statuses.create({ status: TITLE });
    const row = { postId, communityId: world.community.id, authorId: account.id, at: world.services.clock() };
    const practice = { title: TITLE, did: 'Wie weet het?', topics: [] };
    const made = kind === undefined ? aShared({ ...row, practice }) : aQuestion({ ...row, practice });
    await world.db.shared.put(made);
    return { bram, made };
  }

  test('is thanked for at once, and counts as thanked only when the community said so', async () => {
    const world = await aColleaguesWorld();
    const { bram, made } = await shared(world);
    const thanks = async () => (await bram.v1.statuses.$select(made.postId).fetch()).favouritesCount;
    const { id: sharedId } = made;
    await world.ask('shared:thank', { sharedId, on: true });
    await world.ask('shared:thank', { sharedId, on: true });
    expect(await thanks()).toBe(1);
    expect(await world.db.shared.get(sharedId)).toMatchObject({ thanked: true, thanks: 1 });
    await world.ask('shared:thank', { sharedId, on: false });
    expect(await thanks()).toBe(0);
    expect(await world.db.shared.get(sharedId)).toMatchObject({ thanked: false, thanks: 0 });
    await bram.v1.statuses.$select(made.postId).remove();
    await expect(world.ask('shared:thank', { sharedId, on: true })).rejects.toThrow('shared-gone');
    await world.db.tokens.toCollection().modify({ token: 'expired' });
    await expect(world.ask('shared:thank', { sharedId, on: true })).rejects.toThrow('thank-signed-out');
    expect(await world.db.shared.get(sharedId)).toMatchObject({ thanked: false, thanks: 0 });
    expect((await world.db.requests.toArray()).map(({ purpose }) => purpose)).toEqual(Array(5).fill('thank'));
  });

  test('as a question is offered to who just did such a thing, answered under it, and then offered no more', async () => {
    const world = await aColleaguesWorld();
    const { bram, made } = await shared(world, 'question');
    const open = () => world.ask<'question:open'>('question:open', {});
    expect(await open()).toEqual([]);
    const { draftId: own } = await world.ask<'draft:new'>('draft:new', {});
    await world.send(own, { title: 'Vernietigingslijst nagekeken', did: 'Met twee.' });
    expect((await open()).map(({ title, kind }) => [title, kind])).toEqual([[TITLE, 'question']]);
    const { draftId } = await world.ask<'question:answer'>('question:answer', { sharedId: made.id });
    expect(await world.ask('question:answer', { sharedId: made.id })).toEqual({ draftId });
    await world.send(draftId, { did: 'Begin bij de selectielijst.' });
    const { descendants } = await bram.v1.statuses.$select(made.postId).context.fetch();
    expect(descendants.map(({ inReplyToId }) => inReplyToId)).toEqual([made.postId]);
    expect(await open()).toEqual([]);
  });
});
