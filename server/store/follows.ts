import type { Store } from './store';

/** Whether somebody follows an account and was let in: of a place, whether they are a member. */
export async function isFollowing(store: Store, accountId: string, targetId: string): Promise<boolean> {
  const row = await store.db
    .selectFrom('follows')
    .select('id')
    .where('community_id', '=', store.communityId)
    .where('account_id', '=', accountId)
    .where('target_id', '=', targetId)
    .where('state', '=', 'accepted')
    .executeTakeFirst();
  return row !== undefined;
}
