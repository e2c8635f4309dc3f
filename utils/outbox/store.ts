import type { Dexie, Table } from 'dexie';
import type { Community } from '@/utils/community/community';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Draft, Entry, Receipt } from './entry';
import type { Discarded, Pace, Quarantined } from './tables';

/** The tables that the outbox works with, on whichever database holds them. */
export interface OutboxDatabase extends Pick<Dexie, 'transaction'> {
  readonly drafts: Table<Draft, string>;
  readonly entries: Table<Entry, string>;
  readonly receipts: Table<Receipt, string>;
  readonly paces: Table<Pace, string>;
  readonly quarantine: Table<Quarantined, string>;
  readonly discarded: Table<Discarded, string>;
  readonly communities: Table<Community, string>;
}

/** Why the outbox did not do what was asked; the words stand in the catalogues under `errors`. */
export interface OutboxProblem {
  readonly code:
    | 'disk-refused'
    | 'draft-gone'
    | 'draft-changed-elsewhere'
    | 'preview-changed'
    | 'practice-incomplete'
    | 'too-long'
    | 'entry-gone'
    | 'entry-on-its-way'
    | 'undo-too-late'
    | 'cannot-correct'
    | 'text-pruned'
    | 'post-withdrawn'
    | 'cannot-withdraw'
    | 'withdraw-unanswered'
    | 'withdraw-signed-out'
    | 'withdraw-refused';
  readonly detail?: string;
}

/** Errors by which a database says that it cannot keep or give anything now; every other error is a bug. */
const DISK_ERRORS = new Set([
  'QuotaExceededError',
  'UnknownError',
  'AbortError',
  'OpenFailedError',
  'DatabaseClosedError',
  'InvalidStateError',
  'MissingAPIError',
  'NotReadableError',
  'TimeoutError',
  'VersionError',
  'BulkError',
]);

/** Runs work on the database; a disk that refuses (full, broken, closed) is a value, a bug stays a throw. */
export async function onDisk<Value>(
  work: () => PromiseLike<Result<Value, OutboxProblem>>,
): Promise<Result<Value, OutboxProblem>> {
  try {
    return await work();
  } catch (error) {
    if (isDiskError(error)) return fail({ code: 'disk-refused' });
    throw error;
  }
}

/** As `onDisk`, for work that has no other way to fail. */
export function keptOnDisk<Value>(work: () => PromiseLike<Value>): Promise<Result<Value, OutboxProblem>> {
  return onDisk(async () => succeed(await work()));
}

function isDiskError(error: unknown): boolean {
  return error instanceof Error && DISK_ERRORS.has(error.name);
}
