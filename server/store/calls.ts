import type { Account } from './accounts';
import { isoTime, type Store } from './store';

export interface NewCall {
  readonly text: string;
  /** As tags are kept: in lower case, without '#'. */
  readonly words: readonly string[];
  /** YYYY-MM-DD. */
  readonly lastDay: string;
}

export interface Call extends NewCall {
  readonly id: string;
  readonly createdAt: string;
}

export async function makeCall(
  store: Store,
  { text, words, lastDay }: NewCall,
  maker: Pick<Account, 'id'>,
): Promise<void> {
  await store.db
    .insertInto('calls')
    .values({
      community_id: store.communityId,
      id: store.newId(),
      text,
      words: JSON.stringify(words),
      last_day: lastDay,
      made_by: maker.id,
      created_at: isoTime(store.clock()),
    })
    .execute();
}

/** The calls that hold now, the newest first. A day ends when it has ended in Greenwich; members' own machines know their own. */
export async function currentCalls(store: Store): Promise<Call[]> {
  const rows = await store.db
    .selectFrom('calls')
    .select(['id', 'text', 'words', 'last_day', 'created_at'])
    .where('community_id', '=', store.communityId)
    .where('last_day', '>=', today(store))
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id, text, words, last_day: lastDay, created_at: createdAt }) => {
    return { id, text, words: JSON.parse(words) as string[], lastDay, createdAt };
  });
}

/** Ends a call before its last day: nothing of it stays. False where there is none. */
export async function endCall(store: Store, id: string): Promise<boolean> {
  const { numDeletedRows } = await store.db
    .deleteFrom('calls')
    .where('community_id', '=', store.communityId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** YYYY-MM-DD. */
export function today({ clock }: Pick<Store, 'clock'>): string {
  return isoTime(clock()).slice(0, 10);
}
