/** Who will be able to read a post. */
export type Audience = 'public' | 'members' | 'followers';

/** A post as a platform knows it. */
export interface PostRef {
  /** Whatever the connector needs to find it again, its place included. */
  readonly id: string;
  /** Absolute https (or http on the own machine) address that a person can open. */
  readonly url: string;
  /** Of a page: which of its versions this is. */
  readonly version?: string;
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
  /** It waits for a moderator, and only its author sees it. */
  readonly held?: true;
  /** What it says waits for a moderator: readers see what it said before. */
  readonly heldChange?: true;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  /** Without '@'. */
  readonly handle: string;
  /** Of oneself: by which one signs in there, where the platform says so. */
  readonly signInName?: string;
}
