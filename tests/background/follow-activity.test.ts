import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followExchange } from '@/entrypoints/background/follow-activity';
import type { Exchange } from '@/utils/activity/exchange';
import type { Database } from '@/utils/storage/database';
import { aBackground, NOW, SITE } from '../support/background-world';
import { anExchange, aRecipe } from '../support/exchanges';

const page = { method: 'POST', type: 'main_frame', status: 200 } as const;
const recipe = aRecipe({ do: 'move', when: page, confirm: { not: '#form' }, title: ['$title'] });

const notYet = () => Promise.reject(new Error('still waiting'));

/** A tab in which the page that sent the form stands until the answer has been loaded. */
function aTab(answer: { readonly hasForm: boolean; readonly title: string }) {
  let isLoaded = false;
  const document = () => (isLoaded ? answer : { hasForm: true, title: 'The form' });
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((async () => {
    const { title } = document();
    return { id: 1, status: isLoaded ? 'complete' : 'loading', url: `${SITE}/move`, title };
  }) as never);
  const executeScript = async () => [{ result: [false, document().hasForm] }];
  Object.assign(fakeBrowser, { scripting: { executeScript } });
  return {
    load: () => {
      isLoaded = true;
    },
  };
}

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function titlesAfter(
  exchange: Exchange,
  answer: { hasForm: boolean; title: string },
  meanwhile: (db: Database) => Promise<unknown> = async () => undefined,
) {
  const { db, services, policy } = aBackground();
  policy.current = { recipes: [JSON.stringify(recipe)] };
  await db.sites.add({
    origin: SITE,
    recipeId: recipe.id,
    addedAt: NOW,
    named: 'person',
    chosen: false,
    tries: false,
  });
  const tab = aTab(answer);
  const followed = followExchange(services, exchange);
  await vi.waitFor(() => expect(fakeBrowser.tabs.get).toHaveBeenCalledTimes(2));
  await meanwhile(db);
  tab.load();
  await vi.waitFor(() => vi.advanceTimersByTimeAsync(200).then(() => Promise.race([followed, notYet()])));
  await vi.advanceTimersByTimeAsync(10_000);
  vi.useRealTimers();
  return async () => (await db.prompts.toArray()).map(({ activity }) => activity.title);
}

describe('a form that is answered with a page', () => {
  const exchange = anExchange({ url: `${SITE}/move`, initiator: SITE, at: NOW });

  test('is judged and named by that page, and not by the one that sent it', async () => {
    const titles = await titlesAfter(exchange, { hasForm: false, title: 'Moved' });
    await vi.waitFor(async () => expect(await titles()).toEqual(['Moved'])); // the database takes real time
  });

  test('is nothing where its site was taken off the list, or everything was wiped, before it ended', async () => {
    const titles = await titlesAfter(exchange, { hasForm: false, title: 'Moved' }, (db) => db.sites.clear());
    await new Promise((resume) => setTimeout(resume, 100));
    expect(await titles()).toEqual([]);
  });

  test('is nothing where that page shows the form again', async () => {
    const titles = await titlesAfter(exchange, { hasForm: true, title: 'The form' });
    await new Promise((resume) => setTimeout(resume, 100));
    expect(await titles()).toEqual([]);
  });
});
