import type { Account, Failure, Operation, PlainRequest, PlainResponse } from '@/utils/community/connector';
import type { Platform } from '@/utils/community/platform';
import type { Clock } from '@/utils/kernel/clock';

/** What stands on a platform: the id is the one that its connector gives. */
export interface KeptPost {
  readonly id: string;
  /** As the platform keeps it. */
  readonly text: string;
}

/** A platform in memory: keeps what it is sent, and knows nothing of faults. */
export interface Fake {
  answer(request: PlainRequest): PlainResponse;
  /** Everybody's, oldest first; what was removed is not among them. */
  posts(): readonly KeptPost[];
  /** What a colleague does there; absent where the platform has no such thing. */
  readonly reply?: (postId: string, text: string) => void;
  readonly thank?: (postId: string) => void;
  /** Somebody else changes what stands there. */
  readonly change?: (postId: string, text: string) => void;
  /** A moderator lets a held post through; absent where nothing is held. `holds` makes the next ones wait for one. */
  readonly moderation?: { holds: boolean; publish(): void };
}

/** A refusal as this platform words it, and what it means. */
export interface Refusal {
  readonly what: string;
  /** Absent: `send`. */
  readonly verb?: Operation['verb'];
  readonly answer: PlainResponse;
  readonly means: Failure;
}

/** Everything that the kit needs to try one connector. */
export interface Specimen {
  readonly platform: Platform;
  /** On what fake and refusals stand: documents, sources, recorded answers. */
  readonly evidence: string;
  /** `member` null: the kit asks who it is. */
  readonly account: Account;
  /** Where posts go; null: beside all places. */
  readonly placeId: string | null;
  readonly create: (clock: Clock) => Fake;
  readonly refusals: readonly Refusal[];
  /** How an expired sign-in is answered, whatever is asked. */
  readonly signedOut: PlainResponse;
  /** How too many requests are answered, and how long they ask to wait; more dialects go among `refusals`. */
  readonly limited: { readonly answer: PlainResponse; readonly afterMs: number };
  /** What the platform makes impossible, by the name of a case, and why. Shown in the kit's table. */
  readonly impossible?: Readonly<Record<string, string>>;
}

/** An answer in JSON. */
export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): PlainResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, text: JSON.stringify(body) };
}
