import { describe, expect, test } from 'vitest';
import type { OwnRecipe } from '@/utils/activity/own-recipe';
import { recipesInForce } from '@/utils/activity/recipes-in-force';
import { aRecipe } from '../support/exchanges';

const named = (id: string, name: string) => aRecipe({}, { id, name });
const kept = (recipe: { readonly id: string }, origin: OwnRecipe['origin'] = 'file'): OwnRecipe => ({
  id: recipe.id,
  origin,
  recipe,
  addedAt: 0,
});
const nobody = { shipped: [], policy: [], kept: [] };

describe('the recipes in force', () => {
  test('are those of the package, of policy and of the person', () => {
    const { compiled, own, refused } = recipesInForce({
      shipped: [named('one', 'One')],
      policy: [named('two', 'Two'), JSON.stringify(named('three', 'Three'))],
      kept: [kept(named('four', 'Four')), kept(named('five', 'Five'), 'taught')],
    });
    expect([...compiled.keys()].sort()).toEqual(['five', 'four', 'one', 'three', 'two']);
    expect([...own].map(([id, { origin }]) => [id, origin]).sort()).toEqual([
      ['five', 'taught'],
      ['four', 'file'],
      ['three', 'policy'],
      ['two', 'policy'],
    ]);
    expect(refused).toEqual([]);
  });

  test.each([
    ["the person's", 'Mine', [], [kept(named('wiki', 'Mine'))]],
    ["the organisation's", 'Ours', [named('wiki', 'Ours')], [kept(named('wiki', 'Mine'))]],
  ])('of one id %s goes before the shipped one', (_whose, name, policy, rows) => {
    const { compiled } = recipesInForce({ shipped: [named('wiki', 'Shipped')], policy, kept: rows });
    expect([...compiled.values()].map(({ recipe }) => recipe.name)).toEqual([name]);
  });

  test('a wrong one is refused alone, by its name and field', () => {
    const wrong = { ...named('wrong', 'Wrong'), signals: [] };
    const { compiled, refused } = recipesInForce({
      shipped: [named('one', 'One')],
      policy: ['{', wrong, 7, named('two', 'Two'), '{ "id": "half", '],
      kept: [kept(wrong), kept(named('three', 'Three'))],
    });
    expect([...compiled.keys()].sort()).toEqual(['one', 'three', 'two']);
    expect(refused.map(({ origin, name, mistake: { code, field } }) => [origin, name, code, field])).toEqual([
      ['file', 'wrong', 'at-least', 'signals'],
      ['policy', '1', 'json', 'json'],
      ['policy', 'wrong', 'at-least', 'signals'],
      ['policy', '3', 'recipe', 'recipe'],
      ['policy', 'half', 'json', 'json'],
    ]);
  });

  test('one that does not come with the package looks nothing up with the session of a person', () => {
    const looksUp = aRecipe({ title: ['json:/api#name'] });
    expect(recipesInForce({ ...nobody, shipped: [looksUp] }).refused).toEqual([]);
    expect(recipesInForce({ ...nobody, policy: [looksUp] }).refused).toMatchObject([
      { mistake: { code: 'lookup', field: 'signals.0.title.0' } },
    ]);
  });
});
