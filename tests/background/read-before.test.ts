import { describe, expect, test } from 'vitest';
import { type Leaving, type Standing, stillStands } from '@/entrypoints/background/read-before';

const list = 'http://dms.test/list?deleted=1';
const standing = (part: Partial<Standing> = {}): Standing => ({
  address: 'http://dms.test/list',
  isComplete: true,
  isLeaving: true,
  ...part,
});

describe('the page that sent a request', () => {
  test.each<[string, Standing, Leaving | null, boolean]>([
    ['stays where nothing redirects', standing({ isLeaving: false }), null, true],
    ['is gone where the answer is a page itself', standing({ isLeaving: false }), { redirect: null }, false],
    ['stands until the next one has come', standing(), { redirect: list }, true],
    [
      'is gone once the next one stands there',
      standing({ address: list, isComplete: false }),
      { redirect: list },
      false,
    ],
    [
      'is gone once the next one has loaded',
      standing({ address: list, isLeaving: false }),
      { redirect: list },
      false,
    ],
    ['stands where the next one has the same address', standing({ address: list }), { redirect: list }, true],
  ])('%s', (_what, seen, leaving, expected) => {
    expect(stillStands(seen, leaving)).toBe(expected);
  });
});
