import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { type Clock, systemClock } from '@/utils/kernel/clock';
import { type RandomBytes, secureBytes } from '@/utils/kernel/random';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { MIGRATIONS } from './migrations';
import type { Schema } from './schema';
import { idMaker } from './status-id';

/** One community's data. Every query names the community: the same code will run on one database for many. */
export interface Store {
  readonly db: Kysely<Schema>;
  readonly communityId: string;
  readonly clock: Clock;
  newId(): string;
  close(): Promise<void>;
}

const BUSY_MS = 5_000;
const ONLY_COMMUNITY = '1';

export type StoreProblem = 'folder-unwritable' | 'in-use';

interface StoreOptions {
  readonly folder: string;
  readonly communityName: string;
  readonly clock?: Clock;
  readonly randomBytes?: RandomBytes;
}

/** Opens the database in a folder, making both where they are not there. One server per folder. */
export async function openStore(options: StoreOptions): Promise<Result<Store, StoreProblem>> {
  const { folder, communityName, clock = systemClock, randomBytes = secureBytes } = options;
  const lock = takeLock(folder);
  if (!lock.ok) return lock;
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: openSqlite(join(folder, 'community.db')) }),
  });
  const { error } = await new Migrator({ db, provider: MIGRATIONS }).migrateToLatest();
  if (error !== undefined) throw error;
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

function openSqlite(file: string): Sqlite.Database {
  const sqlite = new Sqlite(file);
  sqlite.pragma(`busy_timeout = ${BUSY_MS}`);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL'); // NORMAL does not sync at commit: an acknowledged post could be lost
  sqlite.pragma('foreign_keys = ON');
  return sqlite;
}

/** A lock that the operating system gives back when the process ends, however it ends. */
function takeLock(folder: string): Result<Sqlite.Database, StoreProblem> {
  let lock: Sqlite.Database;
  try {
    makeFolder(folder);
    lock = new Sqlite(join(folder, 'server.lock'), { timeout: 200 });
  } catch {
    return fail('folder-unwritable'); // no folder, no right to write, or a full disk: the person sees the path
  }
  try {
    lock.exec('begin exclusive');
    return succeed(lock);
  } catch (error) {
    lock.close();
    return fail(codeOf(error).startsWith('SQLITE_BUSY') ? 'in-use' : 'folder-unwritable');
  }
}

/** One folder after the other: Node's own recursive form never returns where the file system answers oddly (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** The code of a database error, such as `SQLITE_CONSTRAINT_PRIMARYKEY`; empty for anything else. */
export function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : '';
}

/** ISO 8601, UTC, with milliseconds. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
