import type { Entry, Receipt } from './entry';
import type { OutboxDatabase } from './store';

/** A post that a community has, or had. */
export interface Post {
  readonly first: Receipt;
  /** Of the newest text: the first again where nothing was corrected. */
  readonly newest: Receipt;
  /** What stands there now; null once the own copy was pruned. */
  readonly entry: Entry | null;
}

/** The post that an entry brought or corrects; null where no receipt of it is here. */
export async function readPost(
  db: Pick<OutboxDatabase, 'entries' | 'receipts'>,
  entryId: string,
): Promise<Post | null> {
  const [own, receipt] = [await db.entries.get(entryId), await db.receipts.get(entryId)];
  const firstId = receipt?.corrects ?? own?.corrects?.entryId ?? entryId;
  const first = await db.receipts.get(firstId);
  if (first === undefined) return null;
  const corrections = await db.receipts.where({ corrects: firstId }).sortBy('at');
  const newest = corrections.at(-1) ?? first;
  const text = await db.entries.get(newest.entryId);
  return { first, newest, entry: text?.state === 'delivered' ? text : null };
}
