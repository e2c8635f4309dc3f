import { type Clock, MINUTE_MS } from '@/utils/kernel/clock';

const WINDOW_MS = 15 * MINUTE_MS;
const MOST_TRIES = 10;
const MOST_NAMES = 10_000;

/** Counts failed tries per name: after ten in a quarter of an hour one has to wait. */
export interface Throttle {
  /** Ms until another try is allowed; 0 where it is now. */
  waitFor(name: string): number;
  failed(name: string): void;
  succeeded(name: string): void;
}

export function createThrottle(clock: Clock): Throttle {
  const tries = new Map<string, { count: number; since: number }>();
  const current = (name: string): { count: number; since: number } => {
    const known = tries.get(name);
    return known !== undefined && clock() - known.since < WINDOW_MS ? known : { count: 0, since: clock() };
  };
  return {
    waitFor: (name) => {
      const { count, since } = current(name);
      return count < MOST_TRIES ? 0 : since + WINDOW_MS - clock();
    },
    failed: (name) => {
      const { count, since } = current(name);
      tries.set(name, { count: count + 1, since });
      const oldest = tries.keys().next().value;
      if (tries.size > MOST_NAMES && oldest !== undefined) tries.delete(oldest);
    },
    succeeded: (name) => void tries.delete(name),
  };
}
