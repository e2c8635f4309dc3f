import { describe, expect, test } from 'vitest';
import type { Exchange } from '@/utils/activity/exchange';
import type { Pattern, Signal } from '@/utils/activity/recipe';
import { activityIn, aForm, aJson, anExchange, aRecipe } from '../support/exchanges';

const matches = (when: Partial<Signal['when']>, part: Partial<Exchange>): boolean =>
  activityIn(anExchange(part), aRecipe({ when: { status: 200, ...when } })) !== null;

describe('a body', () => {
  const patch = { method: 'PATCH', url: 'http://p.test/api/documents/7/' };
  const opaque = { kind: 'opaque' } as const;

  test('that nobody can read does not stand in the way of a signal that needs none', () => {
    expect(matches({ method: 'PATCH', path: '/api/documents/{id}/' }, { ...patch, body: opaque })).toBe(true);
  });

  test.each([true, null, 'x', '!x'] as const)(
    'that nobody can read proves neither presence nor absence: %j',
    (pattern) => {
      expect(matches({ body: { title: pattern } }, { body: opaque })).toBe(false);
    },
  );

  test.each<[string, Record<string, Pattern>, boolean]>([
    ['a field', { title: 'Plan' }, true],
    ['a field that must not be there', { stash: null }, true],
    ['a field that is there', { 'do[save]': true }, true],
    ['an empty field', { 'do[save]': '' }, true],
    ['one of several', { title: ['a', 'P*'] }, true],
    ['another value', { title: '!Plan' }, false],
    ['not another value', { title: '!x' }, true],
    ['a field that ends so', { '*_cmd': 'update' }, true],
    ['no field that ends so', { '*_cmd': 'add_temp' }, false],
    ['the second value of a field', { tag: 'b' }, true],
    ['every value of a field', { tag: '!b' }, false],
  ])('is tested for %s', (_what, body, expected) => {
    const fields = { title: 'Plan', 'do[save]': '', _portlet_cmd: 'update', tag: ['a', 'b'] };
    expect(matches({ body }, { body: aForm(fields) })).toBe(expected);
  });

  test.each<[string, Record<string, Pattern>, boolean]>([
    ['a dotted path', { 'page.status': 'current' }, true],
    ['a name with a dot in it', { 'a.b': '1' }, true],
    ['a place in a list', { 'items.0.id': '7' }, true],
    ['a list of plain values', { tags: 'b' }, true],
    ['an empty list that is there', { none: true }, true],
    ['an object that is there', { page: true }, true],
    ['what an object holds', { page: '*current*' }, false],
    ['the text', { $text: '*"operationName":"Publish"*' }, true],
  ])('of JSON is tested for %s', (_what, body, expected) => {
    const value = {
      page: { status: 'current' },
      'a.b': 1,
      items: [{ id: 7 }],
      tags: ['a', 'b'],
      none: [],
      operationName: 'Publish',
    };
    expect(matches({ body }, { body: aJson(value) })).toBe(expected);
  });

  test.each(['constructor', 'toString', '__proto__'])('has no %s where none was sent', (name) => {
    const body = Object.fromEntries([[name, true]]) as Record<string, Pattern>;
    expect(matches({ body }, { body: aForm({ a: '1' }) })).toBe(false);
    expect(matches({ body }, { body: aJson({ a: 1 }) })).toBe(false);
    expect(matches({ header: body }, { requestHeaders: { a: '1' } })).toBe(false);
  });
});
