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
import { decide } from '@/utils/prompting/decide';
import { COOL_DOWN_NOT_NOW_MS } from '@/utils/prompting/policy';
import type { Prompt } from '@/utils/prompting/prompt';
import type { Site } from '@/utils/settings/settings';
import { bindRecipe } from './bind-recipe';
import { keepForgotten, placePrompt } from './place-prompt';
import { askBefore } from './read-before';
import { askPage, isConfirmed, waitForPage } from './read-page';
import { isOpenToBind, isTrusted, recipeOf } from './recipes';
import type { Services } from './services';
import { unattended } from './unattended';

/** Bursts that are still going on, by recipe and tab. A worker that is stopped meanwhile loses a prompt, never a text. */
const bursts = new Map<string, { burst: Burst; timer: ReturnType<typeof setTimeout> | null }>();

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
  { type, redirect }: Pick<Exchange, 'type' | 'redirect'>,
): Promise<void> {
  const { tabId, site, confirm } = recognition;
  const questions = pageQuestions(recognition);
  /** Another page comes in place of the one that sent the request, as after every form without a script. */
  const leavesPage = type === 'main_frame';
  const before = await askBefore(tabId, questions, leavesPage ? { redirect } : null);
  const wantsPage = confirm !== null || questions.length > 0;
  if (leavesPage && wantsPage && !(await waitForPage(tabId, site)) && confirm !== null) return;
  if (confirm !== null && !(await isConfirmed(tabId, confirm))) return; // no proof: silence, and nothing is counted
  const after = await askPage(tabId, questions);
  const activity = finishActivity(recognition, (asked) => before(asked) ?? after(asked), newId());
  collect(services, activity, recognition);
}

function collect(
  services: Services,
  activity: Activity,
  { burst: rule, recipeId, tabId }: Recognition,
): void {
  const key = `${recipeId} ${tabId}`;
  const open = bursts.get(key);
  if (open?.timer) clearTimeout(open.timer);
  const burst = addToBurst(open?.burst ?? null, activity, rule);
  const endsAt = burstEndsAt(burst);
  const timer =
    endsAt === null ? null : setTimeout(() => finish(services, key, tabId), endsAt - services.clock());
  bursts.set(key, { burst, timer });
}

function finish(services: Services, key: string, tabId: number): void {
  const open = bursts.get(key);
  bursts.delete(key);
  const activity = open === undefined ? null : endBurst(open.burst);
  if (activity !== null) unattended(promptFor(services, activity, tabId));
}

/** A burst that lasts until its page is left ends when the tab goes to another page. */
function endBurstsThatWereLeft(services: Services, { type, tabId, redirect }: Exchange): void {
  if (type !== 'main_frame' || redirect !== null) return;
  for (const [key, { burst }] of bursts) {
    if (burst.rule.until === 'leave' && key.endsWith(` ${tabId}`)) finish(services, key, tabId);
  }
}

/** Decides, remembers what was decided and why, and places the chip where the answer was "ask". */
export async function promptFor(services: Services, activity: Activity, tabId: number): Promise<void> {
  await keepForgotten(services);
  const { pausedUntil, never } = await services.settings();
  const now = services.clock();
  const prompt = await services.db.transaction('rw', services.db.prompts, async (): Promise<Prompt> => {
    const history = await services.db.prompts
      .where('createdAt')
      .above(now - 2 * COOL_DOWN_NOT_NOW_MS)
      .toArray();
    const { ask, reason } = decide(
      { pausedUntil, never, history },
      { kind: 'activity', activity },
      services.clock,
    );
    const state = ask ? 'due' : 'silent';
    const made: Prompt = {
      id: newId(),
      activity,
      state,
      reason,
      tabId,
      createdAt: now,
      shownAt: null,
      answer: null,
      answeredAt: null,
    };
    await services.db.prompts.add(made);
    return made;
  });
  services.announce();
  if (prompt.state === 'due') await placePrompt(services, prompt);
}
