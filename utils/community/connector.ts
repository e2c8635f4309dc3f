import type { Result } from '@/utils/kernel/result';
import type { CountsIn } from '@/utils/practice/length';
import type { TitleLimits } from '@/utils/practice/problems';
import type { Community, CommunityCall, Place, PostFormat, RateLimit } from './community';
import type { Failure } from './failure';
import type { Invitation } from './invitation';
import type { Audience, FoundPost, Member, PostRef } from './post';
import type { PlainRequest, PlainResponse, SentPicture } from './request';

export type { Failure } from './failure';
export type { Invitation, InvitationMessage, ShareTarget } from './invitation';
export type { Audience, FoundPost, Member, PostRef } from './post';
export type { FormPart, PlainRequest, PlainResponse } from './request';

/** What a platform said about itself when it was asked. */
export interface Capabilities {
  /** What the platform calls itself. */
  readonly name: string;
  /** What stands there is a stream of posts that people answer, or pages that are kept up to date. */
  readonly kind: 'stream' | 'page';
  readonly maxCharacters: number;
  readonly countsIn: CountsIn;
  /** How long a title may be. Absent: as it is, or nobody says. */
  readonly titleLimits?: TitleLimits;
  /** How often it may be asked, as documented, where its answers do not say; of several all hold. */
  readonly rateLimit?: readonly RateLimit[];
  /** The server keeps idempotency keys for ever: an uncertain entry may be sent again at once. */
  readonly keepsKeys: boolean;
  /** A post can be given another text. False where the server does not say and its version does not tell. */
  readonly canEdit: boolean;
  readonly canRemove: boolean;
  readonly hasPlaces: boolean;
  /** Every post stands in a place: there is nothing beside them. */
  readonly needsPlace: boolean;
  /** Whether what others say is read from the lists of the whole community, or place by place. */
  readonly readsBy: 'list' | 'place';
  readonly canThank: boolean;
  /** It can call on everybody to write about something. Absent: it cannot. */
  readonly hasCalls?: true;
  /** A member can make links with which others join. */
  readonly canInvite: boolean;
  readonly audiences: readonly Audience[];
  /** How many pictures go with a post; 0: none. */
  readonly pictures: number;
  /** What it takes best. */
  readonly format: PostFormat;
}

/** What a step before this one found out, such as a token to write with. */
export type Earlier = Readonly<Record<string, string>>;

/** Everything a connector can be asked to do (community-platforms §I, plus `remove`). */
export type Operation =
  | { readonly verb: 'me' }
  | { readonly verb: 'capabilities'; readonly earlier?: Earlier }
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
      /** The version that we wrote last, where platforms have them: another one there is a conflict. */
      readonly basedOn?: string;
      readonly earlier?: Earlier;
      /** What was attached before, to be shown; absent: the post has none, or an edit leaves them as they are. */
      readonly mediaIds?: readonly string[];
    }
  /** Sends a picture before its post; `earlier`: it was sent, and the platform was still at work on it. */
  | {
      readonly verb: 'attach';
      readonly picture: SentPicture;
      readonly earlier?: { readonly mediaId: string };
    }
  | {
      readonly verb: 'find';
      readonly marker: string;
      readonly since: number;
      /** Null: everybody's, as far as the account may read them. */
      readonly authorId: string | null;
      /** With everybody's: instead of what is said aloud, what comes home from one's places and those one follows. */
      readonly home?: boolean;
      /** Where the post would stand, or whose posts are read; absent or null: beside all places. */
      readonly placeId?: string | null;
      /** The post that it would answer. */
      readonly answersId?: string;
      readonly cursor?: string;
      /** What was found, before all of it was known. */
      readonly earlier?: OperationValues['find'];
    }
  /** `earlier` goes on with a thread of which a first part was read. */
  | {
      readonly verb: 'thread';
      readonly postId: string;
      readonly earlier?: { readonly found: readonly FoundPost[]; readonly rest: readonly string[] };
    }
  | { readonly verb: 'mark'; readonly postId: string; readonly on: boolean; readonly earlier?: Earlier }
  | { readonly verb: 'invite'; readonly uses: number; readonly days: number }
  | { readonly verb: 'remove'; readonly postId: string; readonly earlier?: Earlier };

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
  attach: { readonly mediaId: string };
  /**
   * Posts that hold the marker; `cursor` goes on with older ones, null once `since` or the end is reached. `unordered`:
   * the list is in another order than that of its posts, so that what it leaves out may be there all the same; it names
   * those that it knows to be gone.
   */
  find: {
    readonly posts: readonly FoundPost[];
    readonly cursor: string | null;
    readonly unordered?: { readonly gone: readonly string[] };
  };
  thread: { readonly posts: readonly FoundPost[] };
  mark: null;
  invite: Invitation;
  remove: null;
}

/** Where and as whom a connector talks. The token never leaves the background. */
export interface Account {
  /** The token is bound to it. */
  readonly origin: string;
  /** The origin with the path under which the platform stands; no slash at the end. */
  readonly base: string;
  /** Empty before sign-in. */
  readonly token: string;
  /** Null before it is known. */
  readonly member: Pick<Member, 'id' | 'handle'> | null;
  /** Tokens for further origins that the same platform stands at, by origin. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** Requests go as the person is signed in there in this browser; the token is empty. */
  readonly asSignedIn?: true;
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
