import type { Language } from '@/utils/language/languages';

/** What the in-page script needs to show a chip, words included: it has no catalogue of its own. */
export interface PromptOrder {
  readonly promptId: string;
  readonly language: Language;
  readonly words: ChipWords;
  /** Without keys or pointer, and with no focus in a field, for this long (ms). */
  readonly quietMs: number;
  /** After this long without a quiet moment the prompt is held (ms). */
  readonly patienceMs: number;
  /** A draft of this prompt is open: come back folded as "go on writing". */
  readonly resumes: boolean;
}

/** The letter that gives each answer while the chip has the focus; it stands in that answer's own words. */
export type ChipKeys = Readonly<
  Record<'share' | 'notNow' | 'more' | 'keep' | 'neverVerb' | 'neverSite' | 'why', string>
>;

export interface ChipWords {
  readonly keys: ChipKeys;
  readonly region: string;
  readonly sentence: string;
  readonly share: string;
  readonly notNow: string;
  readonly more: string;
  readonly keep: string;
  readonly neverVerb: string;
  readonly neverSite: string;
  readonly why: string;
  readonly whyText: string;
  readonly fold: string;
  readonly unfold: string;
  readonly closeSidebar: string;
  /** An answer did not arrive; what to do then. */
  readonly failed: string;
}

/**
 * Sent by the background to what stands on a page of ours. `hotkey`: take the focus, and answer `true`. `recall`: go, if
 * you are of this prompt: nothing is asked about it any more. A text that is being written is of another one.
 */
export type NewsForPage =
  | { readonly event: 'hotkey' }
  | { readonly event: 'recall'; readonly promptId: string };
