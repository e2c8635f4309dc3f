import { PostgresDialect } from 'kysely';
import { Pool } from 'pg';

const CONNECT_WITHIN_MS = 5_000;
const MOST_CONNECTIONS = 10;

/** PostgreSQL by its address, `postgres://…`. Connects only when it is asked something. */
export function postgresDialect(url: string): PostgresDialect {
  const pool = new Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  });
  // A connection that rests in the pool may end with its database: the next question opens another.
  pool.on('error', (error) => console.error(`database: ${error.message}`));
  return new PostgresDialect({ pool });
}
