import type { Kysely, Selectable } from 'kysely';
import type { Schema } from './schema';
import type { Store } from './store';
import { readableBy } from './visibility';

export type StatusRow = Selectable<Schema['statuses']>;
export type Visibility = StatusRow['visibility'];

/** Posts that stand, of this community. */
export function standing(store: Store, db: Kysely<Schema> = store.db) {
  return db
    .selectFrom('statuses')
    .where('statuses.community_id', '=', store.communityId)
    .where('statuses.deleted_at', 'is', null);
}

/** The post, if this reader may see it: hidden and unknown posts look the same. */
export async function visibleStatus(
  store: Store,
  id: string,
  reader: string,
): Promise<StatusRow | undefined> {
  return standing(store)
    .selectAll('statuses')
    .where('statuses.id', '=', id)
    .where(readableBy(store, reader))
    .executeTakeFirst();
}

/** Those of these posts that the reader may see, by id. */
export async function visibleStatuses(
  store: Store,
  ids: readonly string[],
  reader: string,
): Promise<Map<string, StatusRow>> {
  if (ids.length === 0) return new Map();
  const rows = await standing(store)
    .selectAll('statuses')
    .where('statuses.id', 'in', [...new Set(ids)])
    .where(readableBy(store, reader))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who wrote each of these posts, deleted ones too. */
export async function authorsOf(store: Store, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('statuses')
    // The last one only so that SQLite goes by the key: an index that has both others it would read from end to end.
    .select(['id', 'account_id', 'deleted_at'])
    .where('community_id', '=', store.communityId)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, account_id }) => [id, account_id]));
}
