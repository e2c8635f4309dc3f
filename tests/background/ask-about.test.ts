import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askAbout } from '@/entrypoints/background/ask-about';
import type { Activity } from '@/utils/activity/activity';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/utils/kernel/clock';
import { remember } from '@/utils/prompting/history';
import type { Prompt } from '@/utils/prompting/prompt';
import type { Settings } from '@/utils/settings/settings';
import { aBackground, activity, duePrompt, NOW, SITE } from '../support/background-world';

const page = `${SITE}/doku.php`;

beforeEach(() => {
  Object.assign(fakeBrowser, { scripting: { executeScript: async () => [] } });
  const tab = { id: duePrompt.tabId, status: 'complete', url: page };
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue(tab as never);
});
afterEach(() => vi.restoreAllMocks());

/** Somebody whom we know for weeks, who began their day two hours ago and of whom these prompts wait. */
async function aDay(waiting: readonly Partial<Prompt>[], chosen: Partial<Settings> = {}) {
  const world = aBackground();
  const times = [20 * DAY_MS, 19 * DAY_MS, 18 * DAY_MS, 2 * HOUR_MS].map((ago) => NOW - ago);
  const past = times.map((at) => remember({ ...activity, id: `past-${at}`, at }, 'getting-to-know'));
  await world.db.history.bulkAdd(past);
  await world.db.prompts.bulkAdd(waiting.map((prompt) => ({ ...duePrompt, ...prompt })));
  await world.services.changeSettings(chosen);
  return world;
}

function waits(id: string, did: Partial<Activity>): Partial<Prompt> {
  const createdAt = NOW - HOUR_MS;
  return { id, activity: { ...activity, id, ...did }, state: 'silent', reason: 'day-begins', createdAt };
}

const now = { ...activity, id: 'now', verb: 'publish' } as const;

describe('what a question names beside its own', () => {
  test('is what else was done on this site today', async () => {
    const { db, services } = await aDay([waits('earlier', {}), waits('moved', { verb: 'move' })]);
    await askAbout(services, now, { tabId: 7, pages: [page] });
    const asked = await db.prompts.where({ 'activity.id': 'now' }).first();
    expect(asked?.batch).toEqual(expect.arrayContaining(['earlier', 'moved']));
  });

  test.each<[string, Partial<Settings>]>([
    ['what the person never wants to be asked about', { never: [{ site: SITE, verb: 'move' }] }],
    ['what happened on pages that are marked by now', { sensitive: [{ site: SITE, path: '/hr' }] }],
  ])('is not %s', async (_what, chosen) => {
    const unwanted = waits('unwanted', { verb: 'move', link: `${SITE}/hr/file` });
    const { db, services } = await aDay([waits('earlier', {}), unwanted], chosen);
    await askAbout(services, now, { tabId: 7, pages: [page] });
    const asked = await db.prompts.where({ 'activity.id': 'now' }).first();
    expect(asked).toMatchObject({ state: 'due', batch: ['earlier'] });
  });
});

describe('a practice that was sent', () => {
  async function sent(at: number) {
    const world = await aDay([]);
    const texts = { communityId: 'c', postId: 'p', url: SITE, title: '', reference: '', sha256: '' };
    await world.db.receipts.add({ ...texts, entryId: 'e', corrects: null, withdrawnAt: null, at });
    await askAbout(world.services, now, { tabId: 7, pages: [page] });
    return (await world.db.history.get('now'))?.reason;
  }

  test('a while ahead, by a clock that was put back, counts as now', async () => {
    expect(await sent(NOW + DAY_MS)).toBe('cool-down-shared');
  });

  test('in a far future keeps nobody silent until then', async () => {
    expect(await sent(NOW + 400 * DAY_MS)).toBe('eligible');
  });
});

describe('a prompt that found no quiet moment', () => {
  const held = { ...waits('held', {}), state: 'kept', reason: 'not-quiet' } as const;
  const waiting = { ...held, createdAt: NOW - 5 * MINUTE_MS };
  /** Something about which nothing may be asked, on the same site. */
  const silent = { ...activity, id: 'silent', verb: 'delete' } as const;
  const never = { never: [{ site: SITE, verb: 'delete' }] } as const;

  test('is tried again, and then the history says no more that it was not asked', async () => {
    const { db, services } = await aDay([waiting], { never: [...never.never] });
    await db.history.add(remember({ ...activity, id: 'held', at: NOW - 5 * MINUTE_MS }, 'not-quiet'));
    await askAbout(services, silent, { tabId: 7, pages: [page] });
    expect((await db.prompts.get('held'))?.state).toBe('due');
    expect((await db.history.get('held'))?.reason).toBe('eligible');
  });

  test('is not tried again once its own page was marked as sensitive', async () => {
    const marked = { ...waiting, activity: { ...activity, id: 'held', link: `${SITE}/hr/file` } };
    const { db, services } = await aDay([marked], {
      never: [...never.never],
      sensitive: [{ site: SITE, path: '/hr' }],
    });
    await askAbout(services, silent, { tabId: 7, pages: [page] });
    expect((await db.prompts.get('held'))?.state).toBe('kept');
  });
});
