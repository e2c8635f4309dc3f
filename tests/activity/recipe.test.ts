import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileRecipes } from '@/utils/activity/compile';
import { readRecipe } from '@/utils/activity/read-recipe';
import { RecipeSchema } from '@/utils/activity/recipe';
import { recognise } from '@/utils/activity/recognise';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import { aForm, anExchange, aRecipe } from '../support/exchanges';

const when = { method: 'POST', status: 200 } as const;
const withSignal = (signal: object): object => ({ ...aRecipe(), signals: [{ do: 'edit', when, ...signal }] });
const fieldOf = (recipe: unknown): string | null => {
  const read = readRecipe(typeof recipe === 'string' ? recipe : JSON.stringify(recipe));
  return read.ok ? null : read.error.field;
};

describe('the shipped recipes', () => {
  test.each(SHIPPED_RECIPES.map((recipe) => [recipe.id, recipe] as const))('%s is valid', (_id, recipe) => {
    expect(RecipeSchema.safeParse(recipe).error?.issues ?? []).toEqual([]);
  });

  test('are all the files of their folder, each by its name', () => {
    const names = SHIPPED_RECIPES.map(({ id }) => `${id}.json`);
    expect(names.sort()).toEqual(readdirSync('utils/activity/recipes').sort());
  });

  test.each(SHIPPED_RECIPES.map((recipe) => [recipe.id, recipe] as const))(
    '%s says where its signature comes from, what it was run against and how sure it is',
    (_id, { evidence, tested, confidence }) => {
      expect(evidence).toBeTruthy();
      expect(tested).toBeDefined(); // empty: never
      expect(confidence).toBeDefined();
    },
  );
});

