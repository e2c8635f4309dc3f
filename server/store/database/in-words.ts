import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Schema } from '../schema';

/** How many questions are remembered; beyond them the memory begins anew. */
const MOST_REMEMBERED = 1_000;
/** For each database by itself: they speak differently. */
const remembered = new WeakMap<object, Map<string, CompiledQuery<unknown>>>();

/**
 * A question in words that were found once: to find them takes longer than most questions take to answer. Under one name
 * only the values may differ, and how many there are of them; they are given in the order in which the words name them.
 */
export function inWords<Row>(
  db: Kysely<Schema>,
  name: string,
  values: readonly unknown[],
  build: () => Compilable<Row>,
): CompiledQuery<Row> {
  const { adapter } = db.getExecutor();
  const questions = remembered.get(adapter) ?? new Map<string, CompiledQuery<unknown>>();
  remembered.set(adapter, questions);
  const key = `${values.length} ${name}`;
  const known = questions.get(key);
  if (known !== undefined) return { ...(known as CompiledQuery<Row>), parameters: values };
  const found = build().compile();
  if (found.parameters.length !== values.length || found.parameters.some((value, n) => value !== values[n]))
    throw new Error(`the values of "${name}" stand in another order: ${found.sql}`);
  if (questions.size >= MOST_REMEMBERED) questions.clear();
  questions.set(key, found);
  return found;
}

/** The rows that answer a question, which is put as `inWords` has it. */
export async function ask<Row>(
  db: Kysely<Schema>,
  name: string,
  values: readonly unknown[],
  build: () => Compilable<Row>,
): Promise<Row[]> {
  return (await db.executeQuery(inWords(db, name, values, build))).rows;
}
