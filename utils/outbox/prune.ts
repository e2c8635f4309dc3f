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

/** How many receipts are looked at at a time. */
const PAGE = 50;

/**
 * Removes the own copies of texts that were delivered long enough ago. Of each stays what the list of arrivals needs:
 * community, time, link, reference and hash; no text. Goes back in time until a page of receipts has no text left;
 * `whole`: to the very first, since the choice or the rows may be new. Gives how many texts went.
 */
export function pruneTexts(
  db: OutboxDatabase,
  retentionDays: number | null,
  clock: Clock,
  { whole = false }: { readonly whole?: boolean } = {},
): Promise<Result<number, OutboxProblem>> {
  return keptOnDisk(async () => {
    if (retentionDays === null) return 0;
    return db.transaction('rw', [db.entries, db.receipts], async () => {
      const now = clock();
      let pruned = 0;
      for (let looked = 0; ; looked += PAGE) {
        const old = await db.receipts
          .where('at')
          .belowOrEqual(now - retentionDays * DAY_MS)
          .reverse()
          .offset(looked)
          .limit(PAGE)
          .toArray();
        const gone = await prunePage(db, old, retentionDays, now);
        pruned += gone;
        if (old.length < PAGE || (gone === 0 && !whole)) return pruned;
      }
    });
  });
}

async function prunePage(
  db: OutboxDatabase,
  old: readonly Receipt[],
  retentionDays: number,
  now: number,
): Promise<number> {
  const entries = await db.entries.bulkGet(old.map(({ entryId }) => entryId));
  const withText = old.filter((receipt, index) => {
    const hasText = receipt.title !== '' || entries[index] !== undefined;
    return hasText && isPrunable(receipt, entries[index], retentionDays, now);
  });
  await db.entries.bulkDelete(withText.map(({ entryId }) => entryId));
  await db.receipts.bulkPut(withText.map((receipt) => ({ ...receipt, title: '' })));
  return withText.length;
}
