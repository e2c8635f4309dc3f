import type { Way as WayView } from '@/utils/community/auth/ways';
import type { Evidence } from '@/utils/community/platform';
import type { CommunityView } from './views';

export type { GivenApplication as ApplicationView } from '@/utils/community/auth/ports';
export type { Way as WayView } from '@/utils/community/auth/ways';

/** A platform that was found at an address. */
export interface FoundView {
  /** Its id in the register. */
  readonly platform: string;
  /** What people call this kind of platform. */
  readonly title: string;
  readonly kind: 'stream' | 'page';
  /** What it calls itself; its host where it does not say. */
  readonly name: string;
  /** As it says; empty where it does not. */
  readonly version: string;
  /** Where its interface stands: to be given to `community:sign-in`. */
  readonly address: string;
  readonly evidence: Evidence;
  /** In the order in which they are offered; never empty. */
  readonly ways: readonly WayView[];
  /** What an administrator registers, and allows where a platform asks which addresses may be returned to. */
  readonly redirectAddress: string;
}

/** How far a sign-in is. */
export type SignInView = { readonly state: 'connected'; readonly community: CommunityView } | PendingView;

/** A sign-in that waits for the person. */
export type PendingView = PendingCode | PendingKey;

interface Pending {
  /** For `community:sign-in-step` and `community:sign-in-cancel`. */
  readonly id: string;
  readonly title: string;
  readonly address: string;
  /** The page to open. */
  readonly page: string;
  /** Epoch ms: then it begins anew. */
  readonly expiresAt: number;
}

/** A code to be typed on `page`; to be asked about again, with `community:sign-in-step`, in so many ms. */
export interface PendingCode extends Pending {
  readonly state: 'code';
  readonly code: string;
  readonly askAgainMs: number;
}

/** A key that `page` will show, to be handed over with `community:sign-in-step`. */
export interface PendingKey extends Pending {
  readonly state: 'key';
}
