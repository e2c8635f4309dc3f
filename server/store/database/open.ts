import { join } from 'node:path';
import { type Dialect, Kysely, Migrator } from 'kysely';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { codeOf } from '../error-code';
import { MIGRATIONS } from '../migrations';
import type { Schema } from '../schema';
import { lockFolder } from './folder-lock';
import { postgresDialect } from './postgres';
import { openSqlite, sqliteDialect } from './sqlite';
import { separately, type Transact, together } from './transactions';

export type DatabaseProblem =
  | 'folder-unwritable'
  | 'in-use'
  | 'data-unreadable'
  | 'database-unreachable'
  | 'database-unusable';

export interface Database {
  readonly db: Kysely<Schema>;
  readonly transact: Transact;
  close(): Promise<void>;
}

/** A database in a folder, for one server; or PostgreSQL by its address, for as many as there are. */
export type DatabaseAddress = { readonly folder: string } | { readonly url: string };

/** Opens the database with every migration made, making it where it is not there. */
export async function openDatabase(address: DatabaseAddress): Promise<Result<Database, DatabaseProblem>> {
  return 'url' in address ? openPostgres(address.url) : openFolder(address.folder);
}

async function openFolder(folder: string): Promise<Result<Database, DatabaseProblem>> {
  const lock = lockFolder(folder);
  if (!lock.ok) return lock;
  const release = (): void => void lock.value.close();
  let dialect: Dialect;
  try {
    dialect = sqliteDialect(openSqlite(join(folder, 'community.db')));
  } catch {
    release(); // nothing was opened, so nothing else is left to close
    return fail('data-unreadable');
  }
  const opened = await migrated(dialect, () => 'data-unreadable');
  if (!opened.ok) {
    release();
    return opened;
  }
  const db = opened.value;
  return succeed({
    db,
    transact: together(db),
    close: async () => {
      await db.destroy();
      release();
    },
  });
}

async function openPostgres(url: string): Promise<Result<Database, DatabaseProblem>> {
  const opened = await migrated(postgresDialect(url), (error) =>
    /^[0-9A-Z]{5}$/.test(codeOf(error)) && !codeOf(error).startsWith('28')
      ? 'database-unusable'
      : 'database-unreachable',
  );
  if (!opened.ok) return opened;
  const db = opened.value;
  return succeed({ db, transact: separately(db), close: () => db.destroy() });
}

/** Every migration made; the problem where the data are damaged, come from a newer version, or nobody answers. */
async function migrated(
  dialect: Dialect,
  problemOf: (error: unknown) => DatabaseProblem,
): Promise<Result<Kysely<Schema>, DatabaseProblem>> {
  const db = new Kysely<Schema>({ dialect });
  const { error } = await new Migrator({ db, provider: MIGRATIONS }).migrateToLatest().catch(asOutcome);
  if (error === undefined) return succeed(db);
  await db.destroy();
  return fail(problemOf(error));
}

function asOutcome(error: unknown): { readonly error: unknown } {
  return { error };
}
