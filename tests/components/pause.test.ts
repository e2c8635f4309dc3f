import { expect, test } from 'vitest';
import { ALWAYS, endOfPause } from '@/components/settings/pause';
import { PAUSED_ALWAYS } from '@/utils/settings/settings';

const afternoon = new Date(2026, 10, 24, 15, 30).getTime();

test.each([
  ['hour', new Date(2026, 10, 24, 16, 30).getTime()],
  ['today', new Date(2026, 10, 25).getTime()],
  ['weeks', new Date(2026, 11, 8, 15, 30).getTime()],
  ['always', PAUSED_ALWAYS],
] as const)('a pause for %s ends when its words say', (pause, end) => {
  expect(endOfPause(pause, afternoon)).toBe(end);
});

test('“always” is the number that the settings know', () => {
  expect(ALWAYS).toBe(PAUSED_ALWAYS);
});
