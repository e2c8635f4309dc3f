import type { Dexie, Table } from 'dexie';
import type { Community } from '@/utils/community/community';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { SentRequest } from '@/utils/privacy/ledger-row';
import { type DiskCode, diskCodeOf } from './disk';
import type { Draft, Entry, Receipt } from './entry';
import type { Discarded, Pace, Quarantined, StoredPicture } from './tables';

/** The tables that the outbox works with, on whichever database holds them. */
export interface OutboxDatabase extends Pick<Dexie, 'transaction'> {
  readonly drafts: Table<Draft, string>;
  readonly entries: Table<Entry, string>;
  readonly receipts: Table<Receipt, string>;
  readonly paces: Table<Pace, string>;
  readonly quarantine: Table<Quarantined, string>;
  readonly discarded: Table<Discarded, string>;
  readonly communities: Table<Community, string>;
  readonly requests: Table<SentRequest, string>;
  readonly pictures: Table<StoredPicture, string>;
}

/** Why the outbox did not do what was asked; the words stand in the catalogues under `errors`. */
export interface OutboxProblem {
  readonly code:
    | DiskCode
    | 'draft-gone'
    | 'draft-changed-elsewhere'
    | 'preview-changed'
    | 'practice-incomplete'
    | 'too-long'
    | 'pictures-refused'
    | 'picture-unreadable'
    | 'picture-too-large'
    | 'picture-gone'
    | 'privacy-open'
    | 'entry-gone'
    | 'entry-on-its-way'
    | 'undo-too-late'
    | 'cannot-correct'
    | 'text-pruned'
    | 'post-withdrawn'
    | 'cannot-withdraw'
    | 'withdraw-unanswered'
    | 'withdraw-signed-out'
    | 'withdraw-refused'
    | 'community-busy';
  readonly detail?: string;
}

/** Runs work on the database; a disk that refuses (full, broken, closed) is a value, a bug stays a throw. */
export async function onDisk<Value>(
  work: () => PromiseLike<Result<Value, OutboxProblem>>,
): Promise<Result<Value, OutboxProblem>> {
  try {
    return await work();
  } catch (error) {
    const code = diskCodeOf(error);
    if (code === null) throw error;
    return fail({ code });
  }
}

/** As `onDisk`, for work that has no other way to fail. */
export function keptOnDisk<Value>(work: () => PromiseLike<Value>): Promise<Result<Value, OutboxProblem>> {
  return onDisk(async () => succeed(await work()));
}
