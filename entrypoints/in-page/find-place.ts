/** A rectangle in CSS px of the viewport. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the chip stands on: how large that is, where its reader begins, and what stands in the way of an area. */
export interface Ground extends Size {
  readonly rightToLeft: boolean;
  inTheWayOf(area: Area): Area | null;
}

/** How far from the edges, and from what is in the way (CSS px); `style` has it too. */
export const MARGIN = 8;

/**
 * The lowest free place at the side where lines end, else at the other side: bottom first, or right above what is in
 * the way. Null where there is none.
 */
export function findPlace(size: Size, ground: Ground): Area | null {
  const sides = [ground.width - MARGIN - size.width, MARGIN];
  if (ground.rightToLeft) sides.reverse();
  for (const left of sides) {
    const found = climb(left, size, ground);
    if (found !== null) return found;
  }
  return null;
}

function climb(left: number, { width, height }: Size, ground: Ground): Area | null {
  let bottom = ground.height - MARGIN;
  while (bottom - height >= 0) {
    const area = { left, top: bottom - height, right: left + width, bottom };
    const inTheWay = ground.inTheWayOf(area);
    if (inTheWay === null) return area;
    if (inTheWay.top >= bottom) return null; // what hangs out of its box stands where it says it does not
    bottom = inTheWay.top - MARGIN;
  }
  return null;
}

export function overlaps(one: Area, other: Area): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
