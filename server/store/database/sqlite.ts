import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';

const BUSY_MS = 5_000;
/** Of 4 kB each: what is written again and again until then is copied into the database once. */
const PAGES_IN_LOG = 4_000;

/** Durable at commit, and readable while somebody copies it. Throws what SQLite says of a file that is no database. */
export function openSqlite(file: string): Sqlite.Database {
  const sqlite = new Sqlite(file);
  sqlite.pragma(`busy_timeout = ${BUSY_MS}`);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL'); // NORMAL does not sync at commit: an acknowledged post could be lost
  sqlite.pragma(`wal_autocheckpoint = ${PAGES_IN_LOG}`);
  sqlite.pragma('foreign_keys = ON');
  return sqlite;
}

/**
 * SQLite whose transactions take the write lock first: a later upgrade would fail at once instead of waiting. Those that
 * only read take none, and see everything as it stood when they began. Migrations are made whole or not at all: one that
 * was killed half-way would stand in its own way for ever.
 */
export function sqliteDialect(database: Sqlite.Database): SqliteDialect {
  const remembering = rememberStatements(database);
  const dialect = new SqliteDialect({ database: remembering });
  dialect.createDriver = () => new ImmediateDriver(remembering, () => database.inTransaction);
  dialect.createAdapter = () => new WholeMigrations();
  return dialect;
}

/** Some questions differ with the length of a list: those asked last are worth keeping. */
const MOST_REMEMBERED = 300;

/** Reading a statement takes SQLite longer than most of ours take to run: each is read once. */
function rememberStatements(database: Sqlite.Database): SqliteDatabase {
  const statements = new Map<string, Sqlite.Statement<unknown[]>>();
  return {
    close: () => void database.close(),
    prepare: (text) => {
      const statement = statements.get(text) ?? database.prepare<unknown[]>(text);
      statements.delete(text);
      statements.set(text, statement);
      const [oldest] = statements.keys();
      if (statements.size > MOST_REMEMBERED && oldest !== undefined) statements.delete(oldest);
      return statement;
    },
  };
}

class WholeMigrations extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDriver extends SqliteDriver {
  constructor(
    database: SqliteDatabase,
    private readonly isUnderWay: () => boolean,
  ) {
    super({ database });
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    { accessMode }: TransactionSettings = {},
  ): Promise<void> {
    const begin = accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }

  /** A full disk has SQLite undo everything by itself: a second time would fail, and hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.isUnderWay()) await super.rollbackTransaction(connection);
  }
}
