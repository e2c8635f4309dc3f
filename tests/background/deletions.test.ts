import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { finishDeletions } from '@/entrypoints/background/discarded';
import { makeTicket } from '@/entrypoints/background/tickets';
import { UNDO_MS } from '@/utils/outbox/discard';
import { aBackground, framed, NOW, popup } from '../support/background-world';
import { must } from '../support/outbox-world';

beforeEach(() => {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
  vi.spyOn(fakeBrowser.action, 'setTitle').mockResolvedValue(undefined as never);
  vi.spyOn(fakeBrowser.action, 'setBadgeText').mockResolvedValue(undefined as never);
});

async function withDraft() {
  const world = aBackground();
  const { draftId } = must(await world.ask<'draft:new'>('draft:new', {}, popup));
  const overview = async () => must(await world.ask<'overview:read'>('overview:read', {}, popup));
  return { ...world, draftId, overview };
}

test('a deleted draft can be taken back from any popup that opens in time', async () => {
  const { ask, draftId, overview } = await withDraft();
  must(await ask('draft:discard', { draftId }, popup));
  expect(await overview()).toMatchObject({ drafts: [], discarded: [{ id: draftId, kind: 'draft' }] });
  must(await ask('discard:undo', { id: draftId }, popup));
  expect(await overview()).toMatchObject({ drafts: [{ id: draftId }], discarded: [] });
});

test('what a worker left to delete the next one deletes, and says so', async () => {
  const { ask, draftId, overview, services, counts } = await withDraft();
  must(await ask('draft:discard', { draftId }, popup));
  const { announced } = counts();
  await finishDeletions({ ...services, clock: () => NOW + UNDO_MS });
  expect(counts().announced).toBe(announced + 1);
  expect(await overview()).toMatchObject({ drafts: [], discarded: [] });
  const late = await ask('discard:undo', { id: draftId }, popup);
  expect(late).toEqual({ ok: false, error: { code: 'undo-too-late' } });
});

test('a frame takes back and holds its own draft only', async () => {
  const { ask, draftId } = await withDraft();
  const { draftId: other } = must(await ask<'draft:new'>('draft:new', {}, popup));
  must(await ask('draft:open', { ticket: await makeTicket(7, draftId, NOW) }, framed));
  for (const id of [draftId, other]) must(await ask('draft:discard', { draftId: id }, popup));
  for (const name of ['discard:hold', 'discard:undo'] as const) {
    expect((await ask(name, { id: draftId }, framed)).ok).toBe(true);
    const refused = await ask(name, { id: other }, framed);
    expect(refused).toEqual({ ok: false, error: { code: 'not-allowed' } });
  }
});
