/** A reply to a post of one's own. */
export interface ReplyView {
  readonly postId: string;
  readonly url: string;
  readonly authorName: string;
  /** Epoch ms. */
  readonly at: number;
  readonly text: string;
  /** Absent: a reply like any other. */
  readonly kind?: 'answer' | 'reuse';
  readonly thanked: boolean;
  /** Its community takes thanks. */
  readonly canThank: boolean;
}

/** What came back on a post of one's own. */
export interface ResponseView {
  /** The entry that brought the post. */
  readonly entryId: string;
  /** Of the post; empty where it has none here any more. */
  readonly title: string;
  readonly thanks: number;
  /** Oldest first. */
  readonly replies: readonly ReplyView[];
  /** What the person was not told yet: so many thanks, and these replies. */
  readonly news: { readonly thanks: number; readonly replies: readonly ReplyView[] };
}
