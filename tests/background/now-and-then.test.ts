import { afterEach, expect, test, vi } from 'vitest';
import { nowAndThen } from '@/entrypoints/background/now-and-then';

afterEach(() => vi.useRealTimers());

test('the first is done at once, many soon after it are done once, and the last is never forgotten', () => {
  vi.useFakeTimers();
  const done: number[] = [];
  let told = 0;
  const tell = nowAndThen(500, () => done.push(told));
  for (told = 1; told <= 100; told += 1) tell();
  expect(done).toEqual([1]);
  told = 100;
  vi.advanceTimersByTime(500);
  expect(done).toEqual([1, 100]);
  vi.advanceTimersByTime(5_000);
  expect(done).toEqual([1, 100]);
  told = 101;
  tell();
  expect(done).toEqual([1, 100, 101]);
});
