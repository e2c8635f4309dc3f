import type { Entry, EntryState } from '@/utils/outbox/entry';

/** What the connections of now make of a reason that is stored. */
type ReasonOfNow =
  | 'disconnected'
  | 'unknown-account'
  | 'address-gone'
  | 'refused-unsaid'
  | 'place-missing'
  | 'other-kind';

export interface EntryView {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly state: EntryState;
  /** As the person has to know it now: what waits for a sign-in may wait for that of another account. */
  readonly reason: Entry['reason'] | ReasonOfNow;
  readonly detail: string | null;
  /** Where it was written as another account than the one that is connected now: the names of both. */
  readonly accounts: { readonly writtenAs: string; readonly connectedAs: string } | null;
  readonly communityName: string | null;
  readonly reference: string;
  readonly createdAt: number;
  /** Epoch ms of the next try, its community's pause included. */
  readonly dueAt: number;
  /** Epoch ms before which its community asked us not to come back; null where it did not ask. */
  readonly askedUntil: number | null;
  readonly restsUntil: number | null;
  /** Its community is paused: it waits until the person ends that. */
  readonly paused: boolean;
  readonly attempts: number;
  /** It replaces a post that is there already. */
  readonly corrects: boolean;
  /** The title of the post that it answers, and whether it waits for that to arrive; null where it answers none. */
  readonly answers: { readonly title: string; readonly waits: boolean } | null;
  readonly canAnswer: boolean;
  /** What it brought or corrects; null before the first has arrived. */
  readonly post: PostView | null;
}

/** A practice that a community has, or had. */
export interface PostView {
  /** The entry that brought it: by this it is asked about. */
  readonly entryId: string;
  /** Empty where the own copy was pruned. */
  readonly title: string;
  /** The title of the post that it answers; absent where it answers none, or its own copy was pruned. */
  readonly answers?: string;
  readonly reference: string;
  readonly url: string;
  /** The host where the community is no longer connected. */
  readonly communityName: string;
  readonly at: number;
  readonly correctedAt: number | null;
  readonly withdrawnAt: number | null;
  /** What stands there; null where the own copy was pruned. */
  readonly text: string | null;
  readonly canCorrect: boolean;
  readonly canAnswer: boolean;
  /** The discussion under it can be concluded. */
  readonly canConclude: boolean;
  /** It concludes a discussion that can be told so. */
  readonly canTell: boolean;
  readonly canWithdraw: boolean;
  /** There is another community to which its link can be taken. */
  readonly canShareLink: boolean;
}

/** A draft in the popup. */
export interface DraftRow {
  readonly id: string;
  readonly title: string;
  /** The title of the post that it answers; absent where it answers none. */
  readonly answers?: string;
  readonly updatedAt: number;
  /** It replaces a post that is there already. */
  readonly corrects: boolean;
}

/** What has not arrived yet: some of it, how much there is, and how far a long delivery is. */
export interface WaitingView {
  /** What needs the person first, then in the order in which it was sent; not all of it where there is much. */
  readonly rows: readonly EntryView[];
  /** How many there are, counted by indexes: also those that are not in `rows`. */
  readonly total: number;
  /** There may be more than that: `waiting:read` counts all of it. */
  readonly isPartial?: true;
  /** Of a long delivery: how many arrived since it began, out of how many. Else null. */
  readonly drain: { readonly sent: number; readonly of: number } | null;
  /** Communities for which something waits and that asked us to come back later (epoch ms). */
  readonly asked: readonly { readonly communityName: string; readonly until: number }[];
}

/** What was just deleted and can be taken back. */
export interface DiscardedView {
  readonly id: string;
  readonly kind: 'draft' | 'entry';
  readonly title: string;
}
