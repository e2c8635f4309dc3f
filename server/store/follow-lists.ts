import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Account } from './accounts';
import { type FollowRow, isFollowing } from './follows';
import { isKeeper } from './keepers';
import type { Page } from './paging';
import { readPage } from './paging';
import type { Schema } from './schema';
import type { Store } from './store';

type Listed = Pick<FollowRow, 'id' | 'account_id' | 'target_id'>;

/** Who follows an account, newest first. Who is in a closed place only its members and keepers know. */
export async function followersOf(
  store: Store,
  target: Account,
  reader: Account,
  page: Page,
): Promise<Listed[]> {
  if (target.place?.locked === true && !isKeeper(reader, target)) {
    if (!(await isFollowing(store, reader.id, target.id))) return [];
  }
  return readPage(accepted(store).where('follows.target_id', '=', target.id), 'follows.id', page);
}

/** Whom somebody follows, newest first; of the closed places that they are in, those that the reader is in too. */
export async function followedBy(
  store: Store,
  accountId: string,
  reader: Account,
  page: Page,
): Promise<Listed[]> {
  const list = accepted(store).where('follows.account_id', '=', accountId);
  const shown = accountId === reader.id ? list : list.where(membershipKnownTo(store, reader));
  return readPage(shown, 'follows.id', page);
}

/** Of each account, who among those that the member follows follows it too. */
export async function familiarFollowers(
  store: Store,
  member: Account,
  targetIds: readonly string[],
): Promise<Listed[]> {
  if (targetIds.length === 0) return [];
  return accepted(store)
    .where('follows.target_id', 'in', targetIds)
    .where('follows.account_id', 'in', (eb) =>
      eb
        .selectFrom('follows as mine')
        .select('mine.target_id')
        .where('mine.community_id', '=', store.communityId)
        .where('mine.account_id', '=', member.id)
        .where('mine.state', '=', 'accepted'),
    )
    .where(membershipKnownTo(store, member))
    .orderBy('follows.id', 'desc')
    .execute();
}

function accepted(store: Store) {
  return store.db
    .selectFrom('follows')
    .select(['follows.id', 'follows.account_id', 'follows.target_id'])
    .where('follows.community_id', '=', store.communityId)
    .where('follows.state', '=', 'accepted');
}

/** Not in a closed place, unless the reader is in it or keeps it. */
function membershipKnownTo({ communityId }: Store, reader: Account) {
  return (eb: ExpressionBuilder<Schema, 'follows'>): Expression<SqlBool> => {
    if (reader.role === 'coordinator') return eb.lit(true);
    const closed = eb
      .selectFrom('places')
      .select('places.account_id')
      .where('places.community_id', '=', communityId)
      .where('places.locked', '=', 1)
      .where((place) =>
        place.or([place('places.created_by', 'is', null), place('places.created_by', '!=', reader.id)]),
      );
    const mine = eb
      .selectFrom('follows as mine')
      .select('mine.target_id')
      .where('mine.community_id', '=', communityId)
      .where('mine.account_id', '=', reader.id)
      .where('mine.state', '=', 'accepted');
    return eb.or([eb('follows.target_id', 'not in', closed), eb('follows.target_id', 'in', mine)]);
  };
}
