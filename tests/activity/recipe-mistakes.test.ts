import { describe, expect, test } from 'vitest';
import { readRecipe } from '@/utils/activity/read-recipe';
import { RECIPE_MISTAKES } from '@/utils/activity/recipe-mistakes';
import { MISTAKES } from '../support/recipe-mistakes';

describe('what is wrong with a recipe', () => {
  test.each(MISTAKES)('%s at “%s”', (code, field, recipe, detail = '') => {
    const read = readRecipe(typeof recipe === 'string' ? recipe : JSON.stringify(recipe));
    expect(read).toEqual({ ok: false, error: { code, field, detail } });
  });

  test('is told of in every way that there is', () => {
    const seen = new Set(MISTAKES.map(([code]) => code));
    expect(RECIPE_MISTAKES.filter((code) => !seen.has(code))).toEqual([]);
  });
});
