/** What somebody shared or asked, as a list shows it. Every text in it is somebody else's: text, never markup. */
export interface SharedView {
  readonly id: string;
  readonly kind: 'practice' | 'question' | 'answer' | 'reuse' | 'conclusion';
  readonly title: string;
  readonly authorName: string;
  readonly url: string;
  /** Epoch ms. */
  readonly at: number;
  /** The beginning of what was done. */
  readonly excerpt: string;
  readonly thanks: number;
  /** Whether this person thanked for it. */
  readonly thanked: boolean;
  /** Its community takes thanks. */
  readonly canThank: boolean;
}

/** What others shared that is near a draft. */
export interface SimilarView {
  /** Nearest first, at most three; empty where nothing is near. */
  readonly similar: readonly SharedView[];
  /** A topic of the draft of which nobody shared anything yet; null where that cannot be proved. */
  readonly unique: string | null;
}
