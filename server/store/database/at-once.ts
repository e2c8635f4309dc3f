import {
  type Compilable,
  ExpressionWrapper,
  type Insertable,
  type InsertQueryBuilder,
  type InsertResult,
  type Kysely,
  type OperationNodeSource,
  sql,
} from 'kysely';
import { isPostgres } from '../migrations/tables';
import type { Schema } from '../schema';
import { ask } from './in-words';

/** Rows to be written; name, values and words as `inWords` has them. */
export interface Write<Row = unknown> {
  readonly name: string;
  readonly values: readonly unknown[];
  build(): Compilable<Row> & OperationNodeSource;
}

type Insert<Table extends keyof Schema> = InsertQueryBuilder<Schema, Table, InsertResult>;

/** Whether writes at once are one statement, which stands or falls whole also without a transaction around it. */
export function isOneStatement(db: Kysely<Schema>): boolean {
  return isPostgres(db);
}

/**
 * Rows, at least one, of which each names its columns in the same order. Over a network they are one value: the words,
 * and how the database goes about it, are the same for many as for one.
 */
export function rowsToInsert<Table extends keyof Schema>(
  db: Kysely<Schema>,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
): Write {
  return rowsToInsertOr(db, `insert ${table}`, table, rows, (insert) => insert);
}

/** The same with what is to be done where a row stands already, or is to be answered; it has a name of its own. */
export function rowsToInsertOr<Table extends keyof Schema, Row>(
  db: Kysely<Schema>,
  name: string,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
  finish: (insert: Insert<Table>) => Compilable<Row> & OperationNodeSource,
): Write<Row> {
  const insert = db.insertInto(table);
  if (!isOneStatement(db)) {
    const values = rows.flatMap((row) => Object.values(row));
    return { name, values, build: () => finish(insert.values(rows)) };
  }
  const list = JSON.stringify(rows);
  return {
    name,
    values: [list],
    build: () => {
      const columns = Object.keys(rows[0] ?? {});
      const read = sql`select ${sql.join(columns.map((column) => sql.ref(column)))}
        from json_populate_recordset(null::${sql.table(table)}, ${list})`;
      return finish(insert.columns(columns as never).expression(read as never));
    },
  };
}

/** Writes; what the write answers. */
export function write<Row>(db: Kysely<Schema>, { name, values, build }: Write<Row>): Promise<Row[]> {
  return ask(db, name, values, build);
}

/** Writes what does not depend on one another: over a network in one question instead of one for each. */
export async function writeAtOnce(db: Kysely<Schema>, writes: readonly Write[]): Promise<void> {
  if (!isOneStatement(db)) for (const each of writes) await write(db, each);
  else if (writes.length > 0) await write(db, together(db, writes));
}

function together(db: Kysely<Schema>, writes: readonly Write[]): Write {
  const build = () => {
    const steps = writes.map(
      (each, n) => sql`${sql.ref(`step${n}`)} as (${new ExpressionWrapper(each.build().toOperationNode())})`,
    );
    const all = sql`with ${sql.join(steps)} select 1`;
    return { compile: () => all.compile(db), toOperationNode: () => all.toOperationNode() };
  };
  const name = writes.map((each) => each.name).join(' and ');
  return { name, values: writes.flatMap(({ values }) => values), build };
}
