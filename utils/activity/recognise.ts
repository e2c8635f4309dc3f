import { type Activity, MAX_TITLE_LENGTH, type Verb } from './activity';
import type { CompiledRecipe, CompiledRecipes, CompiledWhen } from './compile';
import { mayBeActivity } from './drop-rules';
import type { Exchange } from './exchange';
import { cleanLink } from './link';
import { type Match, matchWhen, type Reading, readExchange } from './match';
import type { BurstRule, Confirm, Signal } from './recipe';
import {
  answerSources,
  openQuestions,
  type PageAnswer,
  type PageQuestion,
  prepareSources,
  type SourceStep,
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
  if (!mayBeActivity(exchange)) return null;
  const reading = readExchange(exchange);
  if (boundId !== null) {
    const recipe = recipes.get(boundId);
    return recipe === undefined ? null : recogniseBy(recipe, reading, () => true);
  }
  const found = [...recipes.values()].flatMap((recipe) => recogniseBy(recipe, reading, isTelling) ?? []);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The ids of the recipes that would match if they were bound: a first exchange makes us look which one it is. */
export function candidatesOf(exchange: Exchange, recipes: CompiledRecipes): string[] {
  if (!mayBeActivity(exchange)) return [];
  const reading = readExchange(exchange);
  return [...recipes.values()]
    .filter((recipe) => recogniseBy(recipe, reading, () => true) !== null)
    .map(({ recipe }) => recipe.id);
}

function isTelling({ query, header, body }: CompiledWhen): boolean {
  return query.length + header.length + body.length > 0;
}

function recogniseBy(
  compiled: CompiledRecipe,
  reading: Reading,
  counts: (when: CompiledWhen) => boolean,
): Recognition | null {
  for (const { signal, when } of compiled.signals) {
    if (!counts(when)) continue;
    const match = matchWhen(when, reading);
    if (!match.ok) continue;
    const ignored = compiled.ignore.some((negative) => matchWhen(negative, reading).ok);
    return ignored ? null : toRecognition(compiled, signal, reading, match);
  }
  return null;
}

function toRecognition(
  { recipe }: CompiledRecipe,
  signal: Signal,
  reading: Reading,
  { captures }: Extract<Match, { ok: true }>,
): Recognition {
  const { exchange } = reading;
  const prepare = (sources: readonly string[]): SourceStep[] =>
    prepareSources(sources, captures, reading, recipe);
  return {
    recipeId: recipe.id,
    verb: signal.do,
    site: new URL(exchange.url).origin,
    tabId: exchange.tabId,
    at: exchange.at,
    confirm: signal.confirm ?? null,
    burst: signal.burst ?? {},
    title: prepare(signal.title ?? ['$title']),
    link: prepare(signal.link ?? ['$location']),
    linkQuery: recipe.linkQuery ?? [],
    base: exchange.url,
  };
}

/** What the page has to be asked before the activity has its name. */
export function pageQuestions({ title, link }: Recognition): PageQuestion[] {
  return [...openQuestions(title), ...openQuestions(link)];
}

/** The activity, with the page's answers filled in. */
export function finishActivity(recognition: Recognition, page: PageAnswer, id: string): Activity {
  const title = answerSources(recognition.title, page);
  return {
    id,
    verb: recognition.verb,
    title: shorten(title),
    link: cleanLink(answerSources(recognition.link, page), recognition.base, recognition.linkQuery),
    site: recognition.site,
    system: recognition.recipeId,
    count: 1,
    at: recognition.at,
  };
}

/** Cut at a whole character: half an emoji is no text. */
function shorten(title: string): string {
  return title.slice(0, MAX_TITLE_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
}

/** For people who write recipes: of each signal, the part of its `when` that failed; null where it matched. */
export function explain(
  exchange: Exchange,
  compiled: CompiledRecipe,
): { verb: Verb; failed: string | null }[] {
  const reading = readExchange(exchange);
  return compiled.signals.map(({ signal, when }) => {
    const match = matchWhen(when, reading);
    return { verb: signal.do, failed: match.ok ? null : match.failed };
  });
}
