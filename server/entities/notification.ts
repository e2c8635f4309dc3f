import { groupKeyOf, type NotificationGroup } from '../notification-groups';
import type { Ports } from '../ports';
import type { NotificationRow } from '../store/notifications';
import { visibleStatuses } from '../store/statuses';
import { type AccountEntity, accountEntities } from './account';
import { statusEntities } from './status';

const SAMPLE_SIZE = 8;

/** Mastodon's Notifications, in the order given. */
export async function notificationEntities(ports: Ports, rows: readonly NotificationRow[], reader: string) {
  const accounts = await accountEntities(
    ports,
    rows.map(({ from_account_id }) => from_account_id),
  );
  const statuses = new Map((await statusesOf(ports, rows, reader)).map((status) => [status.id, status]));
  return rows.flatMap((row) => {
    const account = accounts.get(row.from_account_id);
    if (account === undefined) return [];
    const { id, type, created_at } = row;
    const status = statuses.get(row.status_id ?? '') ?? null;
    return [{ id, type, created_at, group_key: groupKeyOf(row), account, status }];
  });
}

/** Mastodon's GroupedNotificationsResults: each account and each post once, beside the groups that name them. */
export async function groupedNotifications(
  ports: Ports,
  groups: readonly NotificationGroup[],
  reader: string,
  partial = false,
) {
  const fields = groups.map(groupFields);
  const all = await accountEntities(
    ports,
    fields.flatMap(({ sample_account_ids }) => sample_account_ids),
  );
  const newest = new Set(fields.map(({ sample_account_ids: [first] }) => first));
  const entities = [...all.values()];
  return {
    accounts: partial ? entities.filter(({ id }) => newest.has(id)) : entities,
    ...(partial
      ? { partial_accounts: entities.filter(({ id }) => !newest.has(id)).map(partialAccount) }
      : {}),
    statuses: await statusesOf(
      ports,
      groups.map(({ rows: [row] }) => row),
      reader,
    ),
    notification_groups: fields,
  };
}

function groupFields({ key, rows }: NotificationGroup) {
  const [newest] = rows;
  return {
    group_key: key,
    notifications_count: rows.length,
    type: newest.type,
    most_recent_notification_id: newest.id,
    page_min_id: rows.at(-1)?.id ?? newest.id,
    page_max_id: newest.id,
    latest_page_notification_at: newest.created_at,
    sample_account_ids: [...new Set(rows.map(({ from_account_id }) => from_account_id))].slice(
      0,
      SAMPLE_SIZE,
    ),
    ...(newest.status_id === null ? {} : { status_id: newest.status_id }),
  };
}

function partialAccount({ id, acct, locked, bot, url, avatar, avatar_static }: AccountEntity) {
  return { id, acct, locked, bot, url, avatar, avatar_static };
}

async function statusesOf(ports: Ports, rows: readonly NotificationRow[], reader: string) {
  const ids = rows.flatMap(({ status_id }) => status_id ?? []);
  const posts = await visibleStatuses(ports.store, ids, reader);
  return statusEntities(ports, [...posts.values()], reader);
}
