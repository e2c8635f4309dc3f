import { expect, test } from 'vitest';
import { compileRecipes } from '@/utils/activity/compile';
import { nearestSignal } from '@/utils/activity/explain';
import { aForm, anExchange, aRecipe } from '../support/exchanges';

const recipe = aRecipe({ when: { method: 'POST', body: { save: true, prefix: ['', null] }, status: '3xx' } });
const compiled = [...compileRecipes([recipe]).values()];
const nearest = (fields: Record<string, string>) =>
  nearestSignal(anExchange({ method: 'POST', body: aForm(fields), status: 200 }), compiled);

test('a signal is near what has one of its fields', () => {
  expect(nearest({ save: '1' })?.failed).toEqual(['status']);
});

test('a field that need not be there brings a signal no nearer', () => {
  expect(nearest({ other: '1' })).toBeNull();
});
