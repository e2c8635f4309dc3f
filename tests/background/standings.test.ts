import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PLATFORMS } from '@/utils/community/register';
import { keepCommunity } from '@/utils/community/store';
import { deliver } from '@/utils/outbox/deliver';
import { aBackground, activity, duePrompt, NOW, popup, SITE } from '../support/background-world';
import { TOKEN } from '../support/fake-community';
import { aCommunity, createLock, must } from '../support/outbox-world';

const here = aCommunity({ name: 'Informatiebeheer' });
const there = aCommunity({
  origin: 'https://elders.example',
  name: 'Netwerk',
  scope: 'across',
  connectedAt: NOW + 1,
  places: [{ id: '9', name: 'E-depot', closed: false }],
});

beforeEach(() => {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
});

async function twoCommunities() {
  const world = aBackground();
  const { db, ask, services, server } = world;
  await keepCommunity(db, here, TOKEN);
  await keepCommunity(db, there, TOKEN);
  const write = async (communityId: string, did = 'Zo.') => {
    const { draftId } = must(await ask<'draft:new'>('draft:new', {}, popup));
    const { draft } = must(await ask<'draft:open'>('draft:open', { draftId }, popup));
    const practice = { ...draft.practice, title: 'Mappen', did };
    const change = { draftId, revision: draft.revision, practice, communityId };
    const { revision, preview } = must(await ask<'draft:save'>('draft:save', change, popup));
    const to = { communityId, placeId: null, audience: 'members', text: preview.text };
    must(await ask<'draft:send'>('draft:send', { draftId, revision, ...to }, popup));
    return draftId;
  };
  const run = () =>
    deliver({ db, clock: () => NOW, perform: services.perform, random: () => 0.5, lock: createLock() });
  const standing = async (id: string) => {
    const standings = must(await ask<'community:standings'>('community:standings', {}, popup));
    return standings.find(({ communityId }) => communityId === id);
  };
  const open = async (draftId: string) => must(await ask<'draft:open'>('draft:open', { draftId }, popup));
  return { ...world, server, write, run, standing, open };
}

test('every platform of the register is told of, with its evidence', async () => {
  const { ask } = aBackground();
  const platforms = must(await ask<'platforms:read'>('platforms:read', {}, popup));
  expect(platforms).toEqual(
    PLATFORMS.map(({ id, title, kind, evidence, registration = null }) => ({
      id,
      title,
      kind,
      evidence,
      registration,
    })),
  );
});

describe('several communities at once', () => {
  test('each has a queue, a pause and a last receipt of its own', async () => {
    const { write, run, standing, ask, server } = await twoCommunities();
    must(await ask('community:pause', { communityId: there.id, paused: true }, popup));
    await write(here.id);
    await write(there.id);
    await run();
    expect(server.posts).toHaveLength(1);
    expect(await standing(here.id)).toMatchObject({
      waiting: 0,
      paused: false,
      last: { title: 'Mappen', at: NOW },
    });
    expect(await standing(there.id)).toMatchObject({ waiting: 1, needing: 0, paused: true, last: null });
    must(await ask('community:pause', { communityId: there.id, paused: false }, popup));
    await run();
    expect(await standing(there.id)).toMatchObject({ waiting: 0, paused: false });
    expect(server.posts).toHaveLength(2);
  });

  test('what waits because of a pause says so', async () => {
    const { write, ask } = await twoCommunities();
    must(await ask('community:pause', { communityId: there.id, paused: true }, popup));
    const entryId = await write(there.id);
    expect(must(await ask<'entry:read'>('entry:read', { entryId }, popup))).toMatchObject({ paused: true });
  });

  test('limits are told as the platform has them', async () => {
    const { db, standing } = await twoCommunities();
    const rateLimit = [{ requests: 10, perMs: 30_000 }];
    await db.communities.update(here.id, { countsIn: 'bytes', maxCharacters: 28_000, rateLimit });
    expect(await standing(here.id)).toMatchObject({
      countsIn: 'bytes',
      maxCharacters: 28_000,
      rateLimits: rateLimit,
    });
    expect(await standing(there.id)).toMatchObject({ countsIn: 'characters', rateLimits: [] });
  });
});

