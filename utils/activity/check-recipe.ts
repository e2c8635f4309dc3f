import type { Verb } from './activity';
import { type CompiledRecipe, type CompiledRecipes, compileRecipes } from './compile';
import type { Exchange } from './exchange';
import { explainSignals } from './explain';
import { exchangeOf, type FixturePage, type Fixtures, namesInLowerCase, pageAnswerOf } from './fixtures';
import type { Confirm } from './recipe';
import { finishActivity, recognise } from './recognise';
import { chooseRecipe, cluesOf, type FindSelectors, selectorsOf } from './site-markers';

/** What is wrong with a recipe or with its fixtures, and where. */
export interface Finding {
  readonly kind:
    | 'missed'
    | 'wrong-verb'
    | 'wrong-title'
    | 'wrong-link'
    | 'false'
    | 'few-positives'
    | 'few-negatives'
    | 'unproven-signal'
    | 'site-unknown'
    | 'claimed-by-another';
  /** The fixture, the verb or the number of the signal. */
  readonly what: string;
  readonly expected?: string;
  readonly found?: string;
}

/** So many of each, for every verb of a recipe. */
const LEAST = 2;

/** Runs a recipe over its fixtures, with all recipes at hand as the browser has them. Empty: all is well. */
export function checkRecipe(
  id: string,
  fixtures: Fixtures,
  shipped: CompiledRecipes,
  findSelectors: FindSelectors,
): Finding[] {
  const recipes = withConstants(shipped, id, fixtures.params);
  const compiled = recipes.get(id);
  if (compiled === undefined) return [{ kind: 'site-unknown', what: id }];
  return [
    ...fixtures.positives.flatMap((positive) => checkPositive(positive, compiled, recipes)),
    ...fixtures.negatives.flatMap((negative) => checkNegative(negative, id, recipes)),
    ...checkCounts(fixtures, compiled),
    ...checkSite(fixtures, id, recipes, findSelectors),
  ];
}

/** The recipes as they are where somebody filled in what only that installation knows. */
function withConstants(recipes: CompiledRecipes, id: string, params: Fixtures['params']): CompiledRecipes {
  const recipe = recipes.get(id)?.recipe;
  if (recipe === undefined || Object.keys(params).length === 0) return recipes;
  const filled = compileRecipes([{ ...recipe, params: { ...recipe.params, ...params } }]);
  return new Map([...recipes, ...filled]);
}

type Positive = Fixtures['positives'][number];
type Negative = Fixtures['negatives'][number];

function checkPositive(
  { what, verb, title, link, exchange, page }: Positive,
  { recipe: { id } }: CompiledRecipe,
  recipes: CompiledRecipes,
): Finding[] {
  const activity = activityOf(exchangeOf(exchange), page, id, recipes);
  if (activity === null) return [{ kind: 'missed', what, expected: verb }];
  const claimed = recognise(exchangeOf(exchange), recipes, null)?.recipeId ?? id;
  const compared: [Finding['kind'], string | null | undefined, string | null][] = [
    ['wrong-verb', verb, activity.verb],
    ['wrong-title', title, activity.title],
    ['wrong-link', link, activity.link],
    ['claimed-by-another', id, claimed],
  ];
  return compared.flatMap(([kind, expected, found]) =>
    expected === undefined || expected === found
      ? []
      : [{ kind, what, expected: String(expected), found: String(found) }],
  );
}

function checkNegative({ what, exchange, page }: Negative, id: string, recipes: CompiledRecipes): Finding[] {
  const activity = activityOf(exchangeOf(exchange), page, id, recipes);
  return activity === null ? [] : [{ kind: 'false', what, found: activity.verb }];
}

function activityOf(
  exchange: Exchange,
  page: FixturePage | undefined,
  id: string,
  recipes: CompiledRecipes,
): ReturnType<typeof finishActivity> | null {
  const recognition = recognise(exchange, recipes, id);
  if (recognition === null || !isConfirmed(recognition.confirm, page)) return null;
  return finishActivity(recognition, pageAnswerOf(page), 'a-fixture');
}

function isConfirmed(confirm: Confirm | null, page: FixturePage | undefined): boolean {
  const has = (selector: string): boolean => Object.hasOwn(page?.dom ?? {}, selector);
  if (confirm === null) return true;
  if (confirm.not !== undefined && has(confirm.not)) return false;
  return confirm.dom === undefined ? page !== undefined : has(confirm.dom);
}

function checkCounts({ positives, negatives }: Fixtures, compiled: CompiledRecipe): Finding[] {
  const { signals } = compiled.recipe;
  const few = (kind: Finding['kind'], verbs: readonly Verb[]): Finding[] =>
    [...new Set(signals.map((signal) => signal.do))].flatMap((verb) => {
      const count = verbs.filter((each) => each === verb).length;
      return count < LEAST ? [{ kind, what: verb, expected: String(LEAST), found: String(count) }] : [];
    });
  const proven = new Set(positives.map(({ exchange }) => firstMatch(exchangeOf(exchange), compiled)));
  const unproven = signals.flatMap((_, index): Finding[] =>
    proven.has(index) ? [] : [{ kind: 'unproven-signal', what: `signals.${index}` }],
  );
  return [
    ...few(
      'few-positives',
      positives.map(({ verb }) => verb),
    ),
    ...few(
      'few-negatives',
      negatives.map(({ not }) => not),
    ),
    ...unproven,
  ];
}

function firstMatch(exchange: Exchange, compiled: CompiledRecipe): number {
  return explainSignals(exchange, compiled).findIndex(({ failed }) => failed.length === 0);
}

function checkSite(
  { site }: Fixtures,
  id: string,
  recipes: CompiledRecipes,
  findSelectors: FindSelectors,
): Finding[] {
  const { url, html, headers, cookies } = site;
  const responseHeaders = namesInLowerCase(headers);
  const clues = cluesOf(
    { url, html, cookieNames: cookies, responseHeaders },
    selectorsOf(recipes),
    findSelectors,
  );
  const chosen = chooseRecipe(recipes, clues);
  return chosen === id ? [] : [{ kind: 'site-unknown', what: url, expected: id, found: chosen ?? 'null' }];
}
