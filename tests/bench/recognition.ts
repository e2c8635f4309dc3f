import { compileRecipes } from '@/utils/activity/compile';
import type { Exchange } from '@/utils/activity/exchange';
import { exchangeOf } from '@/utils/activity/fixtures';
import type { Recipe } from '@/utils/activity/recipe';
import { recognise } from '@/utils/activity/recognise';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import { allFixtures } from '../support/recipe-fixtures';
import type { Row } from './measure';

const HOSTS = 200;
const EXCHANGES = 100_000;
const ROUNDS = 7;
const BODY = 64 * 1024;

interface Seen {
  readonly exchange: Exchange;
  readonly recipeId: string;
}

/** Recognition beside itself with one recipe, beside JSON, and over longer and longer hostile texts; in turns. */
export function measureRecognition(): Row[] {
  return [manyRecipes(), besideJson(), ...longer()];
}

function manyRecipes(): Row {
  const [first] = SHIPPED_RECIPES;
  if (first === undefined) throw new Error('no recipe is shipped');
  const seen = exchangesOf(first);
  const one = { recipes: compileRecipes([first]), bound: new Map([[originAt(0), first.id]]) };
  const all = {
    recipes: compileRecipes(SHIPPED_RECIPES),
    bound: new Map(Array.from({ length: HOSTS }, (_, at) => [originAt(at), recipeAt(at).id])),
  };
  const onHost = (exchange: Exchange, at: number): Exchange => {
    const { pathname, search } = new URL(exchange.url);
    return { ...exchange, url: `${originAt(at)}${pathname}${search}` };
  };
  // Hosts that are bound to the recipe whose exchanges these are: the same work, found among many.
  const hosts = Array.from({ length: HOSTS }, (_, at) => at).filter((at) => recipeAt(at) === first);
  const here = repeat(seen, 20_000).map(({ exchange }) => onHost(exchange, 0));
  const anywhere = repeat(seen, 20_000).map(({ exchange }, n) =>
    onHost(exchange, hosts[n % hosts.length] ?? 0),
  );
  const run =
    ({ recipes, bound }: typeof all, exchanges: readonly Exchange[]) =>
    () => {
      for (const exchange of exchanges) {
        recognise(exchange, recipes, bound.get(new URL(exchange.url).origin) ?? null);
      }
    };
  const what = `an exchange: ${SHIPPED_RECIPES.length} recipes on ${HOSTS} sites, against one on one`;
  return { what, ...inTurns(run(all, anywhere), run(one, here)), most: 1.5 };
}

function besideJson(): Row {
  const recipes = compileRecipes(SHIPPED_RECIPES);
  const seen = repeat(SHIPPED_RECIPES.flatMap(exchangesOf), EXCHANGES);
  const texts = seen.map(({ exchange }) => JSON.stringify(exchange));
  const match = () => {
    for (const { exchange, recipeId } of seen) recognise(exchange, recipes, recipeId);
  };
  const parse = () => {
    for (const text of texts) JSON.parse(text);
  };
  return { what: '100,000 exchanges, against JSON.parse of the same', ...inTurns(match, parse), most: 1.5 };
}

/** Ten times the text, at most twelve times the time: nothing that a page sends may hold us up. */
function longer(): Row[] {
  const worst = '**a*b**a*b**';
  const recipe = (when: object): Recipe => ({
    v: 1,
    id: 'worst',
    name: 'Worst',
    site: { any: [{ host: '*' }] },
    signals: [{ do: 'edit', when: { status: 200, ...when } }],
  });
  const base: Exchange = { ...anyExchange, type: 'xmlhttprequest' };
  const ways: [string, Recipe, (length: number) => Exchange][] = [
    [
      'body',
      recipe({ body: { $text: `${worst}c**` } }),
      (length) => ({ ...base, body: { kind: 'text', text: `${'ab'.repeat(length / 2)}?` } }),
    ],
    [
      'path',
      recipe({ path: `/${worst}c**` }),
      (length) => ({ ...base, url: `http://dms.test/${'ab'.repeat(length / 2)}?` }),
    ],
  ];
  return ways.map(([what, each, exchange]) => {
    const recipes = compileRecipes([each]);
    const [long, short] = [exchange(BODY), exchange(BODY / 10)];
    const run = (one: Exchange) => () => {
      for (let n = 0; n < 20; n += 1) recognise(one, recipes, each.id);
    };
    return {
      what: `a hostile ${what} of 64 KiB, against one of 6.4`,
      ...inTurns(run(long), run(short)),
      most: 12,
    };
  });
}

const anyExchange: Exchange = {
  method: 'POST',
  url: 'http://dms.test/',
  type: 'main_frame',
  tabId: 1,
  initiator: null,
  requestHeaders: {},
  body: { kind: 'none' },
  status: 200,
  responseHeaders: {},
  redirect: null,
  at: 0,
};

/** Milliseconds of two ways in turns; the first round only warms up. */
function inTurns(one: () => void, other: () => void): Pick<Row, 'values' | 'against'> {
  const values: number[] = [];
  const against: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const taken = [one, other].map((run) => {
      const startedAt = performance.now();
      run();
      return performance.now() - startedAt;
    });
    if (round === 0) continue;
    values.push(taken[0] ?? Number.NaN);
    against.push(taken[1] ?? Number.NaN);
  }
  return { values, against };
}

/** What people did, what looks like it, and what they only read. */
function exchangesOf({ id }: Recipe): Seen[] {
  const fixtures = allFixtures().find(([each]) => each === id)?.[1];
  if (fixtures === undefined) throw new Error(`${id} has no fixtures`);
  const { positives, negatives, reading } = fixtures;
  const read = reading.map(({ method, url }) => ({ ...anyExchange, method, url }));
  return [...[...positives, ...negatives].map(({ exchange }) => exchangeOf(exchange)), ...read].map(
    (exchange) => ({ exchange, recipeId: id }),
  );
}

function repeat<Item>(items: readonly Item[], times: number): Item[] {
  return Array.from({ length: times }, (_, n) => items[n % items.length] as Item);
}

function originAt(at: number): string {
  return `http://site-${at}.test`;
}

function recipeAt(at: number): Recipe {
  return SHIPPED_RECIPES[at % SHIPPED_RECIPES.length] as Recipe;
}