describe('where a post goes by itself', () => {
  test('is what the person set, then what the organisation did; forgotten, it follows habit again', async () => {
    const { db, ask, policy, open } = await twoCommunities();
    await db.prompts.put(duePrompt);
    const { draftId } = must(await ask<'draft:new'>('draft:new', {}, popup));
    await db.drafts.update(draftId, { activityId: activity.id });
    expect((await open(draftId)).suggested).toMatchObject({ communityId: here.id, reason: 'own' });
    policy.current = { destinations: [{ community: 'https://elders.example/', place: 'E-depot' }] };
    const organisation = { communityId: there.id, placeId: '9', reason: 'organisation' };
    expect((await open(draftId)).suggested).toEqual(organisation);
    const rule = { site: SITE, verb: 'edit', communityId: here.id, placeId: null };
    must(await ask('destination:choose', rule, popup));
    must(await ask('destination:choose', { ...rule, communityId: there.id }, popup));
    must(await ask('destination:choose', rule, popup));
    expect((await open(draftId)).suggested).toMatchObject({ communityId: here.id, reason: 'set' });
    const view = must(await ask<'destinations:read'>('destinations:read', {}, popup));
    expect(view.set).toEqual([{ ...rule, communityName: 'Informatiebeheer', placeName: null }]);
    expect(view.organisation).toMatchObject([{ communityName: 'Netwerk', placeName: 'E-depot' }]);
    must(await ask('destination:forget', { site: SITE, verb: 'edit' }, popup));
    expect((await open(draftId)).suggested).toEqual(organisation);
  });
});

describe('one practice, one home', () => {
  test('its link goes to another community as a short text of its own', async () => {
    const { write, run, ask, open } = await twoCommunities();
    const entryId = await write(here.id);
    await run();
    const { post } = must(await ask<'entry:read'>('entry:read', { entryId }, popup));
    expect(post).toMatchObject({ canShareLink: true });
    const { draftId } = must(await ask<'entry:share-link'>('entry:share-link', { entryId }, popup));
    const { draft, suggested } = await open(draftId);
    expect(draft.practice).toMatchObject({ title: 'Mappen', did: '', link: post?.url });
    expect(draft.reference).not.toBe(post?.reference);
    expect(suggested).toEqual({ communityId: there.id, placeId: null, reason: 'elsewhere' });
  });

  test('where only one is connected there is nowhere else to take it', async () => {
    const { write, run, ask, db } = await twoCommunities();
    const entryId = await write(here.id);
    await run();
    await db.communities.delete(there.id);
    const { post } = must(await ask<'entry:read'>('entry:read', { entryId }, popup));
    expect(post).toMatchObject({ canShareLink: false });
  });

  test('what has not arrived has no link', async () => {
    const { write, ask } = await twoCommunities();
    const entryId = await write(here.id);
    expect(await ask('entry:share-link', { entryId }, popup)).toMatchObject({
      error: { code: 'entry-gone' },
    });
  });
});

describe('a colleague is told', () => {
  test('in every language, with the address under which the community stands', async () => {
    const { ask, db } = await twoCommunities();
    await db.communities.update(there.id, { base: 'https://elders.example/wiki' });
    const { url, messages } = must(
      await ask<'community:share'>('community:share', { communityId: there.id }, popup),
    );
    expect(url).toBe('https://elders.example/wiki');
    expect(messages.map(({ language }) => language)).toEqual(['nl', 'fr', 'de', 'en']);
    for (const { text, share } of messages) {
      expect(text).toContain(url);
      expect(decodeURIComponent(share.facebook)).toContain(url);
    }
  });
});
