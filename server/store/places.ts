import type { Selectable } from 'kysely';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { type Account, accountsByIds, HANDLE } from './accounts';
import { isDuplicate } from './error-code';
import { addFollow } from './follows';
import type { Schema } from './schema';
import { inTransaction, isoTime, type Store } from './store';

export interface NewPlace {
  readonly handle: string;
  readonly name: string;
  readonly about: string;
  /** Whether its keepers say who joins, and only members read what is posted in it. */
  readonly locked: boolean;
}

/** Makes a place, with its maker as first member. People and places share one set of handles. */
export async function createPlace(
  store: Store,
  { handle, name, about, locked }: NewPlace,
  maker: Account,
): Promise<Result<Account, 'handle-wrong' | 'handle-taken'>> {
  if (!HANDLE.test(handle)) return fail('handle-wrong');
  const created_at = isoTime(store.clock());
  const account: Selectable<Schema['accounts']> = {
    community_id: store.communityId,
    id: store.newId(),
    handle,
    display_name: name,
    role: 'member',
    created_at,
  };
  const { community_id, id: account_id } = account;
  const place = { about, locked: locked ? 1 : 0, created_by: maker.id, created_at };
  try {
    await inTransaction(store, async (trx) => {
      await trx.insertInto('accounts').values(account).execute();
      await trx
        .insertInto('places')
        .values({ community_id, account_id, ...place })
        .execute();
      await addFollow(trx, store, { account_id: maker.id, target_id: account_id, state: 'accepted' });
    });
  } catch (error) {
    if (isDuplicate(error)) return fail('handle-taken');
    throw error;
  }
  return succeed({ ...account, place: { about, locked, createdBy: maker.id } });
}

export interface ListedPlace {
  readonly place: Account;
  readonly members: number;
  readonly membership: 'member' | 'requested' | 'none';
}

/** Every place, by name: closed ones too, so that people know where to ask. */
export async function listPlaces(store: Store, reader: string): Promise<ListedPlace[]> {
  const rows = await store.db
    .selectFrom('places')
    .select('account_id')
    .where('community_id', '=', store.communityId)
    .execute();
  const ids = rows.map(({ account_id }) => account_id);
  const places = [...(await accountsByIds(store, ids)).values()];
  const listed = await withMembership(store, places, reader);
  const byName = new Intl.Collator('nl', { sensitivity: 'base', numeric: true });
  return listed.sort((one, other) => byName.compare(one.place.display_name, other.place.display_name));
}

/** Places with how many are in them, and whether the reader is one of them. */
export async function withMembership(
  store: Store,
  places: readonly Account[],
  reader: string,
): Promise<ListedPlace[]> {
  if (places.length === 0) return [];
  const rows = await store.db
    .selectFrom('follows')
    .select(({ fn, case: when, eb }) => [
      'target_id',
      fn.sum<number>(when().when('state', '=', 'accepted').then(1).else(0).end()).as('members'),
      fn
        .max(
          when()
            .when(eb('account_id', '=', reader))
            .then(eb.ref('state'))
            .end(),
        )
        .as('mine'),
    ])
    .where('community_id', '=', store.communityId)
    .where(
      'target_id',
      'in',
      places.map(({ id }) => id),
    )
    .groupBy('target_id')
    .execute();
  const found = new Map(rows.map((row) => [row.target_id, row]));
  return places.map((place) => {
    const { members = 0, mine = null } = found.get(place.id) ?? {};
    const membership = mine === null ? 'none' : mine === 'accepted' ? 'member' : 'requested';
    return { place, members: Number(members), membership };
  });
}
