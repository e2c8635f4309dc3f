import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { awaitQuiet } from '@/entrypoints/in-page/quiet';

const ORDER = { quietMs: 5_000, patienceMs: 90_000 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

function wait(): { outcome: () => string | undefined; leave: () => void } {
  const life = new AbortController();
  let outcome: string | undefined;
  void awaitQuiet(ORDER, life.signal).then((value) => {
    outcome = value;
  });
  return { outcome: () => outcome, leave: () => life.abort() };
}

test('a still page is quiet after five seconds, not sooner', async () => {
  const { outcome } = wait();
  await vi.advanceTimersByTimeAsync(4_900);
  expect(outcome()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(200);
  expect(outcome()).toBe('quiet');
});

test.each(['keydown', 'pointermove', 'wheel'])('a %s starts the five seconds anew', async (type) => {
  const { outcome } = wait();
  await vi.advanceTimersByTimeAsync(4_000);
  window.dispatchEvent(new Event(type));
  await vi.advanceTimersByTimeAsync(4_500);
  expect(outcome()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(outcome()).toBe('quiet');
});

test('while a field has the focus it waits, and gives up after a minute and a half', async () => {
  const field = document.body.appendChild(document.createElement('textarea'));
  field.focus();
  const { outcome } = wait();
  await vi.advanceTimersByTimeAsync(89_000);
  expect(outcome()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(outcome()).toBe('held');
});

test('a word that is being composed is not interrupted', async () => {
  const { outcome } = wait();
  window.dispatchEvent(new Event('compositionstart'));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(outcome()).toBeUndefined();
  window.dispatchEvent(new Event('compositionend'));
  await vi.advanceTimersByTimeAsync(300);
  expect(outcome()).toBe('quiet');
});

test('a page that goes away ends the waiting', async () => {
  const { outcome, leave } = wait();
  leave();
  await vi.advanceTimersByTimeAsync(0);
  expect(outcome()).toBe('gone');
});
