import { type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely';

type ColumnType = 'text' | 'text?' | 'integer';
export type Columns = Readonly<Record<string, ColumnType>>;

/** Whether this is PostgreSQL; SQLite otherwise. */
export function isPostgres(db: Pick<Kysely<unknown>, 'getExecutor'>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** Text is compared byte by byte on both databases: a database's own locale would put ids and times in another order. */
function textType(db: Kysely<unknown>): RawBuilder<unknown> {
  return isPostgres(db) ? sql`text collate "C"` : sql`text`;
}

/** One table: every primary key starts with the community, so that a distributed database can take over from here. */
export async function createTable(
  db: Kysely<unknown>,
  name: string,
  key: readonly string[],
  columns: Columns,
): Promise<void> {
  const all: Columns = { community_id: 'text', ...columns };
  let table = db.schema.createTable(name);
  for (const [column, type] of Object.entries(all)) {
    table = table.addColumn(column, type === 'integer' ? 'integer' : textType(db), (definition) =>
      type.endsWith('?') ? definition : definition.notNull(),
    );
  }
  await table.addPrimaryKeyConstraint(`${name}_key`, ['community_id', ...key] as never).execute();
}

/** Adds a column that may be empty: rows from before it have nothing there. */
export async function addColumn(
  db: Kysely<unknown>,
  table: string,
  column: string,
  type: 'text?' | 'integer?' = 'text?',
): Promise<void> {
  await db.schema
    .alterTable(table)
    .addColumn(column, type === 'integer?' ? 'integer' : textType(db))
    .execute();
}

interface IndexOptions {
  readonly unique?: boolean;
  /** Only rows that have something in this column. */
  readonly where?: string;
}

export async function createIndex(
  db: Kysely<unknown>,
  table: string,
  columns: readonly string[],
  { unique = false, where }: IndexOptions = {},
): Promise<void> {
  let index = db.schema
    .createIndex(`${table}_by_${columns.join('_')}`)
    .on(table)
    .columns(['community_id', ...columns]);
  if (unique) index = index.unique();
  await (where === undefined ? index : index.where(sql.ref(where), 'is not', null)).execute();
}
