import type { Selectable } from 'kysely';
import type { Account } from './accounts';
import { type FollowRow, withdrawRequest } from './follows';
import { keptBy } from './keepers';
import type { Page } from './paging';
import { readPage } from './paging';
import type { Schema } from './schema';
import { inTransaction, type Store } from './store';

type Request = Pick<FollowRow, 'id' | 'account_id'>;

/** Whoever waits for a place that this member keeps, each once: with their oldest request. */
export async function requestsFor(store: Store, keeper: Account, page: Page): Promise<Request[]> {
  const oldest = kept(store, keeper)
    .select(({ fn }) => ['follows.account_id', fn.min('follows.id').as('id')])
    .groupBy('follows.account_id');
  return readPage(store.db.selectFrom(oldest.as('request')).selectAll('request'), 'request.id', page);
}

/** How many people wait for places that this member keeps. */
export async function countRequests(store: Store, keeper: Account): Promise<number> {
  const row = await kept(store, keeper)
    .select(({ fn }) => fn.count<number>('follows.account_id').distinct().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Those of these accounts that wait for a place of this keeper's. */
export async function whoWaits(
  store: Store,
  keeper: Account,
  accountIds: readonly string[],
): Promise<Set<string>> {
  if (accountIds.length === 0) return new Set();
  const rows = await kept(store, keeper)
    .select('follows.account_id')
    .where('follows.account_id', 'in', accountIds)
    .execute();
  return new Set(rows.map(({ account_id }) => account_id));
}

/** Who waits for one place, oldest first. */
export async function requestersOf(store: Store, placeId: string): Promise<string[]> {
  const rows = await store.db
    .selectFrom('follows')
    .select('account_id')
    .where('community_id', '=', store.communityId)
    .where('target_id', '=', placeId)
    .where('state', '=', 'requested')
    .orderBy('id')
    .execute();
  return rows.map(({ account_id }) => account_id);
}

/**
 * Lets somebody in, or refuses: to the place that is named, else the one that they asked first. False where they wait
 * for no place of this keeper's (any more).
 */
export async function settleRequest(
  store: Store,
  keeper: Account,
  accountId: string,
  { accept, placeId }: { readonly accept: boolean; readonly placeId?: string | undefined },
): Promise<boolean> {
  let waiting = kept(store, keeper).select('follows.target_id').where('follows.account_id', '=', accountId);
  if (placeId !== undefined) waiting = waiting.where('follows.target_id', '=', placeId);
  const request = await waiting.orderBy('follows.id').executeTakeFirst();
  return request !== undefined && settle(store, accountId, request.target_id, accept);
}

async function settle(store: Store, accountId: string, placeId: string, accept: boolean): Promise<boolean> {
  const which: Partial<Selectable<Schema['follows']>> = {
    community_id: store.communityId,
    account_id: accountId,
    target_id: placeId,
    state: 'requested',
  };
  return inTransaction(store, async (trx) => {
    const [row] = accept
      ? await trx
          .updateTable('follows')
          .set({ state: 'accepted' })
          .where((eb) => eb.and(which))
          .returning('id')
          .execute()
      : await trx
          .deleteFrom('follows')
          .where((eb) => eb.and(which))
          .returning('id')
          .execute();
    if (row !== undefined) await withdrawRequest(trx, store, accountId, placeId);
    return row !== undefined;
  });
}

function kept(store: Store, keeper: Account) {
  return store.db
    .selectFrom('follows')
    .innerJoin('places', (join) =>
      join
        .onRef('places.community_id', '=', 'follows.community_id')
        .onRef('places.account_id', '=', 'follows.target_id'),
    )
    .where('follows.community_id', '=', store.communityId)
    .where('follows.state', '=', 'requested')
    .where(keptBy(keeper));
}
