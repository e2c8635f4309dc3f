import type { Kysely, Selectable } from 'kysely';
import type { Account } from './accounts';
import { isKeeper, keeperIds } from './keepers';
import { notify } from './notifications';
import type { Schema } from './schema';
import { inTransaction, isoTime, type Store } from './store';

export type FollowRow = Selectable<Schema['follows']>;

/** What a follower may choose; what is not said stays as it is. */
export interface FollowChoices {
  /** Whether boosts are shown too. */
  readonly reblogs?: boolean | undefined;
  /** Whether to be told of every post. */
  readonly notify?: boolean | undefined;
}

/**
 * Follows somebody, or joins a place. A closed place is asked: its keepers are told, and they decide. Repeating only
 * changes the choices.
 */
export async function follow(
  store: Store,
  follower: Account,
  target: Account,
  choices: FollowChoices = {},
): Promise<void> {
  const asks = target.place?.locked === true && !isKeeper(follower, target);
  await inTransaction(store, async (trx) => {
    const key = { account_id: follower.id, target_id: target.id };
    const made = await addFollow(trx, store, { ...key, state: asks ? 'requested' : 'accepted' }, choices);
    if (!made) return changeChoices(trx, store, key, choices);
    const from = follower.id;
    if (target.place === null) return notify(trx, store, { to: target.id, from, type: 'follow' });
    if (!asks) return;
    for (const to of await keeperIds(trx, store, target))
      await notify(trx, store, { to, from, type: 'follow_request', placeId: target.id });
  });
}

/** False where it stands already. */
export async function addFollow(
  trx: Kysely<Schema>,
  store: Store,
  row: Pick<FollowRow, 'account_id' | 'target_id' | 'state'>,
  { reblogs = true, notify: told = false }: FollowChoices = {},
): Promise<boolean> {
  const added = await trx
    .insertInto('follows')
    .values({
      ...row,
      community_id: store.communityId,
      id: store.newId(),
      reblogs: reblogs ? 1 : 0,
      notify: told ? 1 : 0,
      created_at: isoTime(store.clock()),
    })
    .onConflict((conflict) => conflict.columns(['community_id', 'account_id', 'target_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

async function changeChoices(
  trx: Kysely<Schema>,
  store: Store,
  { account_id, target_id }: Pick<FollowRow, 'account_id' | 'target_id'>,
  { reblogs, notify: told }: FollowChoices,
): Promise<void> {
  if (reblogs === undefined && told === undefined) return;
  await trx
    .updateTable('follows')
    .set({
      ...(reblogs === undefined ? {} : { reblogs: reblogs ? 1 : 0 }),
      ...(told === undefined ? {} : { notify: told ? 1 : 0 }),
    })
    .where('community_id', '=', store.communityId)
    .where('account_id', '=', account_id)
    .where('target_id', '=', target_id)
    .execute();
}

/** Stops following, leaves a place, or takes a request back; nobody is told of it any more. */
export async function unfollow(store: Store, accountId: string, target: Account): Promise<void> {
  await inTransaction(store, async (trx) => {
    await trx
      .deleteFrom('follows')
      .where('community_id', '=', store.communityId)
      .where('account_id', '=', accountId)
      .where('target_id', '=', target.id)
      .execute();
    if (target.place !== null) return withdrawRequest(trx, store, accountId, target.id);
    await trx
      .deleteFrom('notifications')
      .where('community_id', '=', store.communityId)
      .where('account_id', '=', target.id)
      .where('from_account_id', '=', accountId)
      .where('type', '=', 'follow')
      .execute();
  });
}

/** A request that is settled, or taken back, asks no keeper for anything. */
export async function withdrawRequest(
  trx: Kysely<Schema>,
  store: Store,
  accountId: string,
  placeId: string,
): Promise<void> {
  await trx
    .deleteFrom('notifications')
    .where('community_id', '=', store.communityId)
    .where('place_id', '=', placeId)
    .where('from_account_id', '=', accountId)
    .where('type', '=', 'follow_request')
    .execute();
}

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
