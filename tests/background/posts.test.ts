import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { draftOfFrame, makeTicket } from '@/entrypoints/background/tickets';
import { keepCommunity } from '@/utils/community/store';
import { DAY_MS, MINUTE_MS } from '@/utils/kernel/clock';
import { deliver } from '@/utils/outbox/deliver';
import { aBackground, framed, NOW, popup } from '../support/background-world';
import { TOKEN } from '../support/fake-community';
import { aCommunity, createLock, must } from '../support/outbox-world';

const community = aCommunity();

beforeEach(() => {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** A background that is connected, with a way to write and to deliver as its pages and its alarm do. */
async function connected() {
  const world = aBackground();
  const { db, services, ask } = world;
  await keepCommunity(db, community, TOKEN);
  const { perform } = services;
  const clock = () => NOW + MINUTE_MS; // a Send from a frame may rest
  const run = () => deliver({ db, clock, perform, random: () => 0.5, lock: createLock() });
  const write = async (draftId: string, did: string, caller = popup) => {
    const opened = must(await ask<'draft:open'>('draft:open', { draftId }, caller));
    const { id: communityId } = community;
    const practice = { ...opened.draft.practice, title: 'Mappen', did };
    const { revision } = opened.draft;
    const saved = must(
      await ask<'draft:save'>(
        'draft:save',
        { draftId, revision, practice, communityId, unanswered: [], spareId: 'spare' },
        caller,
      ),
    );
    const order = { draftId, revision: saved.revision, communityId, text: saved.preview.text };
    const whole = { ...order, placeId: null, audience: 'members' };
    return must(await ask<'draft:send'>('draft:send', whole, caller));
  };
  const share = async (did: string): Promise<string> => {
    const { draftId } = must(await ask<'draft:new'>('draft:new', {}, popup));
    await write(draftId, did);
    must(await run());
    return draftId;
  };
  const arrived = async () => must(await ask<'overview:read'>('overview:read', {}, popup)).arrived;
  return { ...world, run, write, share, arrived };
}

describe('what arrived', () => {
  test('is corrected, shown once with both its moments, and withdrawn', async () => {
    const { ask, share, write, run, arrived, server } = await connected();
    const entryId = await share('Zo deed ik het.');
    expect(await arrived()).toMatchObject([
      { entryId, title: 'Mappen', correctedAt: null, canCorrect: true, canWithdraw: true },
    ]);

    const { draftId } = must(await ask<'entry:correct'>('entry:correct', { entryId }, popup));
    expect(await write(draftId, 'Zo is het beter.')).toMatchObject({ corrects: true, state: 'waiting' });
    must(await run());
    const [post, ...others] = await arrived();
    expect(others).toEqual([]);
    expect(post).toMatchObject({ entryId, communityName: community.name, withdrawnAt: null });
    expect(post?.correctedAt).not.toBeNull();
    expect(post?.text).toContain('Zo is het beter.');
    expect(server.posts.map(({ text }) => text)).toEqual([post?.text]);

    expect(await ask('entry:withdraw', { entryId }, popup)).toEqual({ ok: true, value: null });
    expect(server.posts).toEqual([]);
    expect(await arrived()).toMatchObject([
      { entryId, withdrawnAt: NOW, canCorrect: false, canWithdraw: false, text: post?.text },
    ]);
    const again = must(await ask<'entry:share-again'>('entry:share-again', { entryId }, popup));
    const opened = must(await ask<'draft:open'>('draft:open', again, popup));
    expect(opened.draft).toMatchObject({ corrects: null, practice: { did: 'Zo is het beter.' } });
  });

  test('can be read whole by any of its entries', async () => {
    const { ask, share, write, run } = await connected();
    const entryId = await share('Eerst.');
    const { draftId } = must(await ask<'entry:correct'>('entry:correct', { entryId }, popup));
    await write(draftId, 'Daarna.');
    must(await run());
    const first = must(await ask<'entry:read'>('entry:read', { entryId }, popup));
    const second = must(await ask<'entry:read'>('entry:read', { entryId: draftId }, popup));
    expect(first.post).toEqual(second.post);
    expect([first.corrects, second.corrects]).toEqual([false, true]);
  });

  test('at a community that was disconnected only has its link', async () => {
    const { ask, share, arrived } = await connected();
    await share('Zo deed ik het.');
    must(await ask('community:remove', { communityId: community.id }, popup));
    expect(await arrived()).toMatchObject([
      { communityName: 'community.example', canCorrect: false, canWithdraw: false },
    ]);
  });

  test('is sent on as a correction to its own community only', async () => {
    const { ask, db, share } = await connected();
    const entryId = await share('Zo deed ik het.');
    await keepCommunity(db, aCommunity({ origin: 'https://another.example' }), 'token');
    const { draftId } = must(await ask<'entry:correct'>('entry:correct', { entryId }, popup));
    const opened = must(await ask<'draft:open'>('draft:open', { draftId }, popup));
    expect(opened.communities.map(({ id }) => id)).toEqual([community.id]);
  });
});

describe('a frame in a page', () => {
  async function inFrame() {
    const world = await connected();
    const { draftId } = must(await world.ask<'draft:new'>('draft:new', {}, popup));
    const ticket = await makeTicket(framed.tabId ?? 0, draftId, NOW);
    must(await world.ask('draft:open', { ticket }, framed));
    await world.write(draftId, 'Vanuit de pagina.', framed);
    must(await world.run());
    return { ...world, entryId: draftId };
  }

  test('corrects its own post, and then speaks about the correction', async () => {
    const { ask, entryId, write, run, server } = await inFrame();
    const { draftId } = must(await ask<'entry:correct'>('entry:correct', { entryId }, framed));
    expect(draftId).not.toBe(entryId);
    expect(await draftOfFrame(framed.frame)).toBe(draftId);
    await write(draftId, 'Beter verteld.', framed);
    must(await run());
    expect(server.posts.map(({ edits }) => edits)).toEqual([1]);
    expect(await ask('entry:read', { entryId: draftId }, framed)).toMatchObject({ ok: true });
  });

  test('corrects, shares again and withdraws nothing else', async () => {
    const { ask, share, entryId, server } = await inFrame();
    const other = await share('Van iemand anders in dit huis.');
    const refused = { ok: false, error: { code: 'not-allowed' } };
    expect(await ask('entry:correct', { entryId: other }, framed)).toEqual(refused);
    expect(await ask('entry:share-again', { entryId: other }, framed)).toEqual(refused);
    expect(await ask('entry:withdraw', { entryId: other }, framed)).toEqual(refused);
    expect(await ask('entry:withdraw', { entryId }, framed), 'a page could cover the question').toEqual(
      refused,
    );
    expect(server.posts).toHaveLength(2);
  });
});

describe('how long own copies stay', () => {
  test('is for ever until the person says otherwise, and then what is older goes at once', async () => {
    const { ask, db, share, arrived } = await connected();
    const old = await share('Lang geleden.');
    const young = await share('Pas nog.');
    await db.receipts.update(old, { at: NOW - 31 * DAY_MS });
    const read = async () => must(await ask<'settings:read'>('settings:read', {}, popup)).retentionDays;
    expect(await read()).toBeNull();
    must(await ask('settings:retention', { retentionDays: 90 }, popup));
    expect(await db.entries.count()).toBe(2);
    must(await ask('settings:retention', { retentionDays: 30 }, popup));
    expect(await read()).toBe(30);
    expect((await db.entries.toArray()).map(({ id }) => id)).toEqual([young]);
    expect(await arrived()).toMatchObject([
      { entryId: young, title: 'Mappen' },
      { entryId: old, title: '', text: null, canCorrect: false, canWithdraw: true },
    ]);
  });

  test('is one of four times', async () => {
    const { ask } = await connected();
    expect(await ask('settings:retention', { retentionDays: 1 }, popup)).toMatchObject({
      error: { code: 'bad-request' },
    });
  });
});
