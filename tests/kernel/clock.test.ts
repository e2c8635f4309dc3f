import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, isRecent } from '@/utils/kernel/clock';

const NOW = 1_800_000_000_000;

test.each([
  ['now', NOW, true],
  ['just within', NOW - HOUR_MS + 1, true],
  ['just past', NOW - HOUR_MS, false],
  ['while the clock was being read', NOW + 100, true],
  ['by a clock that was wrong', NOW + DAY_MS, false],
] as const)('a moment %s is recent for an hour: %d, %j', (_what, at, recent) => {
  expect(isRecent(at, HOUR_MS, NOW)).toBe(recent);
});
