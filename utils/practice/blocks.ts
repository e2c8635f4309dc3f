/** A run of text that looks the same; a '\n' in it is a line end. */
export interface Span {
  readonly text: string;
  readonly strong?: true;
  readonly emphasis?: true;
  /** A web address. */
  readonly href?: string;
}

/** What stands apart from the rest of a text: data, so that whoever shows it makes text of it and nothing else. */
export type Block =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Span[])[] };
