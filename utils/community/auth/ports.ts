import type { Clock } from '@/utils/kernel/clock';
import type { RandomBytes } from '@/utils/kernel/random';
import type { NotedHttp } from '../noted-http';
import type { Platform } from '../platform';
import type { CommunityDatabase } from '../tables';
import type { PendingStore } from './pending';
import type { RecentlyFound } from './recently-found';

/** The browser's part of a sign-in (`identity.launchWebAuthFlow`), which shows the page or nothing at all. */
export interface SignInWindow {
  /** Where sign-in comes back to. */
  readonly redirectUri: string;
  /** Goes to the page and gives the address that it came back to; null where it was closed, or did not come back. */
  readonly launch: (url: string) => Promise<string | null>;
}

/** What an administrator gave out for a platform. */
export interface GivenApplication {
  readonly clientId: string;
  readonly tenant: string | null;
  /** The organisation's policy holds it: it cannot be changed in the options. */
  readonly byPolicy: boolean;
}

/** What signing in works with. */
export interface SignInPorts {
  readonly http: NotedHttp;
  readonly clock: Clock;
  readonly window: SignInWindow;
  readonly bytes?: RandomBytes;
  /** BCP 47: what the sign-in page should speak, where the platform can be told. */
  readonly language?: string;
  /** Null, and absent: nothing was given out. */
  readonly applicationFor?: (platformId: string, base: string) => GivenApplication | null;
  /** Whether the person let us ask all of these origins. Absent: they did. */
  readonly mayReach?: (origins: readonly string[]) => Promise<boolean>;
}

/** What connecting works with. */
export interface ConnectPorts extends SignInPorts {
  readonly db: CommunityDatabase;
  readonly pending: PendingStore;
  /** Absent: every step asks anew what stands at its address. */
  readonly recently?: RecentlyFound;
  /** Absent: all of the register. */
  readonly platforms?: readonly Platform[];
}
