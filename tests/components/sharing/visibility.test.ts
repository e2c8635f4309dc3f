import { describe, expect, test } from 'vitest';
import { changesIn, isStill, look, readiness, type Sight } from '@/components/sharing/visibility';

const HIDDEN: Sight = { visible: false, since: 0 };

describe('Send in a page’s frame', () => {
  test('works once it has been in plain sight for half a second', () => {
    const sight = look(HIDDEN, true, 1_000);
    expect(readiness(sight, 1_499)).toBe('settling');
    expect(changesIn(sight, 1_499)).toBe(1);
    expect(readiness(sight, 1_500)).toBe('ready');
    expect(changesIn(sight, 1_500)).toBeNull();
  });

  test('starts anew after a moment out of sight, however short', () => {
    let sight = look(HIDDEN, true, 0);
    sight = look(sight, false, 2_000);
    sight = look(sight, true, 2_010);
    expect(readiness(sight, 2_400)).toBe('settling');
    expect(readiness(sight, 2_510)).toBe('ready');
  });

  test('looking again without a change does not start anew', () => {
    const sight = look(look(HIDDEN, true, 0), true, 400);
    expect(readiness(sight, 500)).toBe('ready');
  });

  test('offers a window of its own after three seconds out of sight, and comes back when seen', () => {
    expect(readiness(HIDDEN, 2_999)).toBe('settling');
    expect(readiness(HIDDEN, 3_000)).toBe('own-window');
    const sight = look(HIDDEN, true, 9_000);
    expect(readiness(sight, 9_500)).toBe('ready');
  });
});

describe('a frame stands still', () => {
  const stand = { whole: true, left: 10, top: 20, width: 420, height: 800 };
  test.each([
    ['where and as it was', stand, stand, true],
    ['not at the first look', null, stand, false],
    ['not when it moved', stand, { ...stand, left: 11 }, false],
    ['not when it grew', stand, { ...stand, width: 500 }, false],
    ['not when a part is out of view', stand, { ...stand, whole: false }, false],
    ['not when a part was out of view', { ...stand, whole: false }, stand, false],
  ])('%s', (_what, before, now, expected) => {
    expect(isStill(before, now)).toBe(expected);
  });
});
