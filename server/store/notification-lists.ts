import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { GroupContent } from '../notification-groups';
import type { NotificationRow } from './notifications';
import type { Page } from './paging';
import { readPage } from './paging';
import type { Schema } from './schema';
import { standing } from './statuses';
import type { Store } from './store';
import { readableBy } from './visibility';

/** Which notifications are asked for; all where nothing is said. */
export interface NotificationFilter {
  readonly types?: readonly string[] | undefined;
  readonly withoutTypes?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly group?: GroupContent | undefined;
}

/** What a member is told, newest first; without what concerns a post that they cannot read (any more). */
export async function readNotifications(
  store: Store,
  reader: string,
  filter: NotificationFilter,
  page: Page,
): Promise<NotificationRow[]> {
  const list = store.db
    .selectFrom('notifications')
    .selectAll('notifications')
    .where('notifications.community_id', '=', store.communityId)
    .where('notifications.account_id', '=', reader)
    .where(fits(filter))
    .where((eb) =>
      eb.or([
        eb('notifications.status_id', 'is', null),
        eb.exists(
          standing(store)
            .select('statuses.id')
            .where(readableBy(store, reader))
            .where('statuses.id', '=', eb.ref('notifications.status_id')),
        ),
      ]),
    );
  return readPage(list, 'notifications.id', page);
}

/** Forgets a member's notifications: all, or those of one kind. How many there were. */
export async function forgetNotifications(
  store: Store,
  reader: string,
  filter: NotificationFilter = {},
): Promise<number> {
  const { numDeletedRows } = await store.db
    .deleteFrom('notifications')
    .where('notifications.community_id', '=', store.communityId)
    .where('notifications.account_id', '=', reader)
    .where(fits(filter))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

function fits({ types, withoutTypes = [], from, group }: NotificationFilter) {
  return (eb: ExpressionBuilder<Schema, 'notifications'>): Expression<SqlBool> => {
    const wanted: Expression<SqlBool>[] = [];
    if (types !== undefined) wanted.push(isOneOf(eb, types));
    if (withoutTypes.length > 0) wanted.push(eb.not(isOneOf(eb, withoutTypes)));
    if (from !== undefined) wanted.push(eb('notifications.from_account_id', '=', from));
    if (group !== undefined) wanted.push(isIn(eb, group));
    return eb.and(wanted);
  };
}

function isOneOf(
  eb: ExpressionBuilder<Schema, 'notifications'>,
  types: readonly string[],
): Expression<SqlBool> {
  return eb.or(types.map((type) => eb('notifications.type', '=', type as NotificationRow['type'])));
}

function isIn(eb: ExpressionBuilder<Schema, 'notifications'>, group: GroupContent): Expression<SqlBool> {
  if ('id' in group) return eb('notifications.id', '=', group.id);
  const isType = eb('notifications.type', '=', group.type);
  if (group.type !== 'follow') return eb.and([isType, eb('notifications.status_id', '=', group.statusId)]);
  // Every time of that day begins with the day and a T, and stands before the day and a U.
  return eb.and([
    isType,
    eb('notifications.created_at', '>=', `${group.day}T`),
    eb('notifications.created_at', '<', `${group.day}U`),
  ]);
}
