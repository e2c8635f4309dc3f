import type { Life } from '../life';
import { ANSWERS } from './of-answers';
import { CAPS } from './of-caps';
import { MOMENTS } from './of-moments';

/**
 * What must be true of every life, told from what a witness saw and from the design alone: nothing here asks the code
 * that decides. Each gives how many chips broke it.
 */
export const INVARIANTS = { ...CAPS, ...ANSWERS, ...MOMENTS } as const;
export type Invariant = keyof typeof INVARIANTS;

/** How often each was broken in a life; those that held are left out. */
export function broken(life: Life): ReadonlyMap<Invariant, number> {
  const counts = Object.entries(INVARIANTS).map(
    ([name, countBreaches]) => [name as Invariant, countBreaches(life)] as const,
  );
  return new Map(counts.filter(([, count]) => count > 0));
}
