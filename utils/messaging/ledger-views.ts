/** Which rows of the ledger somebody wants to see. */
export type LedgerKind = 'all' | 'seen' | 'sent';

/** One thing that was seen or that left, in words. */
export interface LedgerRow {
  readonly id: string;
  /** The time of day. */
  readonly time: string;
  readonly sentence: string;
  /** What was decided and answered; nothing where it is a request. */
  readonly details: readonly string[];
}

export interface LedgerView {
  /** Newest first. */
  readonly days: readonly { readonly day: string; readonly rows: readonly LedgerRow[] }[];
  /** Whether older ones would be shown too. */
  readonly more: boolean;
  /** How much is held, and for how many days. */
  readonly kept: {
    readonly seen: number;
    readonly sent: number;
    readonly titled: number;
    readonly days: number;
    readonly shownDays: number;
    readonly titledDays: number;
  };
}
