import { describe, expect, test } from 'vitest';
import { compileRecipes } from '@/utils/activity/compile';
import type { Exchange } from '@/utils/activity/exchange';
import { exchangeOf, pageAnswerOf } from '@/utils/activity/fixtures';
import { keepPending, PendingSchema, recognisePending } from '@/utils/activity/pending';
import { finishActivity, recognise } from '@/utils/activity/recognise';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import { aForm, anExchange, aRecipe } from '../support/exchanges';
import { allFixtures } from '../support/recipe-fixtures';

const shipped = compileRecipes(SHIPPED_RECIPES);
const asked = (exchange: Exchange): Exchange => ({
  ...exchange,
  status: 0,
  redirect: null,
  responseHeaders: {},
});
/** The answer as a worker sees it that never saw the request. */
const answerOf = (exchange: Exchange): Exchange => ({
  ...exchange,
  requestHeaders: {},
  body: { kind: 'opaque' },
});
/** What outlives the worker is text. */
const throughStorage = (pending: unknown) => PendingSchema.parse(JSON.parse(JSON.stringify(pending)));

const cases = allFixtures().flatMap(([id, { positives, negatives }]) =>
  [...positives, ...negatives].map(
    ({ what, exchange, page }) => [id, what, exchangeOf(exchange), page] as const,
  ),
);

describe('a worker that was stopped between request and answer finds the same', () => {
  test.each(cases)('%s: %s', (id, _what, exchange, page) => {
    const finish = (recognition: ReturnType<typeof recognise>) =>
      recognition === null ? null : finishActivity(recognition, pageAnswerOf(page), 'an-id');
    const pending = keepPending(asked(exchange), shipped);
    const found =
      pending === null ? null : recognisePending(throughStorage(pending), answerOf(exchange), shipped, id);
    expect(finish(found)).toEqual(finish(recognise(exchange, shipped, id)));
  });
});

describe('what is kept of a request', () => {
  const recipe = aRecipe({
    when: { method: 'PUT', path: '/files/{folder}/{name}', header: { 'x-user': '{user}' }, status: 201 },
    title: ['{name}', '{body.title}'],
    link: ['/f/{name}'],
  });
  const put = anExchange({
    method: 'PUT',
    url: 'http://dms.test/files/canary-folder/plan.pdf?canary=1',
    requestHeaders: { 'x-user': 'canary', cookie: 'canary' },
    body: aForm({ title: 'Plan', text: 'canary' }),
  });

  test('is which signals may follow and what they name, and nothing else', () => {
    const pending = keepPending(put, compileRecipes([recipe]));
    expect(pending).toEqual({
      signals: [{ recipeId: 'a-dms', index: 0, captures: { name: 'plan.pdf' }, prefix: '' }],
      ignore: [],
      fields: { title: 'Plan' },
    });
    expect(JSON.stringify(pending)).not.toContain('canary');
  });

  test('is also what a selector names', () => {
    const listed = aRecipe({ when: { path: '/list', status: 200 }, title: ['dom:#row-{body.id} .title'] });
    const request = anExchange({ url: 'http://dms.test/list', body: aForm({ id: '7', text: 'canary' }) });
    expect(keepPending(request, compileRecipes([listed]))?.fields).toEqual({ id: '7' });
  });

  test('is nothing where no answer could prove anything', () => {
    expect(keepPending({ ...put, method: 'GET' }, compileRecipes([recipe]))).toBeNull();
    const ignoring = { ...recipe, ignore: [{ path: '/files/**' }] };
    expect(keepPending(put, compileRecipes([ignoring]))).toBeNull();
  });

  test('a negative that only the answer completes still beats the signal', () => {
    const recipes = compileRecipes([
      { ...recipe, ignore: [{ path: '/files/**', res: { 'x-draft': true } }] },
    ]);
    const pending = throughStorage(keepPending(put, recipes));
    const answer = { ...answerOf(put), status: 201 };
    expect(recognisePending(pending, answer, recipes, 'a-dms')?.verb).toBe('edit');
    const draft = { ...answer, responseHeaders: { 'x-draft': '1' } };
    expect(recognisePending(pending, draft, recipes, 'a-dms')).toBeNull();
  });
});
