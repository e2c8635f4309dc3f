/** When in a post's life the fault comes. */
export const PHASES = {
  A: 'draft to entry',
  B: 'claim',
  C: 'request sent, nothing stored',
  D: 'stored, answer lost',
  E: 'answer here, row not marked',
  F: 'waiting',
  G: 'start',
} as const;
export type Phase = keyof typeof PHASES;

/** What the community does with idempotency keys: as ours, or as its foreign kin. */
export type Kin = 'keeps keys' | 'ignores keys' | 'races' | 'forgets keys';

/** What the way to the community does with a request. */
export type Action =
  | { readonly kind: 'pass' }
  /** Breaks the connection: before the community has it, or after it answered. */
  | { readonly kind: 'reset'; readonly stored: boolean }
  /** Never answers. */
  | { readonly kind: 'hang'; readonly stored: boolean }
  /** Gives the real answer byte by byte, too slowly. */
  | { readonly kind: 'drip' }
  /** Breaks the connection now; the community gets the request so many ms later. */
  | { readonly kind: 'late'; readonly afterMs: number }
  /** Says something else than the community did, or would have. */
  | {
      readonly kind: 'say';
      readonly stored: boolean;
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** The real answer, cut off after half of it, though it says that it is whole. */
  | { readonly kind: 'truncate' };

export interface NetworkFault {
  /** Which requests it hits: posts, or the looks for them, or all; and how many of those at most. */
  readonly hits: 'write' | 'read' | 'all';
  readonly times: number;
  readonly action: Action;
}

/** What is done to worker, browser and person meanwhile. */
export type Hurt =
  /** The process dies at a checkpoint: of a Send and its delivery, or of a start with a post under way. */
  | { readonly kind: 'dies'; readonly at: number; readonly from: 'send' | 'start' }
  /** The browser stops the worker, as when it is idle. */
  | { readonly kind: 'worker stopped'; readonly afterMs: number }
  | { readonly kind: 'browser killed'; readonly afterMs: number }
  | { readonly kind: 'extension reloaded'; readonly afterMs: number }
  /** Two windows, a sidebar and the worker ask for delivery at once. */
  | { readonly kind: 'all ask at once' }
  | { readonly kind: 'community down'; readonly killed: boolean }
  /** The community takes the sign-in back; the person signs in again afterwards. */
  | { readonly kind: 'signed out' }
  /** Somebody else signs in at the same community while a post of the first waits. */
  | { readonly kind: 'account switched' }
  | { readonly kind: 'permission revoked' }
  | { readonly kind: 'session wiped' }
  | { readonly kind: 'disk full'; readonly from: 'now' | 'answered' }
  /** A row that no version of ours wrote stands among the others. */
  | { readonly kind: 'broken row'; readonly how: 'unknown state' | 'fields gone' }
  | { readonly kind: 'clock jumps'; readonly byMs: number; readonly when: 'waiting' | 'back' };

/** One run: what goes wrong, and what must be true all the same. */
export interface Scenario {
  /** Row and column of the table. */
  readonly fault: string;
  readonly phase: Phase;
  readonly kin: Kin;
  readonly posts: number;
  /** Whether the way to the community keeps its connections: a browser repeats by itself what breaks on a kept one. */
  readonly connections: 'kept' | 'fresh';
  readonly network: NetworkFault | null;
  readonly hurt: Hurt | null;
  /** The fault is a definite refusal: posts may wait for the person, with a reason and their text whole. */
  readonly needsPerson: boolean;
  /** Reported, not judged: what a community without keys cannot be kept from. */
  readonly measured: boolean;
}

export const ORDINARY = {
  kin: 'keeps keys',
  posts: 1,
  connections: 'kept',
  network: null,
  hurt: null,
  needsPerson: false,
  measured: false,
} as const satisfies Partial<Scenario>;
