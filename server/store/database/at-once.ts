import {
  type Compilable,
  ExpressionWrapper,
  type Insertable,
  type InsertQueryBuilder,
  type InsertResult,
  type Kysely,
  type OperationNodeSource,
  type RawBuilder,
  sql,
} from 'kysely';
import { isPostgres } from '../migrations/tables';
import type { Schema } from '../schema';
import { ask } from './in-words';

/** What the database is asked; name, values and words as `inWords` has them. */
export interface Question<Row = unknown> {
  readonly name: string;
  readonly values: readonly unknown[];
  build(): Compilable<Row> & OperationNodeSource;
}

/** Rows to be written. */
export interface Write<Row = unknown> extends Question<Row> {
  /** `where`: what has to hold, on a database where writes at once are one statement. */
  build(where?: RawBuilder<unknown>): Compilable<Row> & OperationNodeSource;
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
    build: (where) => {
      const columns = Object.keys(rows[0] ?? {});
      const read = sql`select ${sql.join(columns.map((column) => sql.ref(column)))}
        from json_populate_recordset(null::${sql.table(table)}, ${list})
        ${where === undefined ? sql`` : sql`where ${where}`}`;
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

/**
 * Writes in one statement, `last` after all that is `first`, and nothing at all where one of `unless` finds something.
 * What the last one answers: no rows where nothing was written.
 */
export function writeUnless<Row>(
  db: Kysely<Schema>,
  unless: readonly Question[],
  first: readonly Write[],
  last: Write<Row>,
): Promise<Row[]> {
  const build = () => {
    const found = unless.map((each, n) => sql`${part('found', n)} as (${inside(each.build())})`);
    const nothing = sql.join(
      unless.map((_, n) => sql`not exists (select from ${part('found', n)})`),
      sql` and `,
    );
    const steps = first.map(
      (each, n) => sql`${part('step', n)} as (${inside(each.build(nothing))} returning 1)`,
    );
    // Counting the rows of a step has it done before, in the order in which everybody takes rows.
    const done = first.map((_, n) => sql`(select count(*) from ${part('step', n)}) >= 0`);
    const all = sql<Row>`with ${sql.join([...found, ...steps])},
      "last" as (${inside(last.build(sql.join([nothing, ...done], sql` and `)))}) select * from "last"`;
    return { compile: () => all.compile(db) };
  };
  const asked = [...unless, ...first, last];
  const name = `${nameOf([...first, last])} unless ${nameOf(unless)}`;
  return ask(
    db,
    name,
    asked.flatMap(({ values }) => values),
    build,
  );
}

function together(db: Kysely<Schema>, writes: readonly Write[]): Write {
  const build = () => {
    const steps = writes.map((each, n) => sql`${part('step', n)} as (${inside(each.build())})`);
    const all = sql`with ${sql.join(steps)} select 1`;
    return { compile: () => all.compile(db), toOperationNode: () => all.toOperationNode() };
  };
  return { name: nameOf(writes), values: writes.flatMap(({ values }) => values), build };
}

function nameOf(asked: readonly Question[]): string {
  return asked.map(({ name }) => name).join(' and ');
}

function part(of: 'found' | 'step', n: number): RawBuilder<unknown> {
  return sql`${sql.ref(`${of}${n}`)}`;
}

function inside(words: OperationNodeSource): ExpressionWrapper<Schema, never, unknown> {
  return new ExpressionWrapper(words.toOperationNode());
}
