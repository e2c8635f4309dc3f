import { join } from 'node:path';
import { Kysely, Migrator } from 'kysely';
import { type Clock, systemClock } from '@/utils/kernel/clock';
import { type RandomBytes, secureBytes } from '@/utils/kernel/random';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { lockFolder } from './folder-lock';
import { MIGRATIONS } from './migrations';
import type { Schema } from './schema';
import { openSqlite, sqliteDialect } from './sqlite';
import { idMaker } from './status-id';

/** One community's data. Every query names the community: the same code will run on one database for many. */
export interface Store {
  readonly db: Kysely<Schema>;
  readonly communityId: string;
  readonly clock: Clock;
  newId(): string;
  close(): Promise<void>;
}

const ONLY_COMMUNITY = '1';

export type StoreProblem = 'folder-unwritable' | 'in-use' | 'data-unreadable';

interface StoreOptions {
  readonly folder: string;
  readonly communityName: string;
  readonly clock?: Clock;
  readonly randomBytes?: RandomBytes;
}

/** Opens the database in a folder, making both where they are not there. One server per folder. */
export async function openStore(options: StoreOptions): Promise<Result<Store, StoreProblem>> {
  const { folder, communityName, clock = systemClock, randomBytes = secureBytes } = options;
  const lock = lockFolder(folder);
  if (!lock.ok) return lock;
  const db = await openDatabase(join(folder, 'community.db'));
  if (db === null) {
    lock.value.close();
    return fail('data-unreadable');
  }
  await db
    .insertInto('communities')
    .values({ community_id: ONLY_COMMUNITY, name: communityName, created_at: isoTime(clock()) })
    .onConflict((conflict) => conflict.column('community_id').doUpdateSet({ name: communityName }))
    .execute();
  const close = async (): Promise<void> => {
    await db.destroy();
    lock.value.close();
  };
  return succeed({ db, communityId: ONLY_COMMUNITY, clock, newId: idMaker(clock, randomBytes), close });
}

/** The database with every migration made; null where the file is none, is damaged, or comes from a newer version. */
async function openDatabase(file: string): Promise<Kysely<Schema> | null> {
  let sqlite: ReturnType<typeof openSqlite>;
  try {
    sqlite = openSqlite(file);
  } catch {
    return null; // nothing was opened, so nothing is left to close
  }
  const db = new Kysely<Schema>({ dialect: sqliteDialect(sqlite) });
  const { error } = await new Migrator({ db, provider: MIGRATIONS }).migrateToLatest();
  if (error === undefined) return db;
  await db.destroy();
  return null;
}

/** ISO 8601, UTC, with milliseconds. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
