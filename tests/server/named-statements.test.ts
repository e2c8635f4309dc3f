import { type Kysely, sql } from 'kysely';
import { describe, expect, inject, test } from 'vitest';
import type { Schema } from '@/server/store/schema';
import { inTransaction } from '@/server/store/store';
import { aServer } from './support';

type Db = Kysely<Schema>;

async function namedOn(connection: Db): Promise<string[]> {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
    connection,
  );
  return rows.map(({ statement }) => statement);
}

const callNamed = (db: Db, name: string) =>
  db.selectFrom('accounts').selectAll().where('handle', '=', name).execute();

describe.skipIf(inject('postgres') === undefined)('questions that PostgreSQL knows by a name', () => {
  test('are those with values, but no lists', async () => {
    const { db } = (await aServer()).store();
    await db.transaction().execute(async (connection) => {
      for (const name of ['anna', 'bram']) await callNamed(connection, name);
      await connection.selectFrom('accounts').selectAll().where('handle', '>', 'a').limit(2).execute();
      const named = await namedOn(connection);
      expect(named.filter((text) => text.includes('"handle" ='))).toHaveLength(1);
      expect(named.filter((text) => text.includes('limit'))).toEqual([]);
    });
  });

  test('are never more than some hundreds on a connection', async () => {
    const { db } = (await aServer()).store();
    await db.transaction().execute(async (connection) => {
      for (let length = 1; length <= 320; length += 1) {
        const handles = Array.from({ length }, (_, n) => `lid${n}`);
        await connection.selectFrom('accounts').select('id').where('handle', 'in', handles).execute();
      }
      expect((await namedOn(connection)).length).toBeLessThanOrEqual(300);
    });
  });

  test('are answered after another node gave their table a column, also inside a transaction', async () => {
    const store = (await aServer()).store();
    const { db } = store;
    const addColumn = (name: string) =>
      sql`alter table accounts add column ${sql.ref(name)} text`.execute(db);
    expect(await callNamed(db, 'anna')).toEqual([]);
    await addColumn('shoe_size');
    expect(await callNamed(db, 'anna')).toEqual([]);
    const other = (trx: Db) => trx.selectFrom('places').selectAll().where('about', '=', 'x').execute();
    expect(await inTransaction(store, other)).toEqual([]);
    await sql`alter table places add column shoe_size text`.execute(db);
    expect(await inTransaction(store, other)).toEqual([]);
  });
});
