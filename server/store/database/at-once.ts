import { ExpressionWrapper, type Kysely, type OperationNodeSource, sql } from 'kysely';
import { isPostgres } from '../migrations/tables';
import type { Schema } from '../schema';

/** Rows to be written. */
export interface Write extends OperationNodeSource {
  execute(): Promise<unknown>;
}

/** Whether writes at once are one statement, which stands or falls whole also without a transaction around it. */
export function isOneStatement(db: Kysely<Schema>): boolean {
  return isPostgres(db);
}

/** Writes what does not depend on one another: over a network in one question instead of one for each. */
export async function writeAtOnce(db: Kysely<Schema>, writes: readonly Write[]): Promise<void> {
  if (!isOneStatement(db)) {
    for (const write of writes) await write.execute();
    return;
  }
  const steps = writes.map(
    (write, n) => sql`${sql.ref(`step${n}`)} as (${new ExpressionWrapper(write.toOperationNode())})`,
  );
  await sql`with ${sql.join(steps)} select 1`.execute(db);
}
