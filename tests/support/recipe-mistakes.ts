import type { RecipeMistakeCode } from '@/utils/activity/recipe-mistakes';
import { aRecipe } from './exchanges';

const when = { method: 'POST', status: 200 } as const;
const part = (change: object): object => ({ ...aRecipe(), ...change });
const signal = (change: object): object => part({ signals: [{ do: 'edit', when, ...change }] });
const hard = Array(40).fill('*a*a*a*a*a*a*a*a');

/** Of every mistake a recipe that makes it, the field that is named and what belongs there. */
export const MISTAKES: readonly [RecipeMistakeCode, string, unknown, string?][] = [
  ['json', 'json', '{"v": 1,}'],
  ['too-large', 'recipe', part({ evidence: 'a'.repeat(70_000) }), '64 kB'],
  ['recipe', 'recipe', []],
  ['missing', 'signals.0.when.status', signal({ when: { method: 'POST' } })],
  ['missing', 'name', part({ name: undefined })],
  ['unknown', 'signals.0.when.url', signal({ when: { ...when, url: '/a' } })],
  ['kind', 'signals', part({ signals: {} }), 'array'],
  ['kind', 'name', part({ name: 7 }), 'string'],
  ['choice', 'v', part({ v: 2 }), '1'],
  ['choice', 'confidence', part({ confidence: 'some' }), '"high", "low"'],
  ['at-least', 'signals', part({ signals: [] }), '1'],
  ['at-most', 'name', part({ name: 'a'.repeat(101) }), '100'],
  ['id', 'id', part({ id: 'My DMS' })],
  ['names', 'signals.0.when.query', signal({ when: { ...when, query: manyNames() } })],
  ['names', 'signals.0.when.query.', signal({ when: { ...when, query: { '': 'a' } } })],
  ['method', 'signals.0.when.method', signal({ when: { ...when, method: 'post it' } })],
  ['status', 'signals.0.when.status', signal({ when: { status: '4xx' } })],
  ['path', 'signals.0.when.path', signal({ when: { ...when, path: 'documents' } })],
  ['pattern', 'signals.0.when.body.a', signal({ when: { ...when, body: { a: '{token}' } } })],
  ['pattern', 'signals.0.when.body.a', signal({ when: { ...when, body: { a: false } } })],
  ['pattern', 'site.any.0.host', part({ site: { any: [{ host: '{}' }] } })],
  ['selector', 'signals.0.confirm.dom', signal({ confirm: { dom: ' ' } })],
  ['marker', 'site.any.0', part({ site: { any: [{ dom: 'a', host: 'b' }] } })],
  ['markers', 'site', part({ site: { any: [] } })],
  ['negative', 'ignore.0', part({ ignore: [{}] })],
  ['proof', 'signals.0.confirm', signal({ confirm: { within: 10 } })],
  ['title', 'signals.0.title.0', signal({ title: ['$location'] })],
  ['link', 'signals.0.link.0', signal({ link: ['https://elsewhere.test/'] })],
  ['capture', 'signals.0.title.0', signal({ title: ['{id}'] })],
  ['constant', 'signals.0', signal({ when: { ...when, body: { state: '{params.closed}' } } })],
  ['lookup', 'signals.0.link.0', signal({ link: ['json:/api#url'] })],
  ['secret', 'linkQuery.0', part({ linkQuery: ['session'] })],
  [
    'wildcards',
    'recipe',
    part({ signals: [1, 2].map((n) => ({ do: 'edit', when: { ...when, body: { [n]: hard } } })) }),
  ],
];

function manyNames(): Record<string, string> {
  return Object.fromEntries([...'abcdefghijklmnopqrstuvwxyz'].map((name) => [name, 'a']));
}
