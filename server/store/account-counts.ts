import type { Account } from './accounts';
import { postCountsOf } from './post-counts';
import type { Store } from './store';

/** What is counted of an account; of a place, the posts in it and its members. */
export interface AccountCounts {
  readonly statuses: number;
  readonly followers: number;
  readonly following: number;
  /** ISO time; null where nothing was posted. */
  readonly lastStatusAt: string | null;
}

/** The counts of all these accounts, in as many queries for many as for one. */
export async function countsOf(
  store: Store,
  accounts: readonly Account[],
): Promise<(id: string) => AccountCounts> {
  const ids = [...new Set(accounts.map(({ id }) => id))];
  const [posts, followers, following] = await Promise.all([
    postCountsOf(store, ids),
    countFollows(store, 'target_id', ids),
    countFollows(store, 'account_id', ids),
  ]);
  return (id) => ({
    statuses: posts.get(id)?.count ?? 0,
    lastStatusAt: posts.get(id)?.last ?? null,
    followers: followers.get(id) ?? 0,
    following: following.get(id) ?? 0,
  });
}

async function countFollows(
  store: Store,
  column: 'account_id' | 'target_id',
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('follows')
    .select(({ fn }) => [`${column} as id`, fn.countAll<number>().as('count')])
    .where('community_id', '=', store.communityId)
    .where(column, 'in', ids)
    .where('state', '=', 'accepted')
    .groupBy(column)
    .execute();
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}
