import type { Result } from '@/utils/kernel/result';
import type { Community, CommunityCall, Place, PostFormat } from './community';

/** Who will be able to read a post. */
export type Audience = 'public' | 'members' | 'followers';

/** A post as a platform knows it. */
export interface PostRef {
  readonly id: string;
  /** Absolute https (or http on the own machine) address that a person can open. */
  readonly url: string;
}

/** A post found on the platform, as plain text. */
export interface FoundPost extends PostRef {
  readonly text: string;
  readonly authorId: string;
  readonly authorName: string;
  /** Epoch ms. */
  readonly at: number;
  /** The post that it answers; null where it answers none. */
  readonly answersId: string | null;
  readonly thanks: number;
  readonly replies: number;
  /** Whether the account that asks thanked for it. */
  readonly thanked: boolean;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  /** Without '@'. */
  readonly handle: string;
}

/** Where a person can hand an invitation on. */
export type ShareTarget = 'mail' | 'facebook' | 'linkedin' | 'teams' | 'whatsapp';

/** A short text to send along with an invitation, which holds its link. */
export interface InvitationMessage {
  /** Two or three letters. */
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  /** Addresses that open a new message with it. */
  readonly share: Readonly<Record<ShareTarget, string>>;
}

/** A link with which others join; or too little to read there yet for whoever would come. */
export type Invitation =
  | {
      readonly kind: 'made';
      readonly url: string;
      readonly messages: readonly InvitationMessage[];
    }
  | { readonly kind: 'too-early'; readonly readable: number; readonly needed: number };

/** What a platform said about itself when it was asked. */
export interface Capabilities {
  /** What the platform calls itself. */
  readonly name: string;
  readonly maxCharacters: number;
  /** The server keeps idempotency keys for ever: an uncertain entry may be sent again at once. */
  readonly keepsKeys: boolean;
  /** A post can be given another text. False where the server does not say and its version does not tell. */
  readonly canEdit: boolean;
  readonly canRemove: boolean;
  readonly hasPlaces: boolean;
  /** A member can make links with which others join. */
  readonly canInvite: boolean;
  readonly audiences: readonly Audience[];
  /** What it takes best. */
  readonly format: PostFormat;
}

/** Everything a connector can be asked to do (community-platforms §I, plus `remove`). */
export type Operation =
  | { readonly verb: 'me' }
  | { readonly verb: 'capabilities' }
  /** The places that a member is in; `earlier` goes on with a list that has more pages. */
  | {
      readonly verb: 'places';
      readonly memberId: string;
      readonly earlier?: {
        readonly cursor: string;
        readonly pages: number;
        readonly found: readonly Place[];
      };
    }
  /** What everybody is asked to write about these days. */
  | { readonly verb: 'calls' }
  | {
      readonly verb: 'send';
      readonly text: string;
      /** What the text is written in; absent: plain text. */
      readonly format?: PostFormat;
      readonly language: string;
      readonly audience: Audience;
      readonly placeId: string | null;
      readonly key: string;
      readonly replyTo?: string;
      /** Edits this post instead of making one. */
      readonly edits?: string;
    }
  | {
      readonly verb: 'find';
      readonly marker: string;
      readonly since: number;
      /** Null: everybody's, as far as the account may read them. */
      readonly authorId: string | null;
      /** With everybody's: instead of what is said aloud, what comes home from one's places and those one follows. */
      readonly home?: boolean;
      readonly cursor?: string;
    }
  | { readonly verb: 'thread'; readonly postId: string }
  | { readonly verb: 'mark'; readonly postId: string; readonly on: boolean }
  | { readonly verb: 'invite'; readonly uses: number; readonly days: number }
  | { readonly verb: 'remove'; readonly postId: string };

export interface OperationValues {
  me: Member;
  capabilities: Capabilities;
  places: readonly Place[];
  calls: readonly CommunityCall[];
  /** `allowance`: how many requests are left until more are allowed again, where the platform says so. */
  send: {
    readonly ref: PostRef;
    readonly held: boolean;
    readonly allowance?: { readonly left: number; readonly resetMs: number };
  };
  /** Posts that hold the marker; `cursor` goes on with older ones, null once `since` or the end is reached. */
  find: { readonly posts: readonly FoundPost[]; readonly cursor: string | null };
  thread: { readonly posts: readonly FoundPost[] };
  mark: null;
  invite: Invitation;
  remove: null;
}

/** Why a platform did not do it. `applied` says whether it may have happened all the same. */
export type Failure =
  | {
      readonly kind: 'retry';
      readonly applied: 'no' | 'unknown';
      readonly afterMs?: number;
      readonly answered: boolean;
    }
  | { readonly kind: 'auth'; readonly why: 'expired' | 'forbidden' }
  | { readonly kind: 'invalid'; readonly message: string }
  | { readonly kind: 'too-long'; readonly max?: number }
  | { readonly kind: 'duplicate'; readonly ref?: PostRef }
  /** With `postId`: it was there under our key, and was removed since. */
  | { readonly kind: 'gone'; readonly postId?: string }
  | { readonly kind: 'moved'; readonly to?: string }
  | { readonly kind: 'not-a-community' };

/** Where and as whom a connector talks. The token never leaves the background. */
export interface Account {
  readonly origin: string;
  readonly token: string;
}

export interface PlainRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface PlainResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What a reader makes of an answer: a result, or one more operation that has to be done first. */
export type Reading<Verb extends Operation['verb']> =
  | Result<OperationValues[Verb], Failure>
  | { readonly next: Operation };

/** One kind of platform: pure request builders and response readers, so that recorded answers test it. */
export interface Connector {
  readonly id: string;
  build(operation: Operation, account: Account): PlainRequest;
  read<Verb extends Operation['verb']>(
    operation: Extract<Operation, { verb: Verb }>,
    response: PlainResponse,
    account: Account,
  ): Reading<Verb>;
}

/**
 * Has a community do something, as the account that is connected; the token is found on the way. `noted`: whoever asks
 * has noted its request for the ledger, on disk.
 */
export type Perform = <Verb extends Operation['verb']>(
  community: Community,
  operation: Extract<Operation, { verb: Verb }>,
  how?: { readonly noted: boolean },
) => Promise<Result<OperationValues[Verb], Failure>>;
