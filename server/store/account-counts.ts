import { sql } from 'kysely';
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
  const rows = await ask(store.db, 'account counts', [store.communityId, ...ids], () =>
    countsToRead(store, ids),
  );
  return lists.map(() => rows);
});

/** As the database has them: PostgreSQL counts in strings. */
export interface CountsRow {
  readonly id: string;
  readonly statuses: number | null;
  readonly last: string | null;
  readonly followers: number | string | null;
  readonly following: number | string | null;
}

/** What rows say of each account. */
export function countIn(rows: readonly CountsRow[]): (id: string) => AccountCounts {
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
      return [
        'accounts.id',
        posts.select('post_counts.posts').as('statuses'),
        posts.select('post_counts.last_post_at').as('last'),
        followsOf('target_id', 'accounts.community_id', 'accounts.id').as('followers'),
        followsOf('account_id', 'accounts.community_id', 'accounts.id').as('following'),
      ];
    })
    .where('accounts.community_id', '=', communityId)
    .where('accounts.id', 'in', ids);
}

/** How many follow an account, or are followed by it, which another row names. */
export function followsOf(end: 'account_id' | 'target_id', community: string, account: string) {
  return sql<number | string>`(select count(*) from follows where follows.community_id = ${sql.ref(community)}
    and ${sql.ref(`follows.${end}`)} = ${sql.ref(account)} and follows.state = 'accepted')`;
}
