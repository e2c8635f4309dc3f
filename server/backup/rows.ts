import { type Kysely, sql } from 'kysely';
import type { Schema } from '../store/schema';
import type { Store } from '../store/store';
import type { KeptRow } from './format';
import { KEPT_TABLES, type KeptTable } from './tables';

const PAGE = 500;
/** Fewer values in one statement than either database takes (32,766 in SQLite). */
const ROWS_AT_ONCE = 200;

type Row = KeptRow['row'];

/** How many rows a table holds of this community. */
export async function countRows(db: Kysely<Schema>, store: Store, table: KeptTable): Promise<number> {
  const { rows } = await sql<{ count: number | string }>`
    select count(*) as count from ${sql.table(table)} where community_id = ${store.communityId}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

/** All rows of a table, in the order of their keys. */
export async function* pagesOf(db: Kysely<Schema>, store: Store, table: KeptTable): AsyncGenerator<Row[]> {
  const key: readonly string[] = KEPT_TABLES[table];
  const columns = sql.join(['community_id', ...key].map((column) => sql.ref(column)));
  let last: readonly unknown[] = [store.communityId];
  for (;;) {
    const after =
      last.length === 1
        ? sql`community_id = ${last[0]}`
        : sql`(${columns}) > (${sql.join(last)}) and community_id = ${last[0]}`;
    const { rows } = await sql<Row>`
      select * from ${sql.table(table)} where ${after} order by ${columns} limit ${PAGE}`.execute(db);
    if (rows.length > 0) yield rows;
    const end = rows.at(-1);
    if (end === undefined || rows.length < PAGE) return;
    last = ['community_id', ...key].map((column) => end[column]);
  }
}

/** Takes rows of one table after the other and inserts them in batches; the last ones when it is flushed. */
export function inserter(db: Kysely<Schema>, { communityId }: Store) {
  let waiting: Row[] = [];
  let into: KeptTable | null = null;
  const flush = async (): Promise<void> => {
    const rows = waiting.map((row) => ({ ...row, community_id: communityId }));
    waiting = [];
    if (into !== null && rows.length > 0) await insert(db, into, rows);
  };
  const take = async ({ table, row }: KeptRow): Promise<void> => {
    if (table !== into || waiting.length === ROWS_AT_ONCE) await flush();
    into = table;
    waiting.push(row);
  };
  return { take, flush };
}

/** A row comes as it was written: the database itself judges whether its columns are the table's. */
async function insert(db: Kysely<Schema>, table: KeptTable, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).sort();
  const tuples = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values ${sql.join(tuples)}`.execute(db);
}
