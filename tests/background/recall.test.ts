import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { MessageName } from '@/utils/messaging/contract';
import type { Reason } from '@/utils/prompting/prompt';
import { DEFAULT_ASKING_HOURS } from '@/utils/settings/asking';
import { PAUSED_ALWAYS } from '@/utils/settings/settings';
import { aBackground, duePrompt, popup, SITE } from '../support/background-world';

afterEach(() => vi.restoreAllMocks());

async function aQuestionOnAPage() {
  vi.spyOn(fakeBrowser.permissions, 'remove').mockResolvedValue();
  const world = aBackground();
  await world.db.prompts.add(duePrompt);
  const sent = vi
    .spyOn(fakeBrowser.tabs, 'sendMessage')
    .mockRejectedValue(new Error('Receiving end does not exist'));
  return { ...world, sent };
}

const recalled = [duePrompt.tabId, { event: 'recall', promptId: duePrompt.id }, { frameId: 0 }];

test('a pause takes back the question that waits for a moment or stands on a page; it waits in the popup', async () => {
  const { db, ask, sent } = await aQuestionOnAPage();
  await ask('pause:set', { until: PAUSED_ALWAYS }, popup);
  expect(sent).toHaveBeenCalledExactlyOnceWith(...recalled);
  expect(await db.prompts.get(duePrompt.id)).toMatchObject({ state: 'kept', reason: 'paused' });
});

test('to go on asking takes nothing back', async () => {
  const { db, ask, sent } = await aQuestionOnAPage();
  await ask('pause:set', { until: null }, popup);
  expect(sent).not.toHaveBeenCalled();
  expect((await db.prompts.get(duePrompt.id))?.state).toBe('due');
});

test.each<[string, MessageName, unknown, Reason]>([
  ['the offer to stop', 'asking:stop', {}, 'paused'],
  ['a page that is marked', 'sensitive:add', { site: SITE, path: '/doku.php' }, 'sensitive'],
  ['a day off', 'asking:save', { hours: { ...DEFAULT_ASKING_HOURS, days: [7] }, perWeek: 2 }, 'day-off'],
  ['a site that goes', 'site:remove', { origin: SITE }, 'page-gone'],
])('%s takes it back too', async (_what, name, request, reason) => {
  const { db, ask, sent } = await aQuestionOnAPage();
  expect(await ask(name, request, popup)).toMatchObject({ ok: true });
  expect(sent).toHaveBeenCalledExactlyOnceWith(...recalled);
  expect(await db.prompts.get(duePrompt.id)).toMatchObject({ state: 'kept', reason });
});

test('a choice that is not against it takes nothing back', async () => {
  const { ask, sent } = await aQuestionOnAPage();
  await ask('sensitive:add', { site: SITE, path: '/elsewhere' }, popup);
  await ask('asking:save', { hours: DEFAULT_ASKING_HOURS, perWeek: 1 }, popup);
  expect(sent).not.toHaveBeenCalled();
});

test.each(['ledger:wipe', 'data:wipe'] as const)(
  '%s leaves no question on a page that nobody would hear',
  async (name) => {
    const { db, ask, sent } = await aQuestionOnAPage();
    await ask(name, {}, popup);
    expect(sent).toHaveBeenCalledExactlyOnceWith(...recalled);
    expect(await db.prompts.count()).toBe(0);
  },
);
