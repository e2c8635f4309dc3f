import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteDialect,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';

const BUSY_MS = 5_000;

/** Durable at commit, and readable while somebody copies it. Throws what SQLite says of a file that is no database. */
export function openSqlite(file: string): Sqlite.Database {
  const sqlite = new Sqlite(file);
  sqlite.pragma(`busy_timeout = ${BUSY_MS}`);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL'); // NORMAL does not sync at commit: an acknowledged post could be lost
  sqlite.pragma('foreign_keys = ON');
  return sqlite;
}

/**
 * SQLite whose transactions take the write lock first: a later upgrade would fail at once instead of waiting. Those that
 * only read take none, and see everything as it stood when they began.
 */
export function sqliteDialect(database: Sqlite.Database): SqliteDialect {
  const remembering = { prepare: rememberStatements(database), close: () => database.close() };
  const dialect = new SqliteDialect({ database: remembering });
  dialect.createDriver = () => new ImmediateDriver({ database: remembering });
  return dialect;
}

const MOST_STATEMENTS = 500;

/** Preparing takes longer than most statements take to run, and the same few come back all day. */
function rememberStatements(database: Sqlite.Database): (sql: string) => Sqlite.Statement {
  const known = new Map<string, Sqlite.Statement>();
  return (sql) => {
    const found = known.get(sql);
    if (found !== undefined) return found;
    const statement = database.prepare(sql);
    if (known.size >= MOST_STATEMENTS) known.clear();
    known.set(sql, statement);
    return statement;
  };
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    { accessMode }: TransactionSettings = {},
  ): Promise<void> {
    const begin = accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }
}
