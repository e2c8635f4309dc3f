import type { Ports } from '../ports';
import type { NotificationRow } from '../store/notifications';
import { standing } from '../store/statuses';
import { readableBy } from '../store/visibility';
import { accountEntities } from './account';
import { statusEntities } from './status';

/** Mastodon's Notifications for the one whom they tell, in the order given. */
export async function notificationEntities(ports: Ports, rows: readonly NotificationRow[], reader: string) {
  if (rows.length === 0) return [];
  const accounts = await accountEntities(
    ports,
    rows.map(({ from_account_id }) => from_account_id),
  );
  const statuses = await statusesById(
    ports,
    rows.flatMap(({ status_id }) => status_id ?? []),
    reader,
  );
  return rows.flatMap(({ id, type, created_at, from_account_id, status_id }) => {
    const account = accounts.get(from_account_id);
    const status = status_id === null ? null : statuses.get(status_id);
    if (account === undefined || status === undefined) return [];
    return [{ id, type, created_at, group_key: `ungrouped-${id}`, account, status }];
  });
}

async function statusesById(ports: Ports, ids: readonly string[], reader: string) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await standing(ports.store)
    .selectAll('statuses')
    .where('statuses.id', 'in', [...ids])
    .where(readableBy(ports.store, reader))
    .execute();
  const entities = await statusEntities(ports, rows, reader);
  return new Map(entities.map((entity) => [entity.id, entity]));
}
