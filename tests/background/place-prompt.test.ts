import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Reason } from '@/utils/prompting/prompt';
import { DEFAULT_ASKING_HOURS } from '@/utils/settings/asking';
import { PAUSED_ALWAYS, type Settings } from '@/utils/settings/settings';
import { aBackground, activity, duePrompt, inPage, SITE } from '../support/background-world';

const injected = vi.fn(async (_order: unknown) => []);

beforeEach(() => {
  injected.mockClear();
  Object.assign(fakeBrowser, { scripting: { executeScript: injected } });
});
afterEach(() => vi.restoreAllMocks());

/** A question that waits on a page, and follows the person to another page of that site. */
async function goesTo(path: string, chosen: Partial<Settings>) {
  const world = aBackground();
  await world.db.prompts.add(duePrompt);
  await world.services.changeSettings(chosen);
  const tab = { id: duePrompt.tabId, status: 'complete', url: `${SITE}${path}` };
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue(tab as never);
  await world.ask('prompt:left', { promptId: duePrompt.id }, inPage);
  return world;
}

const LEFT_HOURS = { ...DEFAULT_ASKING_HOURS, from: 0, to: 1 };

describe('a question that follows its tab', () => {
  test('comes along to a page on which one may be asked', async () => {
    const { db } = await goesTo('/wiki', {});
    await vi.waitFor(() => expect(injected).toHaveBeenCalledOnce());
    expect((await db.prompts.get(duePrompt.id))?.state).toBe('due');
  });

  test.each<[string, Partial<Settings>, Reason]>([
    ['a sensitive page', { sensitive: [{ site: SITE, path: '/hr' }] }, 'sensitive'],
    ['the end of the hours', { asking: LEFT_HOURS }, 'outside-hours'],
    ['a day off', { asking: { ...DEFAULT_ASKING_HOURS, days: [7] } }, 'day-off'],
    ['a pause', { pausedUntil: PAUSED_ALWAYS }, 'paused'],
    ['a "never"', { never: [{ site: SITE, verb: activity.verb }] }, 'never-verb'],
  ])('goes no further than %s', async (_where, chosen, reason) => {
    const { db } = await goesTo('/hr/file', chosen);
    await vi.waitFor(async () =>
      expect(await db.prompts.get(duePrompt.id)).toMatchObject({ state: 'kept', reason }),
    );
    expect(injected).not.toHaveBeenCalled();
  });
});
