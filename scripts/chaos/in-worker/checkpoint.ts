import { orders } from './orders';

/** How the worker says at which checkpoint it stands still to be killed. */
export const DYING = 'chaos: dying at';

const passed: string[] = [];
let isCounting = false;

/** Begins to count at one. */
export function startCounting(): void {
  passed.length = 0;
  isCounting = true;
}

/** What was passed since the count began, in order. */
export const passedCheckpoints = (): readonly string[] => passed;

/**
 * A moment at which a worker can die: each await of what leaves the worker's own memory. At the one that was ordered the
 * whole thread stands still, so that no other part of the worker does anything more, until its process is killed.
 */
export function checkpoint(what: string): void {
  if (!isCounting) return;
  passed.push(what);
  if (passed.length !== orders().dieAt) return;
  console.debug(`${DYING} ${passed.length}: ${what}`);
  for (;;);
}
