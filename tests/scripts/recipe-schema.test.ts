import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { recipeJsonSchema } from '@/scripts/recipe-schema';
import { RecipeSchema } from '@/utils/activity/recipe';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import { aRecipe } from '../support/exchanges';
import { MISTAKES } from '../support/recipe-mistakes';

const shipped = JSON.parse(readFileSync('docs/recipe.schema.json', 'utf8'));
const accepts = new Ajv2020({ strict: true, strictRequired: false }).compile(shipped);
/** What no schema can say: what is no JSON at all, and what one part says of another. */
const BEYOND = new Set(['json', 'too-large', 'capture', 'constant', 'lookup', 'wildcards']);

test('the schema in docs is that of the code: `npm run recipes:schema` writes it', () => {
  expect(shipped).toEqual(recipeJsonSchema());
});

describe('the schema accepts', () => {
  test.each(SHIPPED_RECIPES.map((recipe) => [recipe.id, recipe] as const))('%s', (_id, recipe) => {
    accepts(recipe);
    expect(accepts.errors ?? []).toEqual([]);
  });

  test.each<[string, object]>([
    ['constants named like a secret', { params: { keys: 'a' }, ignore: [{ body: { a: '{params.keys}' } }] }],
    ['eight wildcards, doubled', { ignore: [{ path: `/${'**a'.repeat(8)}` }] }],
    ['choices that look like a secret', { ignore: [{ path: '/{token|key}/*' }] }],
    ['a brace that nobody closes', { ignore: [{ path: '/sitepages({id' }] }],
    ['a page that is looked at', { signals: [titled('dom:h1.title@data-name', '$before.title', '$title')] }],
    ['the page before', { signals: [titled("before:tr[id='{body.id}'] .name", '{query.u|bare}')] }],
    ['a look at the site', { signals: [titled('json:/api/keys#entry.name')] }],
    ['text and filters', { signals: [titled('Plan {body.year} {query.f|decoded|basename}')] }],
    ['links', { signals: [{ ...titled(), link: ['/a/{body.id}', '$location', '{query.url}'] }] }],
    ['no link', { signals: [{ ...titled(), link: [] }] }],
  ])('%s, as the code does', (_what, part) => {
    const recipe = { ...aRecipe(), ...part };
    expect(RecipeSchema.safeParse(recipe).error?.issues ?? []).toEqual([]);
    accepts(recipe);
    expect(accepts.errors ?? []).toEqual([]);
  });
});

function titled(...title: string[]): object {
  return { do: 'edit', when: { method: 'POST', status: 200 }, ...(title.length > 0 ? { title } : {}) };
}

test.each(SHIPPED_RECIPES.map((recipe) => [recipe.id, recipe] as const))('%s names it', (_id, recipe) => {
  expect(recipe.$schema).toBe('../../../docs/recipe.schema.json');
});

describe('the schema refuses', () => {
  test.each(MISTAKES.filter(([code]) => !BEYOND.has(code)))('%s at “%s”', (_code, _field, recipe) => {
    expect(accepts(JSON.parse(JSON.stringify(recipe)))).toBe(false);
  });
});

test('every part says what it is for', () => {
  const silent = Object.entries<{ properties?: Record<string, object>; description?: string }>({
    recipe: shipped,
    ...shipped.$defs,
  }).flatMap(([name, { properties = {}, description }]) => [
    ...(description === undefined ? [name] : []),
    ...Object.entries(properties)
      .filter(([, field]) => !('description' in field))
      .map(([field]) => `${name}.${field}`),
  ]);
  expect(silent).toEqual([]);
});
