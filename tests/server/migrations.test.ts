import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Kysely, Migrator, sql } from 'kysely';
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { openSqlite, sqliteDialect } from '@/server/store/database/sqlite';
import { createTable } from '@/server/store/migrations/tables';
import { openStore } from '@/server/store/open-store';
import { aFolder } from './program';
import { say, search } from './searching';
import { NOW } from './support';

test('a migration that is stopped half-way leaves nothing, and is made the next time', async (context) => {
  context.skip(inject('postgres') !== undefined, 'PostgreSQL does so by itself');
  const db = new Kysely<unknown>({ dialect: sqliteDialect(openSqlite(join(aFolder(), 'a.db'))) });
  onTestFinished(() => db.destroy());
  let stopped = true;
  const up = async (trx: Kysely<unknown>): Promise<void> => {
    await createTable(trx, 'things', ['id'], { id: 'text' });
    if (stopped) throw new Error('stopped');
  };
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ things: { up } }) },
  });
  expect((await migrator.migrateToLatest()).error).toBeInstanceOf(Error);
  stopped = false;
  expect((await migrator.migrateToLatest()).error).toBeUndefined();
  expect((await sql`select * from things`.execute(db)).rows).toEqual([]);
});

test('a user who may not install the index of trigrams finds the same posts', async (context) => {
  const postgres = inject('postgres');
  if (postgres === undefined) return context.skip('SQLite brings its own');
  const name = `modest_${randomBytes(8).toString('hex')}`;
  const run = async (database: string, ...statements: readonly string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: `${postgres.base}${database}` });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  await run('postgres', `create role ${name} login`, `create database ${name}`);
  await run(name, `grant all on schema public to ${name}`);
  const url = new URL(`${postgres.base}${name}`);
  url.username = name;
  const opened = await openStore({
    folder: '',
    databaseUrl: url.href,
    communityName: 'Proef',
    clock: () => NOW,
  });
  if (!opened.ok) throw new Error(opened.error);
  const store = opened.value;
  onTestFinished(async () => {
    await store.close();
    await run('postgres', `drop database ${name}`, `drop role ${name}`);
  });
  const { rows } = await sql`select from pg_extension where extname = 'pg_trgm'`.execute(store.db);
  expect(rows).toEqual([]);
  const id = await say(store, '1', 'Archiefbeheer');
  expect(await search(store, '1', 'beheer')).toEqual([id]);
});
