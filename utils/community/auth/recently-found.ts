import { type Clock, MINUTE_MS } from '@/utils/kernel/clock';
import type { Capabilities } from '../connector';
import type { Found } from './identify';

/** What stands at an address, and what it tells anybody about itself. */
export interface Known {
  readonly found: Found;
  readonly known: Capabilities | null;
}

/** What was found while somebody connects: each step of that begins at the same address. */
export interface RecentlyFound {
  readonly at: (address: string) => Known | null;
  readonly keep: (address: string, known: Known) => void;
}

const KEPT_FOR_MS = 5 * MINUTE_MS;

/** Remembers the last one, for as long as it takes to sign in. Where nothing was found the next step looks again. */
export function createRecentlyFound(clock: Clock): RecentlyFound {
  let last: { readonly addresses: readonly string[]; readonly known: Known; readonly at: number } | null =
    null;
  return {
    at: (address) => {
      const age = last === null ? KEPT_FOR_MS : clock() - last.at;
      const isRecent = age >= 0 && age < KEPT_FOR_MS;
      return isRecent && last?.addresses.includes(address) ? last.known : null;
    },
    keep: (address, known) => {
      last = { addresses: [address, known.found.base], known, at: clock() };
    },
  };
}
