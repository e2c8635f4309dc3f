import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { workedOn } from '@/demo/run/earlier-work';
import { followExchange } from '@/entrypoints/background/follow-activity';
import type { Recipe } from '@/utils/activity/recipe';
import type { Site } from '@/utils/settings/settings';
import { aBackground, NOW, popup } from './background-world';
import { aForm, anExchange, aRecipe } from './exchanges';
import { showPage } from './fake-page';
import { must } from './outbox-world';

export const ORIGIN = 'http://dms.test';
export const PAGE = `${ORIGIN}/documents/7`;
/** A save in a tab that shows the page. */
export const save = anExchange({
  body: aForm({ title: 'Plan' }),
  status: 302,
  redirect: PAGE,
  tabId: 7,
  at: NOW,
});

/** A system of this organisation: a save that is answered with a redirect. */
export const own = (part: Partial<Recipe> = {}): Recipe =>
  aRecipe(
    {
      when: { method: 'POST', path: '/documents/{id}/edit', body: { title: true }, status: '3xx' },
      title: ['{body.title}'],
      burst: { quiet: 0 },
    },
    part,
  );
const site: Site = {
  origin: ORIGIN,
  recipeId: null,
  chosen: false,
  tries: false,
  addedAt: NOW,
  named: 'person',
};

/** A site whose organisation has this recipe, in a browser that shows a page of it. */
export async function aSite(recipe: Recipe = own(), part: Partial<Site> = {}) {
  showSystem();
  const world = aBackground();
  await world.db.history.bulkAdd(workedOn(ORIGIN, NOW));
  await world.db.sites.add({ ...site, ...part });
  world.policy.current = { recipes: [JSON.stringify(recipe)] };
  const settings = async () => must(await world.ask<'settings:read'>('settings:read', {}, popup));
  const row = async () => (await settings()).sites[0];
  /** The prompts that there are once so many have been made; where none is expected, a moment later. */
  const follow = async (expected: number, exchange = save) => {
    await followExchange(world.services, exchange);
    if (expected === 0) await new Promise((resume) => setTimeout(resume, 30));
    await vi.waitUntil(async () => (await world.db.prompts.count()) >= expected);
    return world.db.prompts.toArray();
  };
  return { ...world, settings, row, follow };
}

function showSystem(): void {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  showPage(7, { url: PAGE, selectors: ['#dms'] });
}
