import { until } from './until';

/** A place, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where something stands as soon as it stands still: what slides in is missed by a press where it was. */
export function stillBox(
  what: string,
  look: () => Promise<Box | undefined | null>,
  withinMs?: number,
): Promise<Box> {
  let before: Box | undefined;
  const standsStill = async (): Promise<Box | undefined> => {
    const now = (await look()) ?? undefined;
    const same = now !== undefined && before !== undefined && isSame(before, now);
    before = now;
    return same ? now : undefined;
  };
  return until(what, standsStill, withinMs);
}

function isSame(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
