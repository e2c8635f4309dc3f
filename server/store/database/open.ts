import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Dialect, Kysely } from 'kysely';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { codeOf } from '../error-code';
import type { Schema } from '../schema';
import { lockFolder } from './folder-lock';
import { ageOfData, migrate } from './migrate';
import { isServed, postgresDialect } from './postgres';
import { openSqlite, sqliteDialect } from './sqlite';
import { separately, type Transact, together } from './transactions';

export type DatabaseProblem =
  | 'folder-unwritable'
  | 'in-use'
  | 'data-unreadable'
  | 'database-unreachable'
  | 'database-unusable'
  | 'database-in-use'
  | 'no-data'
  | 'data-older'
  | 'data-newer';

export interface Database {
  readonly db: Kysely<Schema>;
  readonly transact: Transact;
  close(): Promise<void>;
}

/** A database in a folder, for one server; or PostgreSQL by its address, for as many as there are. */
export type DatabaseAddress = { readonly folder: string } | { readonly url: string };

/**
 * `serve`: makes what is missing and brings it up to date, the only server on its folder. `restore`: the same, where no
 * server runs. `operate`: also beside a running server, and so only on data that are there and as this version has them.
 */
export type OpenMode = 'serve' | 'operate' | 'restore';

type Opened = Result<Database, DatabaseProblem>;

/** Opens the database in the way that whoever asks has to have it. */
export async function openDatabase(address: DatabaseAddress, mode: OpenMode = 'serve'): Promise<Opened> {
  if ('url' in address) return openPostgres(address.url, mode);
  return mode === 'operate' ? openBesideServer(address.folder) : openFolder(address.folder);
}

async function openFolder(folder: string): Promise<Opened> {
  const lock = lockFolder(folder);
  if (!lock.ok) return lock;
  const release = (): void => void lock.value.close();
  const opened = await openFile(folder, upToDate);
  if (!opened.ok) {
    release(); // nothing was opened, so nothing else is left to close
    return opened;
  }
  return succeed({ ...opened.value, close: () => opened.value.close().then(release) });
}

async function openBesideServer(folder: string): Promise<Opened> {
  return existsSync(join(folder, 'community.db')) ? openFile(folder, asTheyAre) : fail('no-data');
}

async function openFile(folder: string, check: Check): Promise<Opened> {
  let dialect: Dialect;
  try {
    dialect = sqliteDialect(openSqlite(join(folder, 'community.db')));
  } catch (error) {
    return fail(problemOfFile(error));
  }
  const opened = await checked(dialect, check, problemOfFile);
  return opened.ok ? asDatabase(opened.value, together) : opened;
}

function problemOfFile(error: unknown): DatabaseProblem {
  const noRoom = /^SQLITE_(FULL|READONLY|IOERR_(WRITE|FSYNC|TRUNCATE|SHMSIZE))/.test(codeOf(error));
  return noRoom ? 'folder-unwritable' : 'data-unreadable';
}

async function openPostgres(url: string, mode: OpenMode): Promise<Opened> {
  const check = { serve: upToDate, operate: asTheyAre, restore: unserved }[mode];
  const opened = await checked(postgresDialect(url, mode), check, (error) =>
    /^[0-9A-Z]{5}$/.test(codeOf(error)) && !codeOf(error).startsWith('28')
      ? 'database-unusable'
      : 'database-unreachable',
  );
  return opened.ok ? asDatabase(opened.value, separately) : opened;
}

function asDatabase(db: Kysely<Schema>, transacting: (db: Kysely<Schema>) => Transact): Opened {
  return succeed({ db, transact: transacting(db), close: () => db.destroy() });
}

/** What has to hold of a database before it is used: the problem, or null. Throws the database's own errors. */
type Check = (db: Kysely<never>) => Promise<DatabaseProblem | null>;

async function upToDate(db: Kysely<never>): Promise<null> {
  const error = await migrate(db);
  if (error !== undefined) throw error;
  return null;
}

async function asTheyAre(db: Kysely<never>): Promise<DatabaseProblem | null> {
  const age = await ageOfData(db);
  return age === 'current' ? null : age === 'none' ? 'no-data' : `data-${age}`;
}

async function unserved(db: Kysely<never>): Promise<DatabaseProblem | null> {
  return (await isServed(db)) ? 'database-in-use' : upToDate(db);
}

async function checked(
  dialect: Dialect,
  check: Check,
  problemOf: (error: unknown) => DatabaseProblem,
): Promise<Result<Kysely<Schema>, DatabaseProblem>> {
  const db = new Kysely<Schema>({ dialect });
  const problem = await check(db as Kysely<never>).catch(problemOf);
  if (problem === null) return succeed(db);
  await db.destroy();
  return fail(problem);
}
