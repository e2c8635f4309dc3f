import { freeReplies } from './behind';
import type { Entry, Receipt } from './entry';
import { readPost } from './post';
import type { OutboxDatabase } from './store';

/** What becomes of one entry, as far as what stands on disk allows it. */
export interface Change {
  readonly entryId: string;
  /** The entry as it is to stand there; null leaves it as it is. */
  readonly to: (stored: Entry | undefined) => Entry | null;
  /** It has arrived: nobody reads "delivered" without this. */
  readonly receipt?: Receipt;
}

type Tables = Pick<OutboxDatabase, 'entries' | 'receipts' | 'transaction'>;

/** Makes changes of different entries in one strict transaction; gives each as it stands now, null where it was left. */
export function makeChanges(db: Tables, changes: readonly Change[]): Promise<(Entry | null)[]> {
  return db.transaction('rw', [db.entries, db.receipts], async () => {
    // Asked together and written together: each wait for the database is as long as a request to a near server.
    const arrivals = changes.flatMap(({ receipt }) => (receipt === undefined ? [] : [receipt]));
    const [stored, receipts, answered] = await Promise.all([
      db.entries.bulkGet(changes.map(({ entryId }) => entryId)),
      inOrder(db, arrivals),
      answeredOf(db, arrivals),
    ]);
    const after = changes.map(({ to }, index) => to(stored[index]));
    const there = new Map(after.flatMap((entry) => (entry === null ? [] : [[entry.id, entry]])));
    await Promise.all([
      db.entries.bulkPut([...there.values()]),
      db.receipts.bulkPut(receipts.filter(({ entryId }) => there.has(entryId))),
    ]);
    for (const { entryId, postId, at } of arrivals) {
      const parent = there.get(entryId);
      if (parent !== undefined && answered.has(entryId)) await freeReplies(db, parent, postId, at);
    }
    return after;
  });
}

/** Each after what it replaces, also where a clock jumped back: the newest text is the one that stands there. */
async function inOrder(db: Tables, arrivals: readonly Receipt[]): Promise<readonly Receipt[]> {
  if (arrivals.length === 0) return [];
  const known = await db.receipts.bulkGet(arrivals.map(({ entryId }) => entryId));
  return Promise.all(
    arrivals.map(async (receipt, index) => {
      if (receipt.corrects === null && known[index] === undefined) return receipt;
      const before = await readPost(db, receipt.entryId);
      return { ...receipt, at: Math.max(receipt.at, (before?.newest.at ?? 0) + 1) };
    }),
  );
}

/** Which of them a reply waits for. Counted side by side: `anyOf` would go from one to the next. */
async function answeredOf(db: Tables, arrivals: readonly Receipt[]): Promise<ReadonlySet<string>> {
  const counts = await Promise.all(
    arrivals.map(({ entryId }) =>
      db.entries.where('[state+answers.entryId]').equals(['waiting', entryId]).count(),
    ),
  );
  return new Set(arrivals.flatMap(({ entryId }, index) => ((counts[index] ?? 0) > 0 ? [entryId] : [])));
}
