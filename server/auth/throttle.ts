import { type Clock, MINUTE_MS } from '@/utils/kernel/clock';

const WINDOW_MS = 15 * MINUTE_MS;
/** For one name from one place; and from one place for all names together (an office shares an address). */
const MOST_TRIES = 10;
const MOST_TRIES_PER_CALLER = 100;
const MOST_NAMES = 10_000;

/** Slows down the guessing of passwords: ten tries for a name, a hundred from one place, in a quarter of an hour. */
export interface Throttle {
  /** Counts a try before it is made, so that many at once count as well. Ms until one is allowed again; 0: now. */
  take(handle: string, caller: string): number;
  /** The try was right: it does not count. */
  giveBack(handle: string, caller: string): void;
}

export function createThrottle(clock: Clock): Throttle {
  const tries = new Map<string, { count: number; since: number }>();
  const limitsOf = (handle: string, caller: string): readonly (readonly [string, number])[] => [
    [`${caller} ${handle}`, MOST_TRIES],
    [caller, MOST_TRIES_PER_CALLER],
  ];
  const current = (name: string): { count: number; since: number } => {
    const known = tries.get(name);
    return known !== undefined && clock() - known.since < WINDOW_MS ? known : { count: 0, since: clock() };
  };
  const add = (name: string, change: number): void => {
    const { count, since } = current(name);
    tries.delete(name); // put back as the newest, so that the name that rested longest is forgotten first
    if (count + change > 0) tries.set(name, { count: count + change, since });
    const oldest = tries.keys().next().value;
    if (tries.size > MOST_NAMES && oldest !== undefined) tries.delete(oldest);
  };
  return {
    take: (handle, caller) => {
      const limits = limitsOf(handle, caller);
      const full = limits
        .map(([name]) => current(name))
        .filter(({ count }, at) => count >= (limits[at]?.[1] ?? 0));
      if (full.length > 0) return Math.max(...full.map(({ since }) => since + WINDOW_MS - clock()));
      for (const [name] of limits) add(name, 1);
      return 0;
    },
    giveBack: (handle, caller) => {
      for (const [name] of limitsOf(handle, caller)) add(name, -1);
    },
  };
}
