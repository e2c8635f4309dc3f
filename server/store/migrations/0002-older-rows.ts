import type { Kysely } from 'kysely';
import { idMaker } from '../status-id';

export interface WithPosts {
  statuses: {
    community_id: string;
    id: string;
    in_reply_to_id: string | null;
    thread_id: string | null;
  };
}

/** Answers from before learn with which post their conversation began. Ids are in the order of time: parents come first. */
export async function tieThreads(db: Kysely<WithPosts>): Promise<void> {
  const answers = await db
    .selectFrom('statuses')
    .select(['community_id', 'id', 'in_reply_to_id'])
    .where('in_reply_to_id', 'is not', null)
    .orderBy('id')
    .execute();
  const threads = new Map<string, string>();
  for (const { community_id, id, in_reply_to_id } of answers) {
    const thread_id = threads.get(in_reply_to_id ?? '') ?? in_reply_to_id ?? id;
    threads.set(id, thread_id);
    await db
      .updateTable('statuses')
      .set({ thread_id })
      .where('community_id', '=', community_id)
      .where('id', '=', id)
      .execute();
  }
}

export interface WithFavourites {
  favourites: {
    community_id: string;
    status_id: string;
    account_id: string;
    id: string | null;
    created_at: string;
  };
}

/** Thanks from before get the id of their moment: lists of them are paged by it. */
export async function numberFavourites(db: Kysely<WithFavourites>): Promise<void> {
  const rows = await db.selectFrom('favourites').selectAll().orderBy('created_at').execute();
  let now = 0;
  const newId = idMaker(
    () => now,
    (length) => new Uint8Array(length),
  );
  for (const row of rows) {
    now = Date.parse(row.created_at);
    await db
      .updateTable('favourites')
      .set({ id: newId() })
      .where('community_id', '=', row.community_id)
      .where('status_id', '=', row.status_id)
      .where('account_id', '=', row.account_id)
      .execute();
  }
}
