import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** A fresh database where this run is on PostgreSQL; where it is on SQLite there is nothing to make or drop. */
export async function aDatabase(): Promise<{ url: string | undefined; drop: () => Promise<void> }> {
  const postgres = inject('postgres');
  if (postgres === undefined) return { url: undefined, drop: () => Promise.resolve() };
  const name = `test_${randomBytes(8).toString('hex')}`;
  await run(postgres.admin, `create database ${name} template migrated strategy file_copy`);
  return {
    url: `${postgres.base}${name}`,
    drop: () => run(postgres.admin, `drop database ${name} with (force)`),
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
