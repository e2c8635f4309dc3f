import type { Clock } from '@/utils/kernel/clock';
import type { Result } from '@/utils/kernel/result';
import { dueOf } from './claim';
import { makeDue } from './due';
import { keptOnDisk, type OutboxDatabase, type OutboxProblem } from './store';

/**
 * Pauses one community, or ends that: its entries wait where they are, and those of others go on. What a worker has
 * claimed is taken from it: after the pause nothing leaves but what was being sent already.
 */
export function setPaused(
  db: OutboxDatabase,
  communityId: string,
  paused: boolean,
  clock: Clock,
): Promise<Result<null, OutboxProblem>> {
  return keptOnDisk(() =>
    db.transaction('rw', [db.entries, db.communities, db.paces], async () => {
      await db.communities.update(communityId, { paused });
      if (paused) await takeFromWorkers(db, communityId, clock());
      else await makeDue(db, clock, { communityId });
      return null;
    }),
  );
}

async function takeFromWorkers(db: OutboxDatabase, communityId: string, now: number): Promise<void> {
  for (const state of ['waiting', 'uncertain'] as const) {
    await dueOf(db, communityId, state, Number.POSITIVE_INFINITY)
      .filter(({ leasedUntil }) => leasedUntil > now)
      .modify((entry, ref) => {
        ref.value = { ...entry, leasedUntil: 0, dueAt: now };
      });
  }
}
