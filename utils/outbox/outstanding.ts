import type { Entry, EntryState } from './entry';
import type { OutboxDatabase } from './store';

const BESIDES_PARKED = ['waiting', 'sending', 'uncertain', 'held'] as const satisfies EntryState[];

type Entries = Pick<OutboxDatabase, 'entries'>;

/**
 * What has not arrived, `most` of it: what needs the person first, then the oldest. Reads no more rows than that from
 * each state, however many there are.
 */
export function readOutstanding(
  db: Entries & Pick<OutboxDatabase, 'transaction'>,
  most: number,
): Promise<readonly Entry[]> {
  return db.transaction('r', db.entries, async () => {
    const parked = await oldestIn(db, 'parked', most);
    const left = most - parked.length;
    if (left === 0) return parked;
    const others = await Promise.all(BESIDES_PARKED.map((state) => oldestIn(db, state, left)));
    const inOrder = others.flat().sort((one, other) => one.createdAt - other.createdAt);
    return [...parked, ...inOrder.slice(0, left)];
  });
}

function oldestIn({ entries }: Entries, state: EntryState, most: number): PromiseLike<readonly Entry[]> {
  return entries
    .where('[state+createdAt]')
    .between([state, Number.NEGATIVE_INFINITY], [state, Number.POSITIVE_INFINITY], true, true)
    .limit(most)
    .toArray();
}
