import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reportShown } from '@/entrypoints/in-page/report-shown';

const PATIENCE_MS = 90_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a chip counts as shown after two seconds in sight on end, once', () => {
  let inSight = true;
  const shown = vi.fn();
  reportShown(
    () => inSight,
    new AbortController().signal,
    { onShown: shown, onUnseen: vi.fn() },
    PATIENCE_MS,
  );
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
  reportShown(() => true, life.signal, { onShown: shown, onUnseen: vi.fn() }, PATIENCE_MS);
  vi.advanceTimersByTime(1_000);
  life.abort();
  vi.advanceTimersByTime(10_000);
  expect(shown).not.toHaveBeenCalled();
});

test('a chip that nobody saw while one was patient is not shown later, at whatever hour somebody comes back', () => {
  let inSight = true;
  const [onShown, onUnseen] = [vi.fn(), vi.fn()];
  reportShown(() => inSight, new AbortController().signal, { onShown, onUnseen }, PATIENCE_MS);
  vi.advanceTimersByTime(1_000);
  inSight = false;
  vi.advanceTimersByTime(PATIENCE_MS - 1_000);
  expect(onUnseen).toHaveBeenCalledOnce();
  inSight = true;
  vi.advanceTimersByTime(10_000);
  expect(onShown).not.toHaveBeenCalled();
  expect(onUnseen).toHaveBeenCalledOnce();
});

test('a chip that was seen stays as long as its page', () => {
  const onUnseen = vi.fn();
  reportShown(() => true, new AbortController().signal, { onShown: vi.fn(), onUnseen }, PATIENCE_MS);
  vi.advanceTimersByTime(PATIENCE_MS * 2);
  expect(onUnseen).not.toHaveBeenCalled();
});
