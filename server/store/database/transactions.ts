import { type Kysely, sql, type Transaction } from 'kysely';
import { isCrossed } from '../error-code';
import type { Schema } from '../schema';

type Work<Value> = (trx: Transaction<Schema>) => Promise<Value>;

/** All of some work or nothing, on disk before it is answered. The work must only touch the database. */
export type Transact = <Value>(work: Work<Value>) => Promise<Value>;

const MOST_TRIES = 5;

/** Each on a connection of its own; tried again where another transaction crossed it. */
export function separately(db: Kysely<Schema>): Transact {
  return async (work) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await db.transaction().execute(work);
      } catch (error) {
        if (!isCrossed(error) || tries === MOST_TRIES) throw error;
      }
    }
  };
}

interface Job {
  /** Does the work in a transaction of its own; what it answers says so, once that is on disk. */
  runAlone(trx: Transaction<Schema>): Promise<() => void>;
  /** The same inside a common transaction, or says why it failed. */
  run(trx: Transaction<Schema>): Promise<() => void>;
  fail(error: unknown): void;
}

/**
 * What comes in while the disk is busy is committed together: one writer waits for the disk once for all of it. Each
 * work is undone alone where it fails.
 */
export function together(db: Kysely<Schema>): Transact {
  let waiting: Job[] = [];
  let running = false;
  const runAll = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) {
      const jobs = waiting;
      waiting = [];
      await commitTogether(db, jobs);
    }
    running = false;
  };
  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({
        runAlone: async (trx) => resolve.bind(null, await work(trx)),
        run: (trx) => attempt(trx, work, resolve, reject),
        fail: reject,
      });
      if (!running) setImmediate(() => (running ? undefined : runAll()));
    });
}

async function commitTogether(db: Kysely<Schema>, jobs: readonly Job[]): Promise<void> {
  try {
    const answers = await db.transaction().execute(async (trx) => {
      const found: (() => void)[] = [];
      for (const job of jobs) found.push(await (jobs.length === 1 ? job.runAlone(trx) : job.run(trx)));
      return found;
    });
    for (const answer of answers) answer();
  } catch (error) {
    for (const job of jobs) job.fail(error); // the disk refused: nothing of it stands
  }
}

async function attempt<Value>(
  trx: Transaction<Schema>,
  work: Work<Value>,
  resolve: (value: Value) => void,
  reject: (error: unknown) => void,
): Promise<() => void> {
  await sql`savepoint work`.execute(trx);
  try {
    const value = await work(trx);
    await sql`release work`.execute(trx);
    return () => resolve(value);
  } catch (error) {
    await undo(trx).catch(() => {
      throw error; // SQLite undid everything by itself: why it did is what has to be heard
    });
    return () => reject(error);
  }
}

async function undo(trx: Transaction<Schema>): Promise<void> {
  await sql`rollback to work`.execute(trx);
  await sql`release work`.execute(trx);
}
