import { ask } from './database/in-words';
import { gathered } from './gather';
import type { Store } from './store';

/** What is counted of an account; of a place, the posts in it and its members. */
export interface AccountCounts {
  readonly statuses: number;
  readonly followers: number;
  readonly following: number;
  /** ISO time; null where nothing was posted. */
  readonly lastStatusAt: string | null;
}

/** The counts of all these accounts, in one query for many as for one. */
export async function countsOf(
  store: Store,
  accountIds: readonly string[],
): Promise<(id: string) => AccountCounts> {
  return accountIds.length === 0 ? countIn([]) : countIn(await readTogether(store, accountIds));
}

const readTogether = gathered(async (store, lists: readonly (readonly string[])[]) => {
  const ids = [...new Set(lists.flat())];
  const values = ['accepted', 'accepted', store.communityId, ...ids];
  const rows = await ask(store.db, 'account counts', values, () => countsToRead(store, ids));
  return lists.map(() => rows);
});

function countIn(
  rows: Awaited<ReturnType<ReturnType<typeof countsToRead>['execute']>>,
): (id: string) => AccountCounts {
  const counts = new Map(rows.map((row) => [row.id, row]));
  return (id) => {
    const { statuses, followers, following, last } = counts.get(id) ?? {};
    return {
      statuses: statuses ?? 0,
      lastStatusAt: last ?? null,
      followers: Number(followers ?? 0),
      following: Number(following ?? 0),
    };
  };
}

function countsToRead({ db, communityId }: Store, ids: readonly string[]) {
  return db
    .selectFrom('accounts')
    .select((eb) => {
      const posts = eb
        .selectFrom('post_counts')
        .whereRef('post_counts.community_id', '=', 'accounts.community_id')
        .whereRef('post_counts.account_id', '=', 'accounts.id');
      const accepted = eb
        .selectFrom('follows')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('follows.community_id', '=', 'accounts.community_id')
        .where('follows.state', '=', 'accepted');
      return [
        'accounts.id',
        posts.select('post_counts.posts').as('statuses'),
        posts.select('post_counts.last_post_at').as('last'),
        accepted.whereRef('follows.target_id', '=', 'accounts.id').as('followers'),
        accepted.whereRef('follows.account_id', '=', 'accounts.id').as('following'),
      ];
    })
    .where('accounts.community_id', '=', communityId)
    .where('accounts.id', 'in', ids);
}
