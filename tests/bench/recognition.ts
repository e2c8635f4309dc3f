import { compileRecipes } from '@/utils/activity/compile';
import type { Exchange } from '@/utils/activity/exchange';
import { exchangeOf, type Fixtures } from '@/utils/activity/fixtures';
import type { Recipe } from '@/utils/activity/recipe';
import { recognise } from '@/utils/activity/recognise';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import { allFixtures } from '../support/recipe-fixtures';
import { anyExchange, inTurns } from './in-turns';
import type { Row } from './measure';

const HOSTS = 200;
const EXCHANGES = 100_000;
/** In recordings of scripted walks through Redmine and WordPress, full of acts, one request in 32 to 43 was no GET. */
const GETS_TO_ANOTHER = 40;

interface Seen {
  readonly exchange: Exchange;
  readonly recipeId: string;
}

/** Recognition beside itself with one recipe, and beside JSON; in turns. */
export function measureRecognition(): Row[] {
  return [manyRecipes(), ...besideJson()];
}

function manyRecipes(): Row {
  const [first] = SHIPPED_RECIPES;
  if (first === undefined) throw new Error('no recipe is shipped');
  const seen = [...actsOf(first), ...readingOf(first)];
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

/** As a browser makes them; and alone those that are no GET, which are what there is to look at. */
function besideJson(): Row[] {
  const recipes = compileRecipes(SHIPPED_RECIPES);
  const reading = SHIPPED_RECIPES.flatMap(readingOf);
  const gets = reading.filter(({ exchange }) => exchange.method === 'GET');
  const posted = reading.filter(({ exchange }) => exchange.method !== 'GET');
  const writes = [...SHIPPED_RECIPES.flatMap(actsOf), ...posted];
  const mixed = Array.from({ length: EXCHANGES }, (_, n) => {
    const kind = n % GETS_TO_ANOTHER === 0 ? writes : gets;
    return kind[Math.floor(n / GETS_TO_ANOTHER + n) % kind.length] as Seen;
  });
  const beside = (exchanges: readonly Seen[]): Pick<Row, 'values' | 'against'> => {
    const texts = exchanges.map(({ exchange }) => JSON.stringify(exchange));
    const match = () => {
      for (const { exchange, recipeId } of exchanges) recognise(exchange, recipes, recipeId);
    };
    const parse = () => {
      for (const text of texts) JSON.parse(text);
    };
    return inTurns(match, parse);
  };
  return [
    { what: '100,000 exchanges, against JSON.parse of the same', ...beside(mixed), most: 1.5 },
    {
      what: '10,000 that are no GET, against JSON.parse of the same',
      ...beside(repeat(writes, EXCHANGES / 10)),
    },
  ];
}

/** What people did, and what looks like it. */
function actsOf({ id }: Recipe): Seen[] {
  const { positives, negatives } = fixturesOf(id);
  return [...positives, ...negatives].map(({ exchange }) => ({
    exchange: exchangeOf(exchange),
    recipeId: id,
  }));
}

/** What a browser sends while they only read; some of it by POST. */
function readingOf({ id }: Recipe): Seen[] {
  return fixturesOf(id).reading.map(({ method, url }) => ({
    exchange: { ...anyExchange, method, url },
    recipeId: id,
  }));
}

function fixturesOf(id: string): Fixtures {
  const fixtures = allFixtures().find(([each]) => each === id)?.[1];
  if (fixtures === undefined) throw new Error(`${id} has no fixtures`);
  return fixtures;
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
