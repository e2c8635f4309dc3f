import type { Selectable } from 'kysely';
import type { Schema } from './schema';
import type { Store } from './store';

export interface Member extends Pick<Selectable<Schema['accounts']>, 'handle' | 'display_name' | 'role'> {
  readonly joined_at: string;
  readonly last_post_at: string | null;
  /** False after every way in was taken away. */
  readonly can_sign_in: boolean;
}

/** Everybody who is a member, in the order in which they joined; places are none. */
export async function listMembers(store: Store): Promise<Member[]> {
  const rows = await store.db
    .selectFrom('accounts')
    .leftJoin('places', (join) =>
      join
        .onRef('places.community_id', '=', 'accounts.community_id')
        .onRef('places.account_id', '=', 'accounts.id'),
    )
    .leftJoin('sign_ins', (join) =>
      join
        .onRef('sign_ins.community_id', '=', 'accounts.community_id')
        .onRef('sign_ins.account_id', '=', 'accounts.id'),
    )
    .leftJoin(lastPosts(store), (join) => join.onRef('last_posts.account_id', '=', 'accounts.id'))
    .select(['accounts.handle', 'accounts.display_name', 'accounts.role', 'accounts.created_at as joined_at'])
    .select(['last_posts.at as last_post_at', 'sign_ins.account_id as signs_in'])
    .where('accounts.community_id', '=', store.communityId)
    .where('places.account_id', 'is', null)
    .orderBy('accounts.id')
    .execute();
  return rows.map(({ signs_in, ...member }) => ({ ...member, can_sign_in: signs_in !== null }));
}

/** When each author's newest post that stands was made; boosts are none. */
function lastPosts(store: Store) {
  return store.db
    .selectFrom('statuses')
    .select(({ fn }) => ['statuses.account_id', fn.max('statuses.created_at').as('at')])
    .where('statuses.community_id', '=', store.communityId)
    .where('statuses.deleted_at', 'is', null)
    .where('statuses.reblog_of_id', 'is', null)
    .groupBy('statuses.account_id')
    .as('last_posts');
}
