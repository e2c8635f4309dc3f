import type { Kysely } from 'kysely';
import { forgetEqual } from './equal-posts';
import { recordDeletion, recordEvent } from './events';
import { deletePicturesOf } from './pictures';
import { uncountPost } from './post-counts';
import type { Schema } from './schema';
import { unindexStatus } from './search-index';
import type { StatusRow } from './statuses';
import { inTransaction, isoTime, type Store } from './store';

const ABOUT_A_POST = [
  'status_edits',
  'mentions',
  'status_tags',
  'notifications',
  'favourites',
  'bookmarks',
] as const;

/** Takes the words away, and what others did with them; the row stays as the memory that its key was used. */
export async function deleteStatus(store: Store, status: StatusRow): Promise<void> {
  await inTransaction(store, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('statuses')
      .set({ deleted_at: isoTime(store.clock()), text: '', spoiler_text: '', picture_ids: null })
      .where('community_id', '=', store.communityId)
      .where('id', '=', status.id)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await forgetEqual(trx, store, status);
    await deletePicturesOf(trx, store, status.id);
    await unindexStatus(trx, store, status.id);
    await recordDeletion(trx, store, status.id);
    for (const table of ABOUT_A_POST) {
      await trx
        .deleteFrom(table)
        .where('community_id', '=', store.communityId)
        .where('status_id', '=', status.id)
        .execute();
    }
    for (const boostId of await deleteBoosts(trx, store, status.id)) {
      await recordEvent(trx, store, { kind: 'deleted', status_id: boostId });
    }
    await uncountPost(trx, store, status);
  });
}

async function deleteBoosts(trx: Kysely<Schema>, store: Store, id: string): Promise<string[]> {
  const rows = await trx
    .deleteFrom('statuses')
    .where('community_id', '=', store.communityId)
    .where('reblog_of_id', '=', id)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}
