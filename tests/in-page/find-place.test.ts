import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Area, findPlace, type Ground, MARGIN, overlaps } from '@/entrypoints/in-page/find-place';

const CHIP = { width: 320, height: 72 };
const WINDOW = { width: 1_000, height: 600 };

function ground(obstacles: readonly Area[], rightToLeft = false): Ground {
  const inTheWayOf = (area: Area) => obstacles.find((each) => overlaps(each, area)) ?? null;
  return { ...WINDOW, rightToLeft, inTheWayOf };
}

const area = (left: number, top: number, width: number, height: number): Area => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('the chip stands', () => {
  test.each([
    ['in the corner where lines end', [], false, { left: 672, top: 520 }],
    ['in the other one where they end there', [], true, { left: 8, top: 520 }],
    ['above a bar at the foot', [area(0, 540, 1_000, 60)], false, { left: 672, top: 460 }],
    ['above two of them', [area(0, 540, 1_000, 60), area(900, 450, 40, 40)], false, { left: 672, top: 370 }],
    ['at the other side of a tall panel', [area(700, 0, 300, 600)], false, { left: 8, top: 520 }],
  ] as const)('%s', (_, obstacles, rightToLeft, place) => {
    expect(findPlace(CHIP, ground(obstacles, rightToLeft))).toMatchObject(place);
  });

  test('nowhere when all is taken', () => {
    expect(findPlace(CHIP, ground([area(0, 0, 1_000, 600)]))).toBeNull();
  });

  test('nowhere on what hangs out of its own box, which has no end', () => {
    const elsewhere = area(0, 900, 1_000, 60);
    expect(findPlace(CHIP, { ...ground([]), inTheWayOf: () => elsewhere })).toBeNull();
  });
});

test('a place that is found is in the window and free', () => {
  const coordinate = fc.double({ min: -100, max: 1_100, noNaN: true });
  const length = fc.double({ min: 1, max: 700, noNaN: true });
  const obstacle = fc.tuple(coordinate, coordinate, length, length).map((all) => area(...all));
  fc.assert(
    fc.property(fc.array(obstacle, { maxLength: 6 }), fc.boolean(), (obstacles, rightToLeft) => {
      const place = findPlace(CHIP, ground(obstacles, rightToLeft));
      if (place === null) return;
      expect(obstacles.filter((each) => overlaps(each, place))).toEqual([]);
      expect(place.top).toBeGreaterThanOrEqual(0);
      expect(place.bottom).toBeLessThanOrEqual(WINDOW.height - MARGIN);
    }),
  );
});
