import { isoTime, type Store } from '@/server/store/store';

/** What any server has to do at least: the post and its key in one durable transaction, each post in its own. */
export async function insertBarely(store: Store, key: string, text: string): Promise<string> {
  const id = store.newId();
  await store.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('idempotency')
      .values({ community_id: store.communityId, account_id: '1', key, status_id: id })
      .execute();
    await trx
      .insertInto('statuses')
      .values({
        community_id: store.communityId,
        id,
        account_id: '1',
        text,
        language: 'nl',
        visibility: 'public',
        in_reply_to_id: null,
        thread_id: null,
        sensitive: 0,
        spoiler_text: '',
        created_at: isoTime(store.clock()),
        deleted_at: null,
        edited_at: null,
        place_id: null,
        reblog_of_id: null,
      })
      .execute();
  });
  return id;
}
