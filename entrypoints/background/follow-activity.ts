import { browser } from 'wxt/browser';
import type { Activity } from '@/utils/activity/activity';
import { addToBurst, type Burst, burstEndsAt, endBurst } from '@/utils/activity/burst';
import type { Exchange } from '@/utils/activity/exchange';
import { type Pending, recognisePending } from '@/utils/activity/pending';
import type { RecipesInForce } from '@/utils/activity/recipes-in-force';
import {
  candidatesOf,
  finishActivity,
  pageQuestions,
  type Recognition,
  recognise,
} from '@/utils/activity/recognise';
import { newId } from '@/utils/kernel/ids';
import type { Site } from '@/utils/settings/settings';
import { askAbout, type Where } from './ask-about';
import { bindRecipe } from './bind-recipe';
import { askBefore } from './read-before';
import { askPage, isConfirmed, waitForPage } from './read-page';
import { isOpenToBind, isTrusted, recipeOf } from './recipes';
import type { Services } from './services';
import { unattended } from './unattended';

/** Bursts that are still going on, by recipe and tab. A worker that is stopped meanwhile loses a prompt, never a text. */
const bursts = new Map<string, OpenBurst>();

interface OpenBurst {
  readonly burst: Burst;
  readonly timer: ReturnType<typeof setTimeout> | null;
  /** Addresses that its activities happened at. */
  readonly pages: ReadonlySet<string>;
}

/** From an exchange to a prompt or a reasoned silence. */
export async function followExchange(
  services: Services,
  exchange: Exchange,
  pending: Pending | null = null,
): Promise<void> {
  const origin = new URL(exchange.url).origin;
  const site = await services.db.sites.get(origin);
  if (site === undefined) return; // a permission alone, such as a community's, makes no site
  endBurstsThatWereLeft(services, exchange);
  const recipes = await services.recipes.current();
  const bound = await boundSite(services, exchange, site, recipes);
  const recipe = recipeOf(bound, recipes);
  if (recipe === null || !isTrusted(recipe, bound)) return;
  const recognition =
    pending === null
      ? recognise(exchange, recipes.compiled, recipe.id)
      : recognisePending(pending, exchange, recipes.compiled, recipe.id);
  if (recognition !== null) await followRecognition(services, recognition, exchange);
}

/** The first exchange that some recipe may know: one look at the page says which system it is. */
async function boundSite(
  services: Services,
  exchange: Exchange,
  site: Site,
  recipes: RecipesInForce,
): Promise<Site> {
  if (!isOpenToBind(site, recipes) || candidatesOf(exchange, recipes.compiled).length === 0) return site;
  const { tabId, responseHeaders } = exchange;
  await waitForPage(tabId, site.origin);
  await bindRecipe(services, site.origin, { tabId, responseHeaders });
  return (await services.db.sites.get(site.origin)) ?? site;
}

async function followRecognition(
  services: Services,
  recognition: Recognition,
  { type, redirect, url }: Pick<Exchange, 'type' | 'redirect' | 'url'>,
): Promise<void> {
  const { tabId, site, confirm } = recognition;
  const questions = pageQuestions(recognition);
  /** Another page comes in place of the one that sent the request, as after every form without a script. */
  const leavesPage = type === 'main_frame';
  const before = await askBefore(tabId, questions, leavesPage ? { redirect } : null);
  const wantsPage = confirm !== null || questions.length > 0;
  if (leavesPage && wantsPage && !(await waitForPage(tabId, site)) && confirm !== null) return;
  if (confirm !== null && !(await isConfirmed(tabId, confirm))) return; // no proof: silence, and nothing is counted
  const after = await askPage(tabId, questions, () => services.note(site, 'title'));
  const activity = finishActivity(recognition, (asked) => before(asked) ?? after(asked), newId());
  const pages = [url, redirect, activity.link, await addressOf(tabId)].filter((page) => page !== null);
  collect(services, activity, recognition, pages);
}

async function addressOf(tabId: number): Promise<string | null> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.url ?? null;
}

function collect(
  services: Services,
  activity: Activity,
  { burst: rule, recipeId, tabId }: Recognition,
  pages: readonly string[],
): void {
  const key = `${recipeId} ${tabId}`;
  const open = bursts.get(key);
  if (open?.timer) clearTimeout(open.timer);
  const burst = addToBurst(open?.burst ?? null, activity, rule);
  const endsAt = burstEndsAt(burst);
  const timer =
    endsAt === null ? null : setTimeout(() => finish(services, key, tabId), endsAt - services.clock());
  bursts.set(key, { burst, timer, pages: new Set([...(open?.pages ?? []), ...pages]) });
}

function finish(services: Services, key: string, tabId: number): void {
  const open = bursts.get(key);
  bursts.delete(key);
  if (open === undefined) return;
  const activity = endBurst(open.burst);
  if (activity !== null) unattended(askWhereListed(services, activity, { tabId, pages: [...open.pages] }));
}

/** A burst may end after its site was taken off the list, or everything was wiped: nothing of it is noted then. */
async function askWhereListed(services: Services, activity: Activity, where: Where): Promise<void> {
  if ((await services.db.sites.get(activity.site)) !== undefined) await askAbout(services, activity, where);
}

/** A burst that lasts until its page is left ends when the tab goes to another page. */
function endBurstsThatWereLeft(services: Services, { type, tabId, redirect }: Exchange): void {
  if (type !== 'main_frame' || redirect !== null) return;
  for (const [key, { burst }] of bursts) {
    if (burst.rule.until === 'leave' && key.endsWith(` ${tabId}`)) finish(services, key, tabId);
  }
}
