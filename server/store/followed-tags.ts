import type { Store } from './store';

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
