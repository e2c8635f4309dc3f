import type { DBCoreCursor, DBCoreTable } from 'dexie';
import type { Database } from '@/utils/storage/database';

/** How many rows of the database were read; what an index counts by itself is no row. */
export interface RowCount {
  /** Rows that one piece of work reads. */
  during(work: () => PromiseLike<unknown>): Promise<number>;
}

/** Begins to count, below everything that Dexie does by itself. The database must not be open yet. */
export function countRows(db: Database): RowCount {
  let read = 0;
  const add = (rows: number): void => {
    read += rows;
  };
  // Chained, not awaited: Dexie follows its transactions through promises of its own.
  const counted = (table: DBCoreTable): DBCoreTable => ({
    ...table,
    get: (request) =>
      table.get(request).then((row: unknown) => {
        add(row === undefined ? 0 : 1);
        return row;
      }),
    getMany: (request) =>
      table.getMany(request).then((rows) => {
        add(rows.filter((row) => row !== undefined).length);
        return rows;
      }),
    query: (request) =>
      table.query(request).then((answer) => {
        add(request.values === true ? answer.result.length : 0);
        return answer;
      }),
    openCursor: (request) =>
      table.openCursor(request).then((cursor) => (cursor === null ? null : countSteps(cursor, () => add(1)))),
  });
  db.use({
    stack: 'dbcore',
    name: 'count rows',
    level: -10,
    create: (core) => ({ ...core, table: (name) => counted(core.table(name)) }),
  });
  return {
    during: async (work) => {
      const before = read;
      await work();
      return read - before;
    },
  };
}

/** The browser's own cursor answers by getters that know only itself. */
function countSteps(cursor: DBCoreCursor, step: () => void): DBCoreCursor {
  const start: DBCoreCursor['start'] = (onNext) =>
    cursor.start(() => {
      step();
      onNext();
    });
  return Object.create(cursor, {
    start: { value: start },
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => cursor.value },
  }) as DBCoreCursor;
}
