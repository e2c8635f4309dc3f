import type { Kysely, Transaction } from 'kysely';
import { type Clock, systemClock } from '@/utils/kernel/clock';
import { type RandomBytes, secureBytes } from '@/utils/kernel/random';
import { type Result, succeed } from '@/utils/kernel/result';
import { type DatabaseProblem, openDatabase } from './database/open';
import type { Transact } from './database/transactions';
import type { Schema } from './schema';
import { idMaker } from './status-id';

/** One community's data. Every query names the community: the same code will run on one database for many. */
export interface Store {
  readonly db: Kysely<Schema>;
  readonly communityId: string;
  readonly clock: Clock;
  readonly transact: Transact;
  newId(): string;
  close(): Promise<void>;
}

const ONLY_COMMUNITY = '1';

export type StoreProblem = DatabaseProblem;

interface StoreOptions {
  /** Where SQLite keeps the data; not used with `databaseUrl`. */
  readonly folder: string;
  /** PostgreSQL, for several servers side by side. */
  readonly databaseUrl?: string | undefined;
  readonly communityName: string;
  readonly clock?: Clock;
  readonly randomBytes?: RandomBytes;
}

/** Opens the community's data, making them where they are not there. One server per folder; many per PostgreSQL. */
export async function openStore(options: StoreOptions): Promise<Result<Store, StoreProblem>> {
  const { folder, databaseUrl, communityName, clock = systemClock, randomBytes = secureBytes } = options;
  const opened = await openDatabase(databaseUrl === undefined ? { folder } : { url: databaseUrl });
  if (!opened.ok) return opened;
  const { db, transact, close } = opened.value;
  await db
    .insertInto('communities')
    .values({ community_id: ONLY_COMMUNITY, name: communityName, created_at: isoTime(clock()) })
    .onConflict((conflict) => conflict.column('community_id').doUpdateSet({ name: communityName }))
    .execute();
  const newId = idMaker(clock, randomBytes);
  return succeed({ db, communityId: ONLY_COMMUNITY, clock, transact, newId, close });
}

/** All of it or nothing, and on disk before it is answered. `work` may be done again: it must only touch the database. */
export function inTransaction<Value>(
  store: Store,
  work: (trx: Transaction<Schema>) => Promise<Value>,
): Promise<Value> {
  return store.transact(work);
}

/** ISO 8601, UTC, with milliseconds. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
