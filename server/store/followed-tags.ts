import type { Page } from './paging';
import { readPage } from './paging';
import { isoTime, type Store } from './store';

/** Follows a tag, by name, or stops following it. Repeating changes nothing. */
export async function setTagFollowed(
  store: Store,
  accountId: string,
  tag: string,
  on: boolean,
): Promise<void> {
  const key = { community_id: store.communityId, account_id: accountId, tag };
  if (on) {
    await store.db
      .insertInto('followed_tags')
      .values({ ...key, id: store.newId(), created_at: isoTime(store.clock()) })
      .onConflict((conflict) => conflict.columns(['community_id', 'account_id', 'tag']).doNothing())
      .execute();
    return;
  }
  await store.db
    .deleteFrom('followed_tags')
    .where('community_id', '=', key.community_id)
    .where('account_id', '=', accountId)
    .where('tag', '=', tag)
    .execute();
}

/** The tags that somebody follows, the last followed first; `id` is what the list is paged by. */
export async function followedTags(
  store: Store,
  accountId: string,
  page: Page,
): Promise<{ tag: string; id: string }[]> {
  const query = store.db
    .selectFrom('followed_tags')
    .select(['tag', 'id'])
    .where('community_id', '=', store.communityId)
    .where('account_id', '=', accountId);
  return readPage(query, 'followed_tags.id', page);
}

/** Which of these tags somebody follows. */
export async function followedAmong(
  store: Store,
  accountId: string,
  tags: readonly string[],
): Promise<Set<string>> {
  if (tags.length === 0) return new Set();
  const rows = await store.db
    .selectFrom('followed_tags')
    .select('tag')
    .where('community_id', '=', store.communityId)
    .where('account_id', '=', accountId)
    .where('tag', 'in', [...tags])
    .execute();
  return new Set(rows.map(({ tag }) => tag));
}
