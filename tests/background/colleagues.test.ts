import { describe, expect, test } from 'vitest';
import { refreshLibrary } from '@/entrypoints/background/refresh-library';
import { aColleaguesWorld } from '@/tests/support/colleagues-world';
import { aPractice, DUTCH } from '@/tests/support/practices';
import { DAY_MS, HOUR_MS } from '@/utils/kernel/clock';
import { newReference } from '@/utils/kernel/ids';
import { render } from '@/utils/practice/render';

const TITLE = 'Hoe maak je een vernietigingslijst?';

type World = Awaited<ReturnType<typeof aColleaguesWorld>>;

describe('a question', () => {
  test('is answered by a colleague in an app of their own, read here, and answered back once', async () => {
    const world = await aColleaguesWorld();
    const postId = await world.question(TITLE);
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
    const postId = await world.question(TITLE);
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

describe('what colleagues shared', () => {
  /** A colleague's post, as the library found it. */
  async function shared(world: World, kind?: 'question') {
    const bram = await world.colleague('bramc');
    const practice = aPractice({
      title: TITLE,
      did: 'Wie weet het?',
      ...(kind === undefined ? {} : { kind }),
    });
    const { id: postId } = await bram.v1.statuses.create({ status: render(practice, newReference(), DUTCH) });
    world.time.ahead += HOUR_MS;
    await refreshLibrary(world.services);
    const made = await world.db.shared.filter((row) => row.postId === postId).first();
    if (made === undefined) throw new Error('the library did not find it');
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
    const purposes = (await world.db.requests.toArray()).map(({ purpose }) => purpose);
    expect(purposes.filter((purpose) => purpose === 'thank')).toHaveLength(4);
  });

  test('as a question is offered to who just did such a thing, answered under it, and then offered no more', async () => {
    const world = await aColleaguesWorld();
    const { bram, made } = await shared(world, 'question');
    const open = () => world.ask<'question:open'>('question:open', {});
    expect(await open()).toEqual([]);
    const { draftId: own } = await world.ask<'draft:new'>('draft:new', {});
    await world.send(own, { title: 'Vernietigingslijst nagekeken', did: 'Met twee.' });
    expect((await open()).map(({ title, kind }) => [title, kind])).toEqual([[TITLE, 'question']]);
    const { draftId } = await world.ask<'shared:answer'>('shared:answer', { sharedId: made.id });
    expect(await world.ask('shared:answer', { sharedId: made.id })).toEqual({ draftId });
    await world.send(draftId, { did: 'Begin bij de selectielijst.' });
    const { descendants } = await bram.v1.statuses.$select(made.postId).context.fetch();
    expect(descendants.map(({ inReplyToId }) => inReplyToId)).toEqual([made.postId]);
    expect(await open()).toEqual([]);
  });

  test('is told to its author when somebody used it: the line that they wrote, once', async () => {
    const world = await aColleaguesWorld();
    const postId = await world.question(TITLE);
    const carla = await world.colleague('carla');
    const line = aPractice({ kind: 'reuse', did: 'Overgenomen voor onze dienst.' });
    const status = render(line, newReference(), DUTCH);
    await carla.v1.statuses.create({ status, inReplyToId: postId });
    const [response] = await world.hear();
    const [reply] = response?.news.replies ?? [];
    expect(reply).toMatchObject({
      kind: 'reuse',
      text: 'Overgenomen voor onze dienst.',
      authorName: 'carla',
    });
    const seen = { entryId: response?.entryId, thanks: 0, at: reply?.at };
    await world.ask('responses:told', seen);
    world.time.ahead += DAY_MS;
    expect((await world.hear())[0]).toMatchObject({ replies: [reply], news: { thanks: 0, replies: [] } });
  });

  test('is used by one line of this person, which stands under it', async () => {
    const world = await aColleaguesWorld();
    const { bram, made } = await shared(world);
    const { draftId } = await world.ask<'shared:reuse'>('shared:reuse', { sharedId: made.id });
    await world.send(draftId, { did: 'Wij doen het nu ook.' });
    const { descendants } = await bram.v1.statuses.$select(made.postId).context.fetch();
    expect(descendants.map(({ inReplyToId }) => inReplyToId)).toEqual([made.postId]);
    expect(descendants[0]?.content).toContain('Wij doen het nu ook.');
  });
});
