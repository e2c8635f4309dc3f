import { notify, withdraw } from './notifications';
import { standing } from './statuses';
import { inTransaction, isoTime, type Store } from './store';

/** Says thanks, or takes it back; its author hears of it once, or not any more. Repeating changes nothing. */
export async function setFavourite(
  store: Store,
  statusId: string,
  accountId: string,
  on: boolean,
): Promise<void> {
  await (on ? favourite(store, statusId, accountId) : unfavourite(store, statusId, accountId));
}

async function favourite(store: Store, status_id: string, account_id: string): Promise<void> {
  await inTransaction(store, async (trx) => {
    const thanked = await standing(store, trx)
      .select('statuses.account_id')
      .where('statuses.id', '=', status_id)
      .executeTakeFirst();
    if (thanked === undefined) return;
    const made = await trx
      .insertInto('favourites')
      .values({
        community_id: store.communityId,
        status_id,
        account_id,
        id: store.newId(),
        created_at: isoTime(store.clock()),
      })
      .onConflict((conflict) => conflict.columns(['community_id', 'status_id', 'account_id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (made === undefined) return;
    const to = thanked.account_id;
    await notify(trx, store, { to, from: account_id, type: 'favourite', statusId: status_id });
  });
}

async function unfavourite(store: Store, statusId: string, accountId: string): Promise<void> {
  await inTransaction(store, async (trx) => {
    await trx
      .deleteFrom('favourites')
      .where('community_id', '=', store.communityId)
      .where('status_id', '=', statusId)
      .where('account_id', '=', accountId)
      .execute();
    await withdraw(trx, store, { from: accountId, type: 'favourite', statusId });
  });
}

/** How many thanked each post, and whether the reader, if there is one, did; posts that nobody thanked are not in it. */
export async function favouritesOf(
  store: Store,
  statusIds: readonly string[],
  reader: string | null,
): Promise<Map<string, { count: number; mine: boolean }>> {
  if (statusIds.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('favourites')
    .select(({ eb, fn }) => [
      'status_id',
      fn.countAll().as('count'),
      fn
        .sum(
          eb
            .case()
            .when('account_id', '=', reader ?? '')
            .then(eb.lit(1))
            .else(eb.lit(0))
            .end(),
        )
        .as('mine'),
    ])
    .where('community_id', '=', store.communityId)
    .where('status_id', 'in', [...statusIds])
    .groupBy('status_id')
    .execute();
  return new Map(
    rows.map(({ status_id, count, mine }) => [status_id, { count: Number(count), mine: Number(mine) > 0 }]),
  );
}
