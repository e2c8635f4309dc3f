import { describe, expect, test } from 'vitest';
import { type Standing, stillStands } from '@/entrypoints/background/read-before';

const list = 'http://dms.test/list?deleted=1';
const standing = (part: Partial<Standing> = {}): Standing => ({
  address: 'http://dms.test/list',
  isComplete: true,
  isLeaving: true,
  ...part,
});

describe('the page that sent a request', () => {
  test.each<[string, Standing, string | null, boolean]>([
    ['stays where nothing redirects', standing({ isLeaving: false }), null, true],
    ['stands until the next one has come', standing(), list, true],
    ['is gone once the next one stands there', standing({ address: list, isComplete: false }), list, false],
    ['is gone once the next one has loaded', standing({ address: list, isLeaving: false }), list, false],
    ['stands where the next one has the same address', standing({ address: list }), list, true],
  ])('%s', (_what, seen, redirect, expected) => {
    expect(stillStands(seen, redirect)).toBe(expected);
  });
});
