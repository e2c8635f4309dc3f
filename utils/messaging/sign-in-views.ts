import type { Evidence, SignInKind } from '@/utils/community/platform';
import type { CommunityView } from './views';

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

/** One way to sign in, and what it takes. */
export interface WayView {
  readonly way: SignInKind;
  /**
   * What is missing: an id, or the tenant's name, that an administrator gives out (`community:application`); what
   * somebody types with the request.
   */
  readonly needs: readonly ('client-id' | 'tenant' | 'name' | 'secret')[];
  /** Every origin whose permission it takes, those that are held already too; to be asked for in the click. */
  readonly origins: readonly string[];
  /** Where the person will sign in; null where they stay here. Worth showing where it is another than the address. */
  readonly signsInAt: string | null;
  /** The page on which what is pasted is made. */
  readonly tokenPage: string | null;
  /** A name may be typed beside what is pasted; it must where it is among the needs. */
  readonly takesName?: true;
  /** What we ask to be allowed, in the platform's own words; empty where it has none, or a token says it itself. */
  readonly asksFor: readonly string[];
  /** What an administrator gave out; null where nothing was or none is needed. */
  readonly application: ApplicationView | null;
}

export interface ApplicationView {
  readonly clientId: string;
  readonly tenant: string | null;
  /** The organisation's policy holds it: it cannot be changed here. */
  readonly byPolicy: boolean;
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
