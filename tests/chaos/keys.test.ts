import { expect, test } from 'vitest';
import { Keys } from '@/scripts/chaos/world/keys';

const AT = 1_000;

function keysOf(kin: Keys['kin']): Keys {
  const keys = new Keys();
  keys.kin = kin;
  return keys;
}

test('a community that keeps keys gets the key as it was sent, also at once and much later', () => {
  const keys = keysOf('keeps keys');
  expect([keys.take('k', AT).key, keys.take('k', AT).key, keys.take('k', AT + 1e9).key]).toEqual([
    'k',
    'k',
    'k',
  ]);
});

test('one that ignores keys never gets the same', () => {
  const keys = keysOf('ignores keys');
  const taken = [1, 2, 3].map(() => keys.take('k', AT).key);
  expect(new Set([...taken, 'k']).size).toBe(4);
});

test('one that races makes several only while one is under way', () => {
  const keys = keysOf('races');
  const first = keys.take('k', AT);
  expect(first.key).toBe('k');
  expect(keys.take('k', AT).key).not.toBe('k');
  first.done();
  keys.take('other', AT);
  expect(keysOf('races').take('k', AT).key).toBe('k');
});

test('one that forgets knows a key for a while', () => {
  const keys = keysOf('forgets keys');
  expect(keys.take('k', AT).key).toBe('k');
  expect(keys.take('k', AT + 10).key).toBe('k');
  const later = keys.take('k', AT + 60_000).key;
  expect(later).not.toBe('k');
  expect(keys.take('k', AT + 60_010).key).toBe(later);
});