describe('a recipe from elsewhere', () => {
  test('is read', () => {
    expect(readRecipe(JSON.stringify(aRecipe()))).toEqual({ ok: true, value: aRecipe() });
  });

  test.each([
    ['no JSON', '{', 'json'],
    ['a list', [], 'recipe'],
    ['nothing', null, 'recipe'],
    ['another version', { ...aRecipe(), v: 2 }, 'v'],
    ['an id with capitals', { ...aRecipe(), id: 'A DMS' }, 'id'],
    ['a field that the language does not have', { ...aRecipe(), regex: '.*' }, 'regex'],
    ['no site', { ...aRecipe(), site: undefined }, 'site'],
    ['a site without a marker', { ...aRecipe(), site: {} }, 'site'],
    ['a marker of two kinds', { ...aRecipe(), site: { any: [{ dom: 'a', host: 'b' }] } }, 'site.any.0'],
    ['no signal', { ...aRecipe(), signals: [] }, 'signals'],
    ['a verb that the design does not have', withSignal({ do: 'read' }), 'signals.0.do'],
    ['no status', withSignal({ when: { method: 'POST' } }), 'signals.0.when.status'],
    ['a status that is none', withSignal({ when: { status: '4xx' } }), 'signals.0.when.status'],
    ['a method that is none', withSignal({ when: { ...when, method: 'post it' } }), 'signals.0.when.method'],
    [
      'a constant that is nowhere said',
      withSignal({ when: { ...when, body: { status: '{params.closed}' } } }),
      'signals.0',
    ],
    ['a path without a slash', withSignal({ when: { ...when, path: 'doku.php' } }), 'signals.0.when.path'],
    ['a path with a query', withSignal({ when: { ...when, path: '/a?do=edit' } }), 'signals.0.when.path'],
    [
      'a path that captures a token',
      withSignal({ when: { ...when, path: '/{token}' } }),
      'signals.0.when.path',
    ],
    ['a capture without a name', withSignal({ when: { ...when, path: '/{}' } }), 'signals.0.when.path'],
    ['false', withSignal({ when: { ...when, body: { a: false } } }), 'signals.0.when.body.a'],
    [
      'a capture of a secret',
      withSignal({ when: { ...when, body: { a: '{sectok}' } } }),
      'signals.0.when.body.a',
    ],
    [
      'too many wildcards',
      withSignal({ when: { ...when, redirect: '*a'.repeat(9) } }),
      'signals.0.when.redirect',
    ],
    [
      'a pattern without end',
      withSignal({ when: { ...when, query: { a: 'a'.repeat(301) } } }),
      'signals.0.when.query.a',
    ],
    ['a negative that captures a nonce', { ...aRecipe(), ignore: [{ path: '/{nonce}' }] }, 'ignore.0.path'],
    ['an empty negative', { ...aRecipe(), ignore: [{}] }, 'ignore.0'],
    ['a link that keeps a token', { ...aRecipe(), linkQuery: ['id', 'token'] }, 'linkQuery.1'],
    ['an unknown filter', withSignal({ title: ['{id|upper}'] }), 'signals.0.title.0'],
    ['a filter that every object has', withSignal({ title: ['{id|constructor}'] }), 'signals.0.title.0'],
    ['an unknown source', withSignal({ title: ['$cookie'] }), 'signals.0.title.0'],
    ['an address as a title', withSignal({ title: ['$location'] }), 'signals.0.title.0'],
    ['a title as a link', withSignal({ link: ['$title'] }), 'signals.0.link.0'],
    ['a link to elsewhere', withSignal({ link: ['https://elsewhere.test/{id}'] }), 'signals.0.link.0'],
    ['a link without a slash', withSignal({ link: ['documents/{id}'] }), 'signals.0.link.0'],
    ['a secret as a title', withSignal({ title: ['$title', '{body.password}'] }), 'signals.0.title.1'],
    ['a whole body as a title', withSignal({ title: ['{body.$text}'] }), 'signals.0.title.0'],
    [
      'a token of the page',
      withSignal({ title: ['dom:meta[name=csrf-token]@content'] }),
      'signals.0.title.0',
    ],
    ['a row that nothing captures', withSignal({ title: ['before:#post-{id} .title'] }), 'signals.0.title.0'],
    ['a row named by a secret', withSignal({ title: ['dom:#post-{query.nonce}'] }), 'signals.0.title.0'],
    ['a look at the site', withSignal({ title: ['json:/api/{id}#name'] }), 'signals.0.title.0'],
    ['a brace that is not closed', withSignal({ title: ['{body.id'] }), 'signals.0.title.0'],
    ['a proof that asks for nothing', withSignal({ confirm: { within: 5 } }), 'signals.0.confirm'],
    ['a wait without end', withSignal({ confirm: { dom: 'a', within: 60_000 } }), 'signals.0.confirm.within'],
    ['a title that nothing captures', withSignal({ title: ['{id}'] }), 'signals.0.title.0'],
    ['too many signals', { ...aRecipe(), signals: Array(101).fill({ do: 'edit', when }) }, 'signals'],
  ])('%s is refused, and the field is named', (_what, recipe, field) => {
    expect(fieldOf(recipe)).toBe(field);
  });

  test('a recipe of the package may look one thing up on its own site', () => {
    const shipped = withSignal({ when: { ...when, path: '/{id}' }, title: ['json:/api/{id}#entry.name'] });
    expect(RecipeSchema.safeParse(shipped).success).toBe(true);
  });

  test('a row of a list may be named by what the exchange says of it', () => {
    const recipe = withSignal({
      when: { ...when, path: '/{id}' },
      title: ['before:#post-{id} .title', 'dom:#row-{query.post} a'],
      link: ['dom:#post-{id} a@href'],
    });
    expect(fieldOf(recipe)).toBeNull();
  });

  test('a name that every object has cannot change what an object is', () => {
    const text = JSON.stringify(withSignal({ when: { ...when, body: { a: 'b' } } })).replace(
      '"a":',
      '"__proto__":',
    );
    readRecipe(text);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  test('the most costly one that is let in holds nobody up', () => {
    const hard = `${'*a'.repeat(6)}*b*c`;
    const recipe = (signals: number) => ({
      ...aRecipe(),
      signals: Array(signals).fill({ do: 'edit', when: { ...when, body: { a: Array(10).fill(hard) } } }),
    });
    expect(fieldOf(recipe(6))).toBe('recipe');
    const read = readRecipe(JSON.stringify(recipe(5)));
    if (!read.ok) throw new Error(read.error.field);
    const exchange = anExchange({ body: aForm({ a: `${'a'.repeat(64 * 1024)}c` }) });
    expect(recognise(exchange, compileRecipes([read.value]), 'a-dms')).toBeNull();
  });
});
