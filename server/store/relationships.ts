import type { Account } from './accounts';
import { whoWaits } from './follow-requests';
import type { Store } from './store';

/** How one member stands to an account, both ways. */
export interface Relationship {
  readonly following: boolean;
  readonly requested: boolean;
  readonly showsBoosts: boolean;
  readonly toldOfPosts: boolean;
  readonly followedBy: boolean;
  /** Whether the account waits for a place that the member keeps. */
  readonly requestedBy: boolean;
}

/** How a member stands to each of these accounts, in as many queries for many as for one. */
export async function relationshipsOf(
  store: Store,
  member: Account,
  ids: readonly string[],
): Promise<(id: string) => Relationship> {
  const [follows, followers, waiting] = await Promise.all([
    followsOf(store, member.id, ids),
    followersAmong(store, member.id, ids),
    whoWaits(store, member, ids),
  ]);
  return (id) => {
    const follow = follows.get(id);
    const following = follow?.state === 'accepted';
    return {
      following,
      requested: follow?.state === 'requested',
      showsBoosts: following && follow.reblogs === 1,
      toldOfPosts: following && follow.notify === 1,
      followedBy: followers.has(id),
      requestedBy: waiting.has(id),
    };
  };
}

async function followsOf(store: Store, accountId: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await store.db
    .selectFrom('follows')
    .select(['target_id', 'state', 'reblogs', 'notify'])
    .where('community_id', '=', store.communityId)
    .where('account_id', '=', accountId)
    .where('target_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.target_id, row]));
}

async function followersAmong(store: Store, targetId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await store.db
    .selectFrom('follows')
    .select('account_id')
    .where('community_id', '=', store.communityId)
    .where('target_id', '=', targetId)
    .where('account_id', 'in', ids)
    .where('state', '=', 'accepted')
    .execute();
  return new Set(rows.map(({ account_id }) => account_id));
}
