import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { flag, many, one, type Parameters, readParameters } from '@/server/parameters';
import { Refusal } from '@/server/problem';

/** What a request says, or the status with which it is refused. */
async function read(path: string, init?: RequestInit): Promise<Parameters | number> {
  const app = new Hono();
  app.onError((error, context) => context.body(null, error instanceof Refusal ? error.status : 500));
  app.all('/', async (context) => context.json(await readParameters(context)));
  const answer = await app.request(path, init);
  return answer.ok ? ((await answer.json()) as Parameters) : answer.status;
}

const urlencoded = (pairs: string) =>
  read('/', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: pairs,
  });
const multipart = (pairs: string) => {
  const body = new FormData();
  for (const [name, value] of new URLSearchParams(pairs)) body.append(name, value);
  return read('/', { method: 'POST', body });
};
const json = (value: unknown) =>
  read('/', {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  });

describe('query, form and JSON say the same', () => {
  test.each<[what: string, pairs: string, object: unknown, meant: Parameters]>([
    ['a text', 'a=b+c', { a: 'b c' }, { a: 'b c' }],
    ['a list', 'a[]=1&a[]=2', { a: ['1', '2'] }, { a: ['1', '2'] }],
    ['a list of one', 'a[]=1', { a: [1] }, { a: ['1'] }],
    ['a list whose JSON name is a form’s', 'a[]=1&a[]=2', { 'a[]': [1, 2] }, { a: ['1', '2'] }],
    [
      'numbers and flags',
      'a=1.5&b=true&c=false',
      { a: 1.5, b: true, c: false },
      { a: '1.5', b: 'true', c: 'false' },
    ],
    ['one inside another', 'a[b]=c', { a: { b: 'c' } }, { 'a[b]': 'c' }],
    ['a list inside another', 'a[b][]=1&a[b][]=2', { a: { b: [1, 2] } }, { 'a[b]': ['1', '2'] }],
    ['three deep', 'a[b][c]=d', { a: { b: { c: 'd' } } }, { 'a[b][c]': 'd' }],
    [
      'numbered objects',
      'a[0][n]=x&a[1][n]=y',
      { a: [{ n: 'x' }, { n: 'y' }] },
      { 'a[0][n]': 'x', 'a[1][n]': 'y' },
    ],
    [
      'names of an object’s own',
      '__proto__=x&constructor=y',
      JSON.parse('{"__proto__":"x","constructor":"y"}'),
      JSON.parse('{"__proto__":"x","constructor":"y"}'),
    ],
    ['nothing', '', {}, {}],
    ['nothing as a value', 'b=1', { a: null, b: 1 }, { b: '1' }],
    ['what no database keeps', 'a=x%00y&b[]=%00', { a: 'x\0y', b: ['\0'] }, { a: 'xy', b: [''] }],
  ])('%s', async (_what, pairs, object, meant) => {
    expect(await read(`/?${pairs}`)).toEqual(meant);
    expect(await urlencoded(pairs)).toEqual(meant);
    if (pairs !== '') expect(await multipart(pairs)).toEqual(meant);
    expect(await json(object)).toEqual(meant);
  });

  test('the body has the last word over the query, and a repeated name says its last', async () => {
    const init = { method: 'POST', body: new URLSearchParams('a=2&l[]=2') };
    expect(await read('/?a=1&b=1&l[]=1', init)).toEqual({ a: '2', b: '1', l: ['2'] });
    expect(await read('/?a=1&a=2')).toEqual({ a: '2' });
  });

  test('a file in a form is no text', async () => {
    const body = new FormData();
    body.append('file', new Blob(['x']));
    body.append('a', 'b');
    expect(await read('/', { method: 'POST', body })).toEqual({ a: 'b' });
  });
});

describe('what has no end is refused', () => {
  const thousand = Array.from({ length: 1_001 }, (_, n) => n);
  test.each([
    ['too many in a query', () => read(`/?${thousand.map((n) => `a[]=${n}`).join('&')}`)],
    ['too many in a form', () => urlencoded(thousand.map((n) => `a${n}=1`).join('&'))],
    ['too many in JSON', () => json({ a: thousand })],
    ['too deep', () => json({ a: { a: { a: { a: { a: { a: { a: 1 } } } } } } })],
    [
      'far too deep',
      () =>
        read('/', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
        }),
    ],
  ])('%s', async (_what, ask) => {
    expect(await ask()).toBe(400);
  });
});

test('an id that came as a number keeps all its digits', async () => {
  const body = '{"home":{"last_read_id":117677536285902553},"limit":40,"on":true}';
  const found = await read('/', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(found).toEqual({ 'home[last_read_id]': '117677536285902553', limit: '40', on: 'true' });
});

test.each([
  ['1', true],
  ['true', true],
  ['yes', true],
  ['0', false],
  ['f', false],
  ['F', false],
  ['false', false],
  ['FALSE', false],
  ['False', false],
  ['off', false],
  ['OFF', false],
  ['', false],
])('as a flag %j is %j', (value, meant) => {
  expect(flag({ a: value }, 'a')).toBe(meant);
});

test('one and many read either shape', () => {
  const parameters = { text: 'a', list: ['a', 'b'], empty: '' };
  expect([one(parameters, 'text'), one(parameters, 'list'), one(parameters, 'empty')]).toEqual([
    'a',
    'b',
    undefined,
  ]);
  expect([many(parameters, 'text'), many(parameters, 'list'), many(parameters, 'none')]).toEqual([
    ['a'],
    ['a', 'b'],
    [],
  ]);
});
