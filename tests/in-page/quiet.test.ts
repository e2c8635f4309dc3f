import { expect, test } from 'vitest';
import { judge } from '@/entrypoints/in-page/quiet';

const ORDER = { quietMs: 5_000, patienceMs: 90_000 };

test.each([
  ['just arrived: not before five still seconds', 0, 0, false, 0, { lookAgainMs: 5_000 }],
  ['still for five seconds', 0, 0, false, 5_000, 'quiet'],
  ['a key four seconds ago', 0, 6_000, false, 10_000, { lookAgainMs: 1_000 }],
  ['still, but a field has the focus', 0, 0, true, 20_000, { lookAgainMs: 250 }],
  ['busy for a minute and a half', 0, 0, true, 90_000, 'held'],
  ['typing for a minute and a half', 0, 89_000, false, 90_000, 'held'],
  ['quiet at last, at the very end of patience', 0, 85_000, false, 90_000, 'quiet'],
  ['never looks again later than patience allows', 0, 89_900, false, 89_950, { lookAgainMs: 50 }],
] as const)('%s', (_what, startedAt, lastInputAt, busy, now, verdict) => {
  expect(judge({ startedAt, lastInputAt, busy }, ORDER, now)).toEqual(verdict);
});
