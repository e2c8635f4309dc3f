import { type Clock, DAY_MS } from '@/utils/kernel/clock';
import type { Result } from '@/utils/kernel/result';
import type { Entry, Receipt } from './entry';
import { keptOnDisk, type OutboxDatabase, type OutboxProblem } from './store';

/**
 * Whether the own copy of a text may go: it was delivered, and that is `retentionDays` ago or more. Null keeps it for
 * ever. `entry` is absent where only its receipt is left.
 */
export function isPrunable(
  { at }: Pick<Receipt, 'at'>,
  entry: Pick<Entry, 'state'> | undefined,
  retentionDays: number | null,
  now: number,
): boolean {
  if (retentionDays === null || (entry !== undefined && entry.state !== 'delivered')) return false;
  return now - at >= retentionDays * DAY_MS;
}

/**
 * Removes the own copies of texts that were delivered long enough ago. Of each stays what the list of arrivals needs:
 * community, time, link, reference and hash; no text. Gives how many texts went.
 */
export function pruneTexts(
  db: OutboxDatabase,
  retentionDays: number | null,
  clock: Clock,
): Promise<Result<number, OutboxProblem>> {
  return keptOnDisk(async () => {
    if (retentionDays === null) return 0;
    return db.transaction('rw', [db.entries, db.receipts], async () => {
      const now = clock();
      const old = await db.receipts
        .where('at')
        .belowOrEqual(now - retentionDays * DAY_MS)
        .toArray();
      const entries = await db.entries.bulkGet(old.map(({ entryId }) => entryId));
      const prunable = old.filter((receipt, index) =>
        isPrunable(receipt, entries[index], retentionDays, now),
      );
      const withText = prunable.filter(
        ({ entryId, title }) => title !== '' || entries.some((entry) => entry?.id === entryId),
      );
      await db.entries.bulkDelete(withText.map(({ entryId }) => entryId));
      await db.receipts.bulkPut(withText.map((receipt) => ({ ...receipt, title: '' })));
      return withText.length;
    });
  });
}
