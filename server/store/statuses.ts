import type { Kysely, Selectable } from 'kysely';
import { forgetEqual } from './equal-posts';
import { recordEvent } from './events';
import { uncountPost } from './post-counts';
import type { Schema } from './schema';
import { inTransaction, isoTime, type Store } from './store';
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

/** Takes the words away, and the boosts; the row stays as the memory that its key was used. */
export async function deleteStatus(store: Store, status: StatusRow): Promise<void> {
  const { communityId } = store;
  await inTransaction(store, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('statuses')
      .set({ deleted_at: isoTime(store.clock()), text: '', spoiler_text: '' })
      .where('community_id', '=', communityId)
      .where('deleted_at', 'is', null)
      .where((eb) => eb.or([eb('id', '=', status.id), eb('reblog_of_id', '=', status.id)]))
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return; // another request was first
    await forgetEqual(trx, store, status);
    await uncountPost(trx, store, status);
    for (const table of ['status_edits', 'mentions', 'status_tags', 'notifications'] as const) {
      await trx
        .deleteFrom(table)
        .where('community_id', '=', communityId)
        .where('status_id', '=', status.id)
        .execute();
    }
    await recordEvent(trx, store, { kind: 'deleted', status_id: status.id });
  });
}

/** The direct replies to a post that the reader may see, oldest first. */
export async function repliesTo(store: Store, id: string, reader: string): Promise<StatusRow[]> {
  return standing(store)
    .selectAll('statuses')
    .where('statuses.in_reply_to_id', '=', id)
    .where(readableBy(store, reader))
    .orderBy('statuses.id')
    .execute();
}

/** Who wrote each of these posts, deleted ones too. */
export async function authorsOf(store: Store, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('statuses')
    .select(['id', 'account_id'])
    .where('community_id', '=', store.communityId)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, account_id }) => [id, account_id]));
}
