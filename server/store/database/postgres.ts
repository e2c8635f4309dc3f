import { type Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { namingStatements } from './named-statements';

const CONNECT_WITHIN_MS = 5_000;
const MOST_CONNECTIONS = 10;
/** How a server's connections are named in PostgreSQL's own list of them. */
const SERVER = 'deelgenoot';

/** PostgreSQL by its address, `postgres://…`. Connects only when it is asked something. */
export function postgresDialect(
  url: string,
  mode: 'serve' | 'operate' | 'restore' = 'serve',
): PostgresDialect {
  const pool = new Pool({
    connectionString: url,
    application_name: mode === 'serve' ? SERVER : `${SERVER} ${mode}`,
    max: MOST_CONNECTIONS,
    min: mode === 'serve' ? 1 : 0, // a server that rests keeps one: whoever restores has to see that it is there
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  });
  // A connection may end with its database: the next question opens another. The pool hears of it while the connection
  // rests; between two steps of a transaction nobody would, and an error that nobody hears ends the program.
  pool.on('connect', (client) => client.on('error', ({ message }) => console.error(`database: ${message}`)));
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool: namingStatements(pool) });
}

/** A connection that was closed is still listed for a moment: looked for again, so often and after so long each time. */
const LOOKS = 20;
const LOOK_AGAIN_MS = 100;

/** Whether a server is connected to this database, and stays so. */
export async function isServed(db: Kysely<never>): Promise<boolean> {
  for (let look = 0; look < LOOKS; look += 1) {
    const { rows } = await sql`
      select pid from pg_stat_activity
      where datname = current_database() and application_name = ${SERVER}`.execute(db);
    if (rows.length === 0) return false;
    await new Promise((resume) => setTimeout(resume, LOOK_AGAIN_MS));
  }
  return true;
}
