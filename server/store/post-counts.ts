import type { Kysely } from 'kysely';
import type { Schema } from './schema';
import { type StatusRow, standing } from './statuses';
import type { Store } from './store';

/** One more post of its author and in its place. */
export async function countPost(trx: Kysely<Schema>, row: StatusRow): Promise<void> {
  const { community_id, created_at: last_post_at } = row;
  for (const account_id of countedBy(row)) {
    await trx
      .insertInto('post_counts')
      .values({ community_id, account_id, posts: 1, last_post_at })
      .onConflict((conflict) =>
        conflict
          .columns(['community_id', 'account_id'])
          .doUpdateSet((eb) => ({ posts: eb('post_counts.posts', '+', 1), last_post_at })),
      )
      .execute();
  }
}

/** One post less: call it when the post stands no more. */
export async function uncountPost(trx: Kysely<Schema>, store: Store, row: StatusRow): Promise<void> {
  for (const account_id of countedBy(row)) {
    const newest = await standing(store, trx)
      .select('statuses.created_at')
      .where(account_id === row.place_id ? 'statuses.place_id' : 'statuses.account_id', '=', account_id)
      .where('statuses.reblog_of_id', 'is', null)
      .where('statuses.visibility', '!=', 'direct')
      .orderBy('statuses.id', 'desc')
      .limit(1)
      .executeTakeFirst();
    await trx
      .updateTable('post_counts')
      .set((eb) => ({ posts: eb('posts', '-', 1), last_post_at: newest?.created_at ?? null }))
      .where('community_id', '=', store.communityId)
      .where('account_id', '=', account_id)
      .execute();
  }
}

function countedBy({ account_id, place_id, visibility }: StatusRow): string[] {
  if (visibility === 'direct') return [];
  return place_id === null ? [account_id] : [account_id, place_id];
}
