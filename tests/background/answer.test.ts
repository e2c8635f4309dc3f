import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepCommunity } from '@/utils/community/store';
import { deliver } from '@/utils/outbox/deliver';
import { aBackground, framed, popup } from '../support/background-world';
import { TOKEN } from '../support/fake-community';
import { aCommunity, createLock, must } from '../support/outbox-world';

const community = aCommunity();

beforeEach(() => {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function connected() {
  const world = aBackground();
  const { db, services, ask } = world;
  await keepCommunity(db, community, TOKEN);
  const { perform, clock } = services;
  const run = () => deliver({ db, clock, perform, random: () => 0.5, lock: createLock() });
  const write = async (draftId: string, title: string) => {
    const { draft } = must(await ask<'draft:open'>('draft:open', { draftId }, popup));
    const practice = { ...draft.practice, title, did: 'Zo.' };
    const there = draft.answers ?? { communityId: community.id, placeId: null, audience: 'members' };
    const { communityId, placeId, audience } = there;
    const change = { draftId, revision: draft.revision, practice, communityId };
    const { revision, preview } = must(await ask<'draft:save'>('draft:save', change, popup));
    const order = { draftId, revision, communityId, placeId, audience, text: preview.text };
    return must(await ask<'draft:send'>('draft:send', order, popup));
  };
  const share = async (title: string) => {
    const { draftId } = must(await ask<'draft:new'>('draft:new', {}, popup));
    return write(draftId, title);
  };
  const add = async (entryId: string, title: string) => {
    const { draftId } = must(await ask<'entry:answer'>('entry:answer', { entryId }, popup));
    return write(draftId, title);
  };
  return { ...world, run, share, add };
}

describe('adding to a post', () => {
  test('that waits: the row says behind what it waits, and both arrive in order', async () => {
    const { ask, run, share, add, server } = await connected();
    const first = await share('Eerst');
    const reply = await add(first.id, 'Erachter');
    expect(reply).toMatchObject({ answers: { title: 'Eerst', waits: true }, communityName: community.name });
    must(await run());
    expect(server.posts.map(({ replyTo }) => replyTo)).toEqual([undefined, '1000000']);
    const { waiting, arrived } = must(await ask<'overview:read'>('overview:read', {}, popup));
    expect(waiting.rows).toEqual([]);
    expect(arrived.map(({ canAnswer }) => canAnswer)).toEqual([true, true]);
  });

  test('that arrived: not once it was withdrawn', async () => {
    const { ask, run, share, server } = await connected();
    const { id: entryId } = await share('Eerst');
    must(await run());
    must(await ask('entry:withdraw', { entryId }, popup));
    expect(server.posts).toEqual([]);
    const { arrived } = must(await ask<'overview:read'>('overview:read', {}, popup));
    expect(arrived.map(({ canAnswer }) => canAnswer)).toEqual([false]);
    expect(await ask('entry:answer', { entryId }, popup)).toEqual({
      ok: false,
      error: { code: 'post-withdrawn' },
    });
  });

  test('goes to its community only, and from a frame to its own post only', async () => {
    const { ask, db, share } = await connected();
    const { id: entryId } = await share('Eerst');
    await keepCommunity(db, aCommunity({ origin: 'https://another.example' }), 'token');
    const { draftId } = must(await ask<'entry:answer'>('entry:answer', { entryId }, popup));
    const opened = must(await ask<'draft:open'>('draft:open', { draftId }, popup));
    expect(opened.communities.map(({ id }) => id)).toEqual([community.id]);
    expect(await ask('entry:answer', { entryId }, framed)).toEqual({
      ok: false,
      error: { code: 'not-allowed' },
    });
  });
});
