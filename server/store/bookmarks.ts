import { isoTime, type Store } from './store';

/** Keeps a post to find again, or lets it go; nobody else knows. Repeating changes nothing. */
export async function setBookmark(
  store: Store,
  statusId: string,
  accountId: string,
  on: boolean,
): Promise<void> {
  const key = { community_id: store.communityId, account_id: accountId, status_id: statusId };
  if (on) {
    await store.db
      .insertInto('bookmarks')
      .values({ ...key, id: store.newId(), created_at: isoTime(store.clock()) })
      .onConflict((conflict) => conflict.columns(['community_id', 'account_id', 'status_id']).doNothing())
      .execute();
    return;
  }
  await store.db
    .deleteFrom('bookmarks')
    .where('community_id', '=', key.community_id)
    .where('account_id', '=', accountId)
    .where('status_id', '=', statusId)
    .execute();
}
