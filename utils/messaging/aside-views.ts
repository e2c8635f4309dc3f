/** A row that was put aside, as far as it can be read. */
export interface AsideRow {
  readonly id: string;
  /** The table that it was in. */
  readonly table: string;
  /** Epoch ms at which it was put aside. */
  readonly at: number;
  /** Empty where nothing in it reads as one. */
  readonly title: string;
  readonly text: string;
}

export interface AsideView {
  readonly count: number;
  /** The newest, as many as a page can show. */
  readonly rows: readonly AsideRow[];
}
