import * as z from 'zod/mini';
import type { LedgerView } from './ledger-views';
import { nothing, page, row } from './row';

const LONGEST_SEARCH = 200;
/** More than these on a page nobody reads; whoever wants all of them has the file. */
const MOST_ROWS = 1_000;

/** What was seen and what left, for the person whose machine it is. */
export const LEDGER_MESSAGES = {
  /** The newest so many that hold every word of a search, in the words that are shown. */
  'ledger:read': row(
    page,
    z.strictObject({
      kind: z.enum(['all', 'seen', 'sent']),
      search: z.string().check(z.maxLength(LONGEST_SEARCH)),
      rows: z.int().check(z.minimum(1), z.maximum(MOST_ROWS)),
    }),
  ),
  'ledger:export': row(page, nothing),
  /** Forgets what was seen and sent, for good, and the titles that wait. */
  'ledger:wipe': row(page, nothing),
};

export interface LedgerReplies {
  'ledger:read': LedgerView;
  'ledger:export': { readonly json: string };
  'ledger:wipe': null;
}
