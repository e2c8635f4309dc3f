import type { SentRequest } from '@/utils/privacy/ledger-row';
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
  /** It is about to leave: noted in the same write, so that a long delivery pays for no other. */
  readonly request?: SentRequest;
}

type Tables = Pick<OutboxDatabase, 'entries' | 'receipts' | 'requests' | 'transaction'>;

/** Makes changes of different entries in one strict transaction; gives each as it stands now, null where it was left. */
export function makeChanges(db: Tables, changes: readonly Change[]): Promise<(Entry | null)[]> {
  return db.transaction('rw', [db.entries, db.receipts, db.requests], async () => {
    // Asked together and written together: each wait for the database is as long as a request to a near server.
    const arrivals = changes.flatMap(({ receipt }) => (receipt === undefined ? [] : [receipt]));
    const [stored, isAnybodyBehind] = await Promise.all([
      db.entries.bulkGet(changes.map(({ entryId }) => entryId)),
      arrivals.length > 0 && isAnyReplyWaiting(db),
    ]);
    const after = changes.map(({ to }, index) => to(stored[index]));
    const there = new Map(after.flatMap((entry) => (entry === null ? [] : [[entry.id, entry]])));
    const leaving = changes.flatMap(({ entryId, request }) =>
      request !== undefined && there.has(entryId) ? [request] : [],
    );
    const arrivedBefore = new Set(
      stored.flatMap((entry) => (entry?.state === 'delivered' ? [entry.id] : [])),
    );
    const receipts = await inOrder(db, arrivals, arrivedBefore);
    await Promise.all([
      db.entries.bulkPut([...there.values()]),
      db.receipts.bulkPut(receipts.filter(({ entryId }) => there.has(entryId))),
      db.requests.bulkAdd(leaving),
    ]);
    for (const { entryId, postId, at } of isAnybodyBehind ? arrivals : []) {
      const parent = there.get(entryId);
      if (parent !== undefined) await freeReplies(db, parent, postId, at);
    }
    return after;
  });
}

/** Each after what it replaces, also where a clock jumped back: the newest text is the one that stands there. */
function inOrder(
  db: Tables,
  arrivals: readonly Receipt[],
  arrivedBefore: ReadonlySet<string>,
): Promise<readonly Receipt[]> {
  return Promise.all(
    arrivals.map(async (receipt) => {
      if (receipt.corrects === null && !arrivedBefore.has(receipt.entryId)) return receipt;
      const before = await readPost(db, receipt.entryId);
      return { ...receipt, at: Math.max(receipt.at, (before?.newest.at ?? 0) + 1) };
    }),
  );
}

/** As a rule there is none, and nobody has to be looked for behind each post that arrives. */
async function isAnyReplyWaiting(db: Tables): Promise<boolean> {
  const behind = db.entries
    .where('[state+answers.entryId]')
    .between(['waiting', ''], ['waiting', []], true, true);
  return (await behind.limit(1).count()) > 0;
}
