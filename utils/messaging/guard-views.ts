import type { SensitiveKind } from '@/utils/privacy/finding';

/** Where something was found. `whole`: only in the text as it is sent, where rendering joined it. */
export type GuardedField = 'title' | 'did' | 'why' | 'tip' | 'topics' | 'pictures' | 'link' | 'whole';

/** Something in a draft that says who somebody is. */
export interface FindingView {
  readonly id: string;
  readonly field: GuardedField;
  /** Which of the topics or pictures; 0 in the other fields. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly kind: SensitiveKind;
  /** What stands there; a field that was typed in since may have it elsewhere. */
  readonly text: string;
  /** What stands in its place once it is masked, in the language of the practice. */
  readonly mask: string;
  /** Why the person let it stand; null while it is open. */
  readonly reason: string | null;
}
