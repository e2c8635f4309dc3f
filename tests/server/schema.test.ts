import { sql } from 'kysely';
import { describe, expect, inject, test } from 'vitest';
import type { Store } from '@/server/store/store';
import { aServer } from './support';

type Db = Store['db'];

/** What a database says of itself: one row per column of a primary or unique key, and per column of a table. */
interface Catalogue {
  readonly keys: readonly { readonly name: string; readonly columns: readonly string[] }[];
  readonly columns: readonly { readonly name: string; readonly type: string; readonly preset: unknown }[];
  /** Sequences, triggers, functions. */
  readonly machinery: readonly string[];
}

async function ofSqlite(db: Db): Promise<Catalogue> {
  const keys = await sql<{ name: string; columns: string }>`
    select t.name || '.' || i.name as name, (
      select json_group_array(name) from (select name from pragma_index_info(i.name) order by seqno)
    ) as columns
    from sqlite_master t, pragma_index_list(t.name) i
    where t.type = 'table' and i."unique" = 1 and ${ours}`.execute(db);
  const columns = await sql<{ name: string; type: string; preset: unknown }>`
    select t.name || '.' || c.name as name, lower(c.type) as type, c.dflt_value as preset
    from sqlite_master t, pragma_table_xinfo(t.name) c where t.type = 'table' and ${ours}`.execute(db);
  const machinery = await sql<{ name: string }>`
    select name from sqlite_master t where type = 'trigger' or sql like '%autoincrement%' or sql like '%generated%'`.execute(
    db,
  );
  return {
    keys: keys.rows.map(({ name, columns: list }) => ({ name, columns: JSON.parse(list) as string[] })),
    columns: columns.rows,
    machinery: machinery.rows.map(({ name }) => name),
  };
}

/** Not the migrator's own notes, and not what a full-text index keeps inside itself. */
const ours = sql`t.name not like 'kysely%' and t.name not like 'sqlite%' and t.name not like 'search_index%'`;

async function ofPostgres(db: Db): Promise<Catalogue> {
  const keys = await sql<{ name: string; columns: string[] }>`
    select t.relname || '.' || k.relname as name, (
      select json_agg(a.attname order by n) from unnest(i.indkey) with ordinality as c(attnum, n)
      join pg_attribute a on a.attrelid = t.oid and a.attnum = c.attnum
    ) as columns
    from pg_index i join pg_class k on k.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
    where i.indisunique and t.relnamespace = 'public'::regnamespace and t.relname not like 'kysely%'`.execute(
    db,
  );
  const columns = await sql<{ name: string; type: string; preset: unknown }>`
    select table_name || '.' || column_name as name, data_type as type, column_default as preset
    from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely%'`.execute(db);
  const machinery = await sql<{ name: string }>`
    select relname::text as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace
    union all select tgname::text from pg_trigger where not tgisinternal
    union all select attname::text from pg_attribute where attgenerated <> '' or attidentity <> ''`.execute(
    db,
  );
  return { keys: keys.rows, columns: columns.rows, machinery: machinery.rows.map(({ name }) => name) };
}

async function theCatalogue(): Promise<Catalogue> {
  const { db } = (await aServer()).store();
  return inject('postgres') === undefined ? ofSqlite(db) : ofPostgres(db);
}

describe('the schema fits a distributed PostgreSQL', () => {
  test('every primary and unique key starts with the community', async () => {
    const { keys } = await theCatalogue();
    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter(({ columns }) => columns[0] !== 'community_id')).toEqual([]);
  });

  test('columns are text or integer, and nothing is filled in or done by the database itself', async () => {
    const { columns, machinery } = await theCatalogue();
    expect(columns.length).toBeGreaterThan(100);
    expect(columns.filter(({ type }) => !/^(text|integer)$/.test(type))).toEqual([]);
    expect(columns.filter(({ preset }) => preset !== null)).toEqual([]);
    expect(machinery).toEqual([]);
  });

  test('a commit is on disk before it is answered', async () => {
    const { db } = (await aServer()).store();
    if (inject('postgres') !== undefined) {
      // The server's own settings decide there; we never ask for less in a session.
      const { rows } = await sql<{ source: string }>`
        select source from pg_settings where name = 'synchronous_commit'`.execute(db);
      expect(rows[0]?.source).not.toMatch(/session|client/);
      return;
    }
    const { rows: journal } = await sql`pragma journal_mode`.execute(db);
    const { rows: synchronous } = await sql`pragma synchronous`.execute(db);
    expect([journal, synchronous]).toEqual([[{ journal_mode: 'wal' }], [{ synchronous: 2 }]]);
  });
});
