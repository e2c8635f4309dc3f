import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Box } from '@/scripts/browsers/box';
import type { ChipNumbers } from './chip-numbers';
import type { StandingChip } from './chip-on-page';

export function isApart(one: Box, other: Box): boolean {
  return (
    one.x + one.width <= other.x ||
    other.x + other.width <= one.x ||
    one.y + one.height <= other.y ||
    other.y + other.height <= one.y
  );
}

/** In sight as a whole, with nothing too small to press, and off what has the focus. */
export function expectWellPlaced({ chip, targets, focus, view }: ChipNumbers): void {
  expect(chip.x).toBeGreaterThanOrEqual(0);
  expect(chip.y).toBeGreaterThanOrEqual(0);
  expect(chip.x + chip.width).toBeLessThanOrEqual(view.width);
  expect(chip.y + chip.height).toBeLessThanOrEqual(view.height);
  expect(targets.length).toBeGreaterThan(0);
  expect(targets.filter(({ width, height }) => width < 24 || height < 24)).toEqual([]);
  if (focus !== null) expect(isApart(chip, focus)).toBe(true);
}

/** Presses a button of the chip with the mouse. */
export async function press({ page, numbers }: StandingChip, name: string): Promise<void> {
  const { targets } = await numbers();
  const target = targets.find((each) => each.name === name);
  if (target === undefined) throw new Error(`no “${name}” among ${targets.map((each) => each.name)}`);
  await page.mouse.click(target.x + target.width / 2, target.y + target.height / 2);
  await painted(page);
}

/** Until what was done has been answered by a frame, and by one more for what that frame moved. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );
}

/** Runs in the page: keeps what moved and was not put down to a press just before. */
export function watchShifts(): void {
  const shifts: object[] = [];
  Object.assign(globalThis, { shifts });
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!(entry as unknown as { hadRecentInput: boolean }).hadRecentInput) shifts.push(entry.toJSON());
    }
  });
  observer.observe({ type: 'layout-shift', buffered: true });
}
