import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PAUSED_ALWAYS } from '@/utils/settings/settings';
import { aBackground, duePrompt, popup } from '../support/background-world';

afterEach(() => vi.restoreAllMocks());

async function aQuestionOnAPage() {
  const world = aBackground();
  await world.db.prompts.add(duePrompt);
  const sent = vi
    .spyOn(fakeBrowser.tabs, 'sendMessage')
    .mockRejectedValue(new Error('Receiving end does not exist'));
  return { ...world, sent };
}

const recalled = [duePrompt.tabId, { event: 'recall' }, { frameId: 0 }];

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

test.each(['ledger:wipe', 'data:wipe'] as const)(
  '%s leaves no question on a page that nobody would hear',
  async (name) => {
    const { db, ask, sent } = await aQuestionOnAPage();
    await ask(name, {}, popup);
    expect(sent).toHaveBeenCalledExactlyOnceWith(...recalled);
    expect(await db.prompts.count()).toBe(0);
  },
);
