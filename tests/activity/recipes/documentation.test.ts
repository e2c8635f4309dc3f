import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { VERBS } from '@/utils/activity/activity';
import { checkRecipe } from '@/utils/activity/check-recipe';
import { compileRecipes } from '@/utils/activity/compile';
import { FixturesSchema } from '@/utils/activity/fixtures';
import { findSelectors } from '@/utils/activity/html-markers';
import { readRecipe } from '@/utils/activity/read-recipe';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import { FILTERS } from '@/utils/activity/source-filters';

const page = readFileSync('docs/recipes.md', 'utf8');
const examples = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) => text);

describe('docs/recipes.md', () => {
  test('its example is a recipe, and does what its fixtures and the page say', () => {
    expect(examples).toHaveLength(2);
    const read = readRecipe(examples[0] ?? '');
    if (!read.ok) throw new Error(read.error.field);
    const fixtures = FixturesSchema.parse(JSON.parse(examples[1] ?? ''));
    const known = compileRecipes([...SHIPPED_RECIPES, read.value]);
    expect(checkRecipe(read.value.id, fixtures, known, findSelectors)).toEqual([]);
  });

  test('names every verb, in the order of their strength', () => {
    expect(page).toContain(VERBS.map((verb) => `\`${verb}\``).join(' '));
    const row = /the verb: (.*) \|/.exec(page)?.[1] ?? '';
    expect(row.match(/\w+/g)?.sort()).toEqual([...VERBS].sort());
  });

  test('names every filter, and no other', () => {
    const table = page.slice(page.indexOf('| filter |'), page.indexOf('Filters can follow'));
    const named = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(named).toEqual(Object.keys(FILTERS));
  });
});
