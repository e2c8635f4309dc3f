import type { Kysely } from 'kysely';
import { isDuplicate } from './error-code';
import { recordEvent } from './events';
import { notify, withdraw } from './notifications';
import type { Schema } from './schema';
import { type StatusRow, standing, type Visibility } from './statuses';
import { inTransaction, isoTime, type Store } from './store';

/** Passes a post on, once: repeating answers the same boost. Undefined where the post was deleted meanwhile. */
export async function boost(
  store: Store,
  original: StatusRow,
  accountId: string,
  visibility: Visibility,
): Promise<StatusRow | undefined> {
  try {
    return await inTransaction(store, (trx) => boostWithin(trx, store, original, accountId, visibility));
  } catch (error) {
    // Two clicks at once, on two nodes: the other one's boost stands.
    if (isDuplicate(error)) return boostOf(store.db, store, original.id, accountId);
    throw error;
  }
}

async function boostWithin(
  trx: Kysely<Schema>,
  store: Store,
  original: StatusRow,
  accountId: string,
  visibility: Visibility,
): Promise<StatusRow | undefined> {
  const known = await boostOf(trx, store, original.id, accountId);
  if (known !== undefined) return known;
  if (!(await isStanding(trx, store, original.id))) return undefined;
  const row: StatusRow = {
    community_id: store.communityId,
    id: store.newId(),
    account_id: accountId,
    text: '',
    language: null,
    visibility,
    in_reply_to_id: null,
    thread_id: null,
    sensitive: 0,
    content_type: null,
    spoiler_text: '',
    created_at: isoTime(store.clock()),
    deleted_at: null,
    edited_at: null,
    place_id: null,
    reblog_of_id: original.id,
  };
  await trx.insertInto('statuses').values(row).execute();
  const to = original.account_id;
  await notify(trx, store, { to, from: accountId, type: 'reblog', statusId: original.id });
  await recordEvent(trx, store, { kind: 'posted', status_id: row.id });
  return row;
}

/** Takes a boost back. Repeating changes nothing. */
export async function unboost(store: Store, originalId: string, accountId: string): Promise<void> {
  await inTransaction(store, async (trx) => {
    const gone = await trx
      .deleteFrom('statuses')
      .where('community_id', '=', store.communityId)
      .where('account_id', '=', accountId)
      .where('reblog_of_id', '=', originalId)
      .returning('id')
      .executeTakeFirst();
    if (gone === undefined) return;
    await withdraw(trx, store, { from: accountId, type: 'reblog', statusId: originalId });
    await recordEvent(trx, store, { kind: 'deleted', status_id: gone.id });
  });
}

/** Who boosted a post. */
export async function boostersOf(trx: Kysely<Schema>, store: Store, id: string): Promise<string[]> {
  const rows = await standing(store, trx)
    .select('statuses.account_id')
    .where('statuses.reblog_of_id', '=', id)
    .execute();
  return rows.map(({ account_id }) => account_id);
}

async function boostOf(
  db: Kysely<Schema>,
  store: Store,
  id: string,
  accountId: string,
): Promise<StatusRow | undefined> {
  return standing(store, db)
    .selectAll('statuses')
    .where('statuses.account_id', '=', accountId)
    .where('statuses.reblog_of_id', '=', id)
    .executeTakeFirst();
}

async function isStanding(db: Kysely<Schema>, store: Store, id: string): Promise<boolean> {
  const row = await standing(store, db)
    .select('statuses.id')
    .where('statuses.id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}
