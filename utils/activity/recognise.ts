import { type Activity, MAX_TITLE_LENGTH, type Verb } from './activity';
import type { CompiledRecipe, CompiledRecipes, CompiledWhen } from './compile';
import { mayBeActivity, meantMethod } from './drop-rules';
import type { Exchange } from './exchange';
import { cleanLink } from './link';
import { type Match, matchWhen, Reading } from './match';
import type { BurstRule, Confirm, Signal } from './recipe';
import {
  answerSources,
  type Given,
  openQuestions,
  type PageAnswer,
  type PageQuestion,
  prepareSources,
  type SourceStep,
  tidyTitle,
} from './sources';

/** An exchange that proves an activity, before the page was asked for its name. Holds nothing else of the exchange. */
export interface Recognition {
  readonly recipeId: string;
  readonly verb: Verb;
  readonly site: string;
  readonly tabId: number;
  readonly at: number;
  readonly confirm: Confirm | null;
  readonly burst: BurstRule;
  readonly title: readonly SourceStep[];
  readonly link: readonly SourceStep[];
  readonly linkQuery: readonly string[];
  /** The address against which relative links are read. */
  readonly base: string;
}

/**
 * What someone did, if an exchange proves it. `boundId` is the recipe bound to the origin. Without one a recipe counts
 * only where exactly one matches by body, query or header: a path and a status alone look like too many systems.
 */
export function recognise(
  exchange: Exchange,
  recipes: CompiledRecipes,
  boundId: string | null,
): Recognition | null {
  if (boundId !== null) {
    const recipe = recipes.get(boundId);
    const canMatch = recipe !== undefined && recipe.signalsFor(meantMethod(exchange)).length > 0;
    return canMatch ? recogniseBy(recipe, new Reading(exchange), () => true) : null;
  }
  const reading = new Reading(exchange);
  const found = [...recipes.values()].flatMap((recipe) => recogniseBy(recipe, reading, isTelling) ?? []);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The ids of the recipes that would match if they were bound: a first exchange makes us look which one it is. */
export function candidatesOf(exchange: Exchange, recipes: CompiledRecipes): string[] {
  const reading = new Reading(exchange);
  return [...recipes.values()]
    .filter((recipe) => recogniseBy(recipe, reading, () => true) !== null)
    .map(({ recipe }) => recipe.id);
}

function isTelling({ query, header, body }: CompiledWhen): boolean {
  return [...query, ...header, ...body].some(({ telling }) => telling);
}

function recogniseBy(
  compiled: CompiledRecipe,
  reading: Reading,
  counts: (when: CompiledWhen) => boolean,
): Recognition | null {
  for (const { signal, when } of compiled.signalsFor(reading.method)) {
    if (!counts(when)) continue;
    const match = matchWhen(when, reading);
    if (!match.ok) continue;
    const ignored =
      !mayBeActivity(reading.exchange) || compiled.ignore.some((negative) => matchWhen(negative, reading).ok);
    return ignored ? null : toRecognition(compiled, signal, reading, match);
  }
  return null;
}

/** The recognition that a matched signal makes of an exchange. */
export function toRecognition(
  { recipe }: CompiledRecipe,
  signal: Signal,
  reading: Reading,
  { captures, prefix }: Pick<Extract<Match, { ok: true }>, 'captures' | 'prefix'>,
): Recognition {
  const { exchange, url } = reading;
  const { origin, pathname } = url;
  const base = `${origin}${pathname}`;
  const linkQuery = recipe.linkQuery ?? [];
  const given: Given = { reading, captures, prefix, params: recipe.params ?? {} };
  return {
    recipeId: recipe.id,
    verb: signal.do,
    site: origin,
    tabId: exchange.tabId,
    at: exchange.at,
    confirm: signal.confirm ?? null,
    burst: signal.burst ?? {},
    title: cleanKnown(prepareSources(signal.title ?? ['$title'], 'title', given), shorten),
    link: cleanKnown(prepareSources(signal.link ?? ['$location'], 'link', given), (value) =>
      cleanLink(value.trim(), base, linkQuery),
    ),
    linkQuery,
    base,
  };
}

/** What is known already is cut to what will be kept; what then says nothing makes way for the next source. */
function cleanKnown(steps: readonly SourceStep[], clean: (value: string) => string | null): SourceStep[] {
  return steps.flatMap((step): SourceStep[] => {
    if (step.kind === 'page') return [step];
    const value = clean(step.value);
    return value === null || value === '' ? [] : [{ kind: 'known', value }];
  });
}

/** What the page has to be asked before the activity has its name. */
export function pageQuestions({ title, link }: Recognition): PageQuestion[] {
  return [...openQuestions(title), ...openQuestions(link)];
}

/** The activity, with the page's answers filled in. */
export function finishActivity(recognition: Recognition, page: PageAnswer, id: string): Activity {
  const { verb, base, linkQuery, recipeId, site, at } = recognition;
  const title = answerSources(recognition.title, page, shorten) ?? '';
  const link = answerSources(recognition.link, page, (value) => cleanLink(value.trim(), base, linkQuery));
  return { id, verb, title, link, site, system: recipeId, count: 1, at };
}

/** Cut at a whole character: half an emoji is no text. */
function shorten(title: string): string {
  return tidyTitle(title)
    .slice(0, MAX_TITLE_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, '');
}
