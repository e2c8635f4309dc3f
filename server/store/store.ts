import type { Kysely, Transaction } from 'kysely';
import type { Clock } from '@/utils/kernel/clock';
import type { Transact } from './database/transactions';
import type { Schema } from './schema';

/** One community's data. Every query names the community: the same code will run on one database for many. */
export interface Store {
  readonly db: Kysely<Schema>;
  readonly communityId: string;
  readonly clock: Clock;
  readonly transact: Transact;
  newId(): string;
  close(): Promise<void>;
}

/** All of it or nothing, and on disk before it is answered. `work` may be done again: it must only touch the database. */
export function inTransaction<Value>(
  store: Store,
  work: (trx: Transaction<Schema>) => Promise<Value>,
): Promise<Value> {
  return store.transact(work);
}

/** Reads everything as it stands at one moment, however long it takes; nobody who writes waits for it. */
export async function inSnapshot<Value>(
  { db }: Store,
  work: (snapshot: Transaction<Schema>) => Promise<Value>,
): Promise<Value> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
}

/** ISO 8601, UTC, with milliseconds. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
