import type { Verb } from '@/utils/activity/activity';
import type { Place, RateLimit } from '@/utils/community/community';
import type { InvitationMessage } from '@/utils/community/connector';
import type { Evidence, Registration } from '@/utils/community/platform';
import type { CountsIn } from '@/utils/practice/length';

/** A kind of platform that we speak to, and how sure we are of it. */
export interface PlatformView {
  readonly id: string;
  /** What people call it. */
  readonly title: string;
  /** Posts that people answer, or pages that are kept up to date. */
  readonly kind: 'stream' | 'page';
  readonly evidence: Evidence;
  /** What an administrator does first; null: nothing. */
  readonly registration: Registration | null;
}

/** How one connected community is doing. */
export interface StandingView {
  readonly communityId: string;
  readonly paused: boolean;
  /** So many posts leave by themselves, sooner or later; */
  readonly waiting: number;
  /** and so many wait for the person. */
  readonly needing: number;
  /** Epoch ms before which it asked us not to come back; null where it did not. */
  readonly askedUntil: number | null;
  readonly maxCharacters: number;
  readonly countsIn: CountsIn;
  /** All of them hold. None: its answers say how often it may be asked. */
  readonly rateLimits: readonly RateLimit[];
  /** The newest that arrived there, of the newest that arrived anywhere. */
  readonly last: { readonly title: string; readonly url: string; readonly at: number } | null;
}

/** Where posts about something go. */
export interface DestinationRow {
  readonly site: string | null;
  readonly verb: Verb | null;
  readonly communityId: string;
  readonly placeId: string | null;
  /** Null: it is not connected any more. */
  readonly communityName: string | null;
  /** Null: the whole community. */
  readonly placeName: string | null;
}

export interface DestinationsView {
  readonly set: readonly DestinationRow[];
  readonly organisation: readonly DestinationRow[];
  readonly choices: readonly {
    readonly communityId: string;
    readonly name: string;
    readonly places: readonly Place[];
    readonly needsPlace: boolean;
  }[];
}

/** Words to send along with a community's address, for one that makes no links of its own. */
export interface ShareView {
  readonly url: string;
  readonly messages: readonly InvitationMessage[];
}
