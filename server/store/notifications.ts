import type { Kysely, Selectable } from 'kysely';
import { recordEvent } from './events';
import type { Schema } from './schema';
import { isoTime, type Store } from './store';

export type NotificationRow = Selectable<Schema['notifications']>;

/** Tells a member what somebody else did; nobody is told of their own doing. */
export async function notify(
  trx: Kysely<Schema>,
  store: Store,
  {
    to,
    from,
    type,
    statusId = null,
    placeId = null,
  }: {
    to: string;
    from: string;
    type: NotificationRow['type'];
    statusId?: string | null;
    placeId?: string | null;
  },
): Promise<void> {
  if (to === from) return;
  const row: NotificationRow = {
    community_id: store.communityId,
    account_id: to,
    id: store.newId(),
    type,
    from_account_id: from,
    status_id: statusId,
    place_id: placeId,
    created_at: isoTime(store.clock()),
  };
  await trx.insertInto('notifications').values(row).execute();
  await recordEvent(trx, store, { kind: 'notified', account_id: to, notification_id: row.id });
}

/** What was done is undone: whoever was told of it does not read of it any more. */
export async function withdraw(
  trx: Kysely<Schema>,
  store: Store,
  {
    to,
    from,
    type,
    statusId,
  }: { to?: string; from: string; type: NotificationRow['type']; statusId: string },
): Promise<void> {
  const query = trx
    .deleteFrom('notifications')
    .where('community_id', '=', store.communityId)
    .where('status_id', '=', statusId)
    .where('from_account_id', '=', from)
    .where('type', '=', type);
  await (to === undefined ? query : query.where('account_id', '=', to)).execute();
}

/** Those of these notifications that are for this member, oldest first. */
export async function notificationsByIds(
  store: Store,
  ids: readonly string[],
  accountId: string,
): Promise<NotificationRow[]> {
  if (ids.length === 0) return [];
  return store.db
    .selectFrom('notifications')
    .selectAll()
    .where('community_id', '=', store.communityId)
    .where('account_id', '=', accountId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute();
}
