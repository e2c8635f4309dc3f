import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keep } from '@/entrypoints/background/keep';
import { keepForgotten } from '@/entrypoints/background/keep-forgotten';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { remember } from '@/utils/prompting/history';
import { isOpen } from '@/utils/prompting/state';
import { aBackground, activity, duePrompt, NOW } from '../support/background-world';

afterEach(() => vi.restoreAllMocks());

async function aQuestionOf(minutesAgo: number) {
  const world = aBackground();
  const prompt = { ...duePrompt, createdAt: NOW - minutesAgo * MINUTE_MS };
  await world.db.prompts.add(prompt);
  await world.db.history.add(remember(activity, 'eligible'));
  const sent = vi
    .spyOn(fakeBrowser.tabs, 'sendMessage')
    .mockReturnValue(new Promise<never>(() => undefined) as never);
  return { ...world, prompt, sent };
}

describe('a question that is due for too long', () => {
  test.each([
    ['waits in the popup', 11],
    ['made by a clock that was put back since, too', -11],
  ])('%s, and what may stand on a page of it goes: else another would come beside it', async (_case, ago) => {
    const { db, services, prompt, sent } = await aQuestionOf(ago);
    expect(isOpen(prompt, NOW)).toBe(false);
    await keepForgotten(services);
    expect(await db.prompts.get(prompt.id)).toMatchObject({ state: 'kept', reason: 'page-gone' });
    expect((await db.history.get(activity.id))?.reason).toBe('page-gone');
    expect(sent).toHaveBeenCalledExactlyOnceWith(
      prompt.tabId,
      { event: 'recall', promptId: duePrompt.id },
      { frameId: 0 },
    );
  });

  test('is not one that was made just now', async () => {
    const { db, services, prompt, sent } = await aQuestionOf(9);
    expect(isOpen(prompt, NOW)).toBe(true);
    await keepForgotten(services);
    expect((await db.prompts.get(prompt.id))?.state).toBe('due');
    expect(sent).not.toHaveBeenCalled();
  });
});

test('nobody reads that they were not asked about what they saw a question of', async () => {
  const { db, services, prompt } = await aQuestionOf(1);
  await db.history.update(activity.id, { shownAt: NOW });
  await keep(services, prompt.id, 'paused');
  expect(await db.prompts.get(prompt.id)).toMatchObject({ state: 'kept', reason: 'eligible' });
  expect((await db.history.get(activity.id))?.reason).toBe('eligible');
});
