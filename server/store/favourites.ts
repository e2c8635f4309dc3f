import { isoTime, type Store } from './store';

/** Says thanks, or takes it back. Repeating changes nothing. */
export async function setFavourite(
  store: Store,
  statusId: string,
  accountId: string,
  on: boolean,
): Promise<void> {
  const key = { community_id: store.communityId, status_id: statusId, account_id: accountId };
  if (on) {
    await store.db
      .insertInto('favourites')
      .values({ ...key, id: store.newId(), created_at: isoTime(store.clock()) })
      .onConflict((conflict) => conflict.columns(['community_id', 'status_id', 'account_id']).doNothing())
      .execute();
    return;
  }
  await store.db
    .deleteFrom('favourites')
    .where('community_id', '=', key.community_id)
    .where('status_id', '=', statusId)
    .where('account_id', '=', accountId)
    .execute();
}

/** How many thanked each post, and whether the reader did. */
export async function favouritesOf(
  store: Store,
  statusIds: readonly string[],
  reader: string | null,
): Promise<Map<string, { count: number; mine: boolean }>> {
  const found = new Map(statusIds.map((id) => [id, { count: 0, mine: false }]));
  if (statusIds.length === 0) return found;
  const rows = await store.db
    .selectFrom('favourites')
    .select(['status_id', 'account_id'])
    .where('community_id', '=', store.communityId)
    .where('status_id', 'in', [...statusIds])
    .execute();
  for (const { status_id, account_id } of rows) {
    const before = found.get(status_id) ?? { count: 0, mine: false };
    found.set(status_id, { count: before.count + 1, mine: before.mine || account_id === reader });
  }
  return found;
}

/** How many replies each post has. */
export async function repliesCountOf(
  store: Store,
  statusIds: readonly string[],
): Promise<Map<string, number>> {
  if (statusIds.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('statuses')
    .select(({ fn }) => ['in_reply_to_id', fn.countAll<number>().as('count')])
    .where('community_id', '=', store.communityId)
    .where('in_reply_to_id', 'in', [...statusIds])
    .where('deleted_at', 'is', null)
    .groupBy('in_reply_to_id')
    .execute();
  return new Map(rows.map(({ in_reply_to_id, count }) => [in_reply_to_id ?? '', Number(count)]));
}
