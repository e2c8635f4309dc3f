import { browser } from 'wxt/browser';
import type { CompiledRecipes } from '@/utils/activity/compile';
import type { Exchange } from '@/utils/activity/exchange';
import { chooseRecipe, type SiteClues, selectorsOf } from '@/utils/activity/site-markers';
import { permissionPattern } from '@/utils/platform/origins';
import { originOf } from '@/utils/settings/policy';
import { readInPage } from './read-page';
import { isOpenToBind } from './recipes';
import type { Services } from './services';

/** Where to look: the tab and the answer of an exchange, if one made us look. */
interface Seen {
  readonly tabId: number;
  /** Names in lower case. */
  readonly responseHeaders: Exchange['responseHeaders'];
}

/** Looks which system a site is, in a tab that shows it, and binds its recipe. Null where nothing could be told. */
export async function bindRecipe(services: Services, origin: string, seen?: Seen): Promise<string | null> {
  const tab = seen?.tabId ?? (await tabOf(origin));
  if (tab === undefined) return null;
  const recipes = await services.recipes.current();
  const page = await lookInTab(tab, origin, recipes.compiled);
  const responseHeaders = seen?.responseHeaders ?? {};
  const recipeId = page === null ? null : chooseRecipe(recipes.compiled, { ...page, responseHeaders });
  const site = await services.db.sites.get(origin);
  if (recipeId === null || site === undefined) return null;
  if (site.chosen && !isOpenToBind(site, recipes)) return site.recipeId;
  const tries = site.tries && site.recipeId === recipeId;
  await services.db.sites.update(origin, { recipeId, chosen: false, tries });
  services.announce();
  return recipeId;
}

async function tabOf(origin: string): Promise<number | undefined> {
  const tabs = await browser.tabs.query({ url: permissionPattern(origin) });
  const ofSite = tabs.filter(({ url }) => originOf(url ?? '') === origin);
  return (ofSite.find(({ active }) => active) ?? ofSite[0])?.id;
}

type PageClues = Omit<SiteClues, 'responseHeaders'>;

async function lookInTab(tabId: number, origin: string, recipes: CompiledRecipes): Promise<PageClues | null> {
  const seen = await readInPage(tabId, lookAround, selectorsOf(recipes));
  if (!seen || seen.origin !== origin) return null;
  return { ...seen, selectors: new Set(seen.selectors) };
}

/** Runs in the page: self-contained; which markers are there, and the names of cookies, never their values. */
function lookAround(selectors: readonly string[]): {
  origin: string;
  host: string;
  path: string;
  title: string;
  selectors: string[];
  cookieNames: string[];
} {
  const there = (selector: string): boolean => {
    try {
      return Document.prototype.querySelector.call(document, selector) !== null;
    } catch {
      return false; // a selector that this browser does not know finds nothing
    }
  };
  return {
    origin: location.origin,
    host: location.host,
    path: location.pathname,
    title: document.title.slice(0, 200),
    selectors: selectors.filter(there),
    cookieNames: document.cookie.split(';').map((cookie) => cookie.split('=')[0]?.trim() ?? ''),
  };
}
