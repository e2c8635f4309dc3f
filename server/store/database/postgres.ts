import { type Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';

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
  // A connection that rests in the pool may end with its database: the next question opens another.
  pool.on('error', (error) => console.error(`database: ${error.message}`));
  return new PostgresDialect({ pool });
}

/** Whether a server is connected to this database. */
export async function isServed(db: Kysely<never>): Promise<boolean> {
  const { rows } = await sql`
    select pid from pg_stat_activity
    where datname = current_database() and application_name = ${SERVER}`.execute(db);
  return rows.length > 0;
}
