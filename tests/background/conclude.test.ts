import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepCommunity } from '@/utils/community/store';
import { deliver } from '@/utils/outbox/deliver';
import { aBackground, popup } from '../support/background-world';
import { TOKEN } from '../support/fake-community';
import { aCommunity, createLock, must } from '../support/outbox-world';

const community = aCommunity();
const wiki = aCommunity({ id: 'wiki', name: 'Kenniswiki', kind: 'page', audiences: ['members'] });

beforeEach(() => {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function aDiscussion() {
  const world = aBackground();
  const { db, services, ask } = world;
  await keepCommunity(db, community, TOKEN);
  await keepCommunity(db, wiki, TOKEN);
  const { perform, clock } = services;
  const run = () => deliver({ db, clock, perform, random: () => 0.5, lock: createLock() });
  const open = async (draftId: string) => must(await ask<'draft:open'>('draft:open', { draftId }, popup));
  const write = async (draftId: string, did: string, communityId: string) => {
    const { draft } = await open(draftId);
    const practice = { ...draft.practice, did };
    const change = { draftId, revision: draft.revision, practice, communityId };
    const { revision, preview } = must(await ask<'draft:save'>('draft:save', change, popup));
    const order = { draftId, revision, communityId, placeId: null, audience: 'members', text: preview.text };
    return must(await ask<'draft:send'>('draft:send', order, popup));
  };
  const { draftId } = must(await ask<'draft:new'>('draft:new', {}, popup));
  const first = await write(draftId, 'Per zaak.', community.id);
  must(await run());
  const arrived = async () => must(await ask<'overview:read'>('overview:read', {}, popup)).arrived;
  return { ...world, run, open, write, first, arrived };
}

test('a discussion is concluded on a page, and told so where it was held', async () => {
  const { ask, run, open, write, first, arrived, server } = await aDiscussion();
  expect((await arrived()).map(({ canConclude }) => canConclude)).toEqual([true]);
  const { draftId } = must(await ask<'entry:conclude'>('entry:conclude', { entryId: first.id }, popup));
  const { communities, suggested } = await open(draftId);
  expect(
    communities.map(({ name }) => name),
    'only pages',
  ).toEqual(['Kenniswiki']);
  expect(suggested?.communityId).toBe('wiki');
  const sent = await write(draftId, 'Altijd per zaak.', 'wiki');
  must(await run());
  const conclusion = (await arrived()).find(({ entryId }) => entryId === sent.id);
  expect(conclusion).toMatchObject({
    communityName: 'Kenniswiki',
    canConclude: false,
    canAnswer: false,
    canTell: true,
  });
  expect(server.posts.at(-1)?.text).toContain('Wat we afspraken: Altijd per zaak.');
  const told = must(await ask<'entry:tell'>('entry:tell', { entryId: sent.id }, popup));
  const { draft } = await open(told.draftId);
  expect(draft.practice.did).toBe(`Onze conclusie staat hier: ${conclusion?.url}`);
  await write(told.draftId, draft.practice.did, community.id);
  must(await run());
  expect(server.posts.at(-1)?.replyTo).toBe(server.posts[0]?.id);
});

test('a new practice is never offered a page', async () => {
  const { ask, open } = await aDiscussion();
  const { draftId } = must(await ask<'draft:new'>('draft:new', {}, popup));
  expect((await open(draftId)).communities.map(({ name }) => name)).toEqual([community.name]);
});

test('without any page it is handed over as one Markdown file', async () => {
  const { ask, first, open } = await aDiscussion();
  const { draftId } = must(await ask<'entry:conclude'>('entry:conclude', { entryId: first.id }, popup));
  const { draft } = await open(draftId);
  const practice = { ...draft.practice, did: 'Altijd **per zaak**.' };
  must(await ask('draft:save', { draftId, revision: draft.revision, practice, communityId: null }, popup));
  const file = must(await ask<'draft:file'>('draft:file', { draftId }, popup));
  expect(file.name).toBe(`deelgenoot-${draft.reference}.md`);
  expect(file.text).toContain('Wat we afspraken: Altijd **per zaak**.');
});
