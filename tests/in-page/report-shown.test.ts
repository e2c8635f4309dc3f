import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reportShown } from '@/entrypoints/in-page/report-shown';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a chip counts as shown after two seconds in sight on end, once', () => {
  let inSight = true;
  const shown = vi.fn();
  reportShown(() => inSight, new AbortController().signal, shown);
  vi.advanceTimersByTime(1_900);
  inSight = false;
  vi.advanceTimersByTime(500);
  inSight = true;
  vi.advanceTimersByTime(1_600);
  expect(shown).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(shown).toHaveBeenCalledTimes(1);
});

test('a chip that was answered sooner never counts', () => {
  const life = new AbortController();
  const shown = vi.fn();
  reportShown(() => true, life.signal, shown);
  vi.advanceTimersByTime(1_000);
  life.abort();
  vi.advanceTimersByTime(10_000);
  expect(shown).not.toHaveBeenCalled();
});
