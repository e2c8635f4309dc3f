import type { SensitiveKind } from '@/utils/privacy/finding';

/** What says in a text who somebody is, and the text without it. */
export interface GuideMasked {
  /** What was looked at: a newer text waits for its own answer. */
  readonly text: string;
  readonly found: readonly { readonly kind: SensitiveKind; readonly text: string }[];
  readonly masked: string;
}

/** A practice that somebody else shared, to read and to open. */
export interface GuidePractice {
  readonly id: string;
  readonly title: string;
  readonly did: string;
  readonly authorName: string;
  readonly url: string;
  readonly thanks: number;
}
