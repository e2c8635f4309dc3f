import type { InsertQueryBuilder, InsertResult, Kysely, Selectable } from 'kysely';
import { type CountsRow, followsOf } from './account-counts';
import { rowsToInsertOr, type Write } from './database/at-once';
import type { Schema } from './schema';
import { type StatusRow, standing } from './statuses';
import type { Store } from './store';

/** More posts, in the order in which they were made, of their authors and in their places; to be executed. */
export function postsToCount(trx: Kysely<Schema>, rows: readonly StatusRow[]): Write[] {
  const counts = countsAdded(rows);
  return counts.length === 0 ? [] : [rowsToInsertOr(trx, 'count posts', 'post_counts', counts, added)];
}

/** The same, of rows of which one is counted at least; answers what is counted of these accounts then. */
export function postsToCountAndAnswer(trx: Kysely<Schema>, rows: readonly StatusRow[]): Write<CountsRow> {
  return rowsToInsertOr(trx, 'count posts and answer', 'post_counts', countsAdded(rows), (insert) =>
    added(insert).returning([
      'account_id as id',
      'posts as statuses',
      'last_post_at as last',
      followsOf('target_id', 'post_counts.community_id', 'post_counts.account_id').as('followers'),
      followsOf('account_id', 'post_counts.community_id', 'post_counts.account_id').as('following'),
    ]),
  );
}

function added(insert: InsertQueryBuilder<Schema, 'post_counts', InsertResult>) {
  return insert.onConflict((conflict) =>
    conflict.columns(['community_id', 'account_id']).doUpdateSet((eb) => ({
      posts: eb('post_counts.posts', '+', eb.ref('excluded.posts')),
      last_post_at: eb.ref('excluded.last_post_at'),
    })),
  );
}

/** In the order of their ids: of two nodes that count the same accounts, none waits for the other crosswise. */
function countsAdded(rows: readonly StatusRow[]): Selectable<Schema['post_counts']>[] {
  const counts = new Map<string, Selectable<Schema['post_counts']>>();
  for (const row of rows) {
    const { community_id, created_at: last_post_at } = row;
    for (const account_id of countedBy(row)) {
      const posts = (counts.get(account_id)?.posts ?? 0) + 1;
      counts.set(account_id, { community_id, account_id, posts, last_post_at });
    }
  }
  return [...counts.values()].sort((one, other) => (one.account_id < other.account_id ? -1 : 1));
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
