import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { updateBadge } from '@/entrypoints/background/badge';
import { createDelivery } from '@/entrypoints/background/delivery';
import { keepCommunity } from '@/utils/community/store';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { aBackground, NOW, popup } from '../support/background-world';
import { TOKEN } from '../support/fake-community';
import { aCommunity, must } from '../support/outbox-world';

const community = aCommunity();
const BUSY = { status: 429, headers: { 'retry-after': '600' } };

beforeEach(() => {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
  vi.spyOn(fakeBrowser.action, 'setTitle').mockResolvedValue(undefined as never);
  vi.spyOn(fakeBrowser.action, 'setBadgeText').mockResolvedValue(undefined as never);
  vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor').mockResolvedValue(undefined as never);
  vi.stubGlobal('navigator', {
    ...navigator,
    locks: { request: (_name: string, work: () => unknown) => work() },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function connected() {
  const world = aBackground();
  const { db, services, ask } = world;
  await keepCommunity(db, community, TOKEN);
  const write = async (title: string): Promise<string> => {
    const { draftId } = must(await ask<'draft:new'>('draft:new', {}, popup));
    const { draft } = must(await ask<'draft:open'>('draft:open', { draftId }, popup));
    const communityId = community.id;
    const practice = { ...draft.practice, title, did: 'Zo.' };
    const change = { draftId, revision: 0, practice, communityId, unanswered: [], spareId: 'spare' };
    const { revision, preview } = must(await ask<'draft:save'>('draft:save', change, popup));
    const order = { draftId, revision, communityId, placeId: null, audience: 'members', text: preview.text };
    must(await ask<'draft:send'>('draft:send', order, popup));
    return draftId;
  };
  const writeMany = async (count: number): Promise<void> => {
    for (let n = 1; n <= count; n += 1) await write(`Praktijk ${n}`);
  };
  const waiting = async () => must(await ask<'overview:read'>('overview:read', {}, popup)).waiting;
  return { ...world, write, writeMany, waiting, run: createDelivery(services).run };
}

describe('a long delivery', () => {
  test('says how many have their receipt, out of how many', async () => {
    const { writeMany, waiting, run, server, db } = await connected();
    await writeMany(8);
    expect(await waiting()).toMatchObject({ total: 8, drain: { sent: 0, of: 8 } });
    server.faults.push(BUSY);
    await run();
    expect(await db.receipts.count()).toBe(3);
    expect((await waiting()).drain).toEqual({ sent: 3, of: 8 });
  });

  test('is over once nothing is on its way, and a few posts are none', async () => {
    const { writeMany, waiting, run } = await connected();
    await writeMany(2);
    expect((await waiting()).drain).toBeNull();
    await writeMany(6);
    expect((await waiting()).drain).toMatchObject({ sent: 0, of: 8 });
    await run();
    expect(await waiting()).toMatchObject({ rows: [], total: 0, drain: null });
  });
});

test('a community that asked to wait says until when, and so does each of its posts', async () => {
  const { writeMany, waiting, run, server } = await connected();
  await writeMany(2);
  server.faults.push(BUSY, BUSY);
  await run();
  const until = NOW + 10 * MINUTE_MS;
  expect(await waiting()).toMatchObject({
    asked: [{ communityName: community.name, until }],
    rows: [{ askedUntil: until }, { askedUntil: until }],
  });
});

test('a disk that refuses the receipt never lets anything be called delivered', async () => {
  const { write, run, db, ask, server } = await connected();
  const entryId = await write('Mappen');
  db.receipts.hook('creating').subscribe(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await run();
  expect(server.posts).toHaveLength(1);
  expect(must(await ask<'entry:read'>('entry:read', { entryId }, popup))).toMatchObject({
    state: 'sending',
    post: null,
  });
  const overview = must(await ask<'overview:read'>('overview:read', {}, popup));
  expect(overview).toMatchObject({ arrived: [], waiting: { total: 1 } });
});

test('erasing is told what is nowhere else: drafts, and entries that were not delivered', async () => {
  const { ask, write, run } = await connected();
  await write('Aangekomen');
  await run();
  await write('Wacht nog');
  must(await ask('draft:new', {}, popup));
  expect(must(await ask<'data:unsent'>('data:unsent', {}, popup))).toEqual({ drafts: 1, entries: 1 });
});

test('the badge counts what needs the person, without reading an entry', async () => {
  const { write, services, db } = await connected();
  const ids = [await write('Een'), await write('Twee'), await write('Drie')];
  for (const id of ids.slice(1)) await db.entries.update(id, { state: 'parked', reason: 'forbidden' });
  const reading = vi.fn();
  db.entries.hook('reading', (row) => {
    reading();
    return row;
  });
  await updateBadge(services);
  expect(fakeBrowser.action.setBadgeText).toHaveBeenLastCalledWith({ text: '2' });
  expect(reading).not.toHaveBeenCalled();
});
