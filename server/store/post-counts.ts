import type { Kysely } from 'kysely';
import { MINUTE_MS } from '@/utils/kernel/clock';
import type { Schema } from './schema';
import { firstIdAt } from './status-id';
import { inTransaction, type Store } from './store';

/** Whose posts are counted: an author's, or those in a place. */
type Owner = 'account_id' | 'place_id';

interface PostCount {
  readonly count: number;
  /** ISO time of the newest; null where there is none. */
  readonly last: string | null;
}

const MOST_UNCOUNTED = 200;

/**
 * How many posts each of these accounts has, without boosts and without what was said to a few. Kept up to some id and
 * counted from there, so that a page of a large community takes no longer; posting writes nothing for it, so that two
 * posts of one author never wait for each other.
 */
export async function countPosts(
  store: Store,
  owner: Owner,
  ids: readonly string[],
): Promise<Map<string, PostCount>> {
  if (ids.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('accounts')
    .leftJoin('post_counts', (join) =>
      join
        .onRef('post_counts.community_id', '=', 'accounts.community_id')
        .onRef('post_counts.account_id', '=', 'accounts.id'),
    )
    .select((eb) => [
      'accounts.id',
      'post_counts.posts',
      counted(store, owner)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where(`statuses.${owner}`, '=', eb.ref('accounts.id'))
        .where('statuses.id', '>', eb.fn.coalesce('post_counts.counted_to', eb.val('')))
        .as('newer'),
      counted(store, owner)
        .select('statuses.created_at')
        .where(`statuses.${owner}`, '=', eb.ref('accounts.id'))
        .orderBy('statuses.id', 'desc')
        .limit(1)
        .as('last'),
    ])
    .where('accounts.community_id', '=', store.communityId)
    .where('accounts.id', 'in', ids)
    .execute();
  for (const { id, newer } of rows) if (Number(newer) > MOST_UNCOUNTED) await countAgain(store, owner, id);
  return new Map(
    rows.map(({ id, posts, newer, last }) => [id, { count: (posts ?? 0) + Number(newer), last }]),
  );
}

/** Takes a post that is deleted out of the counts that it is in; in the transaction that deletes it. */
export async function uncountPost(
  trx: Kysely<Schema>,
  store: Store,
  post: Pick<Schema['statuses'], 'id' | 'account_id' | 'place_id' | 'visibility' | 'reblog_of_id'>,
): Promise<void> {
  if (post.visibility === 'direct' || post.reblog_of_id !== null) return;
  for (const owner of [post.account_id, post.place_id]) {
    if (owner === null) continue;
    await holdCount(trx, store, owner);
    await trx
      .updateTable('post_counts')
      .set((eb) => ({ posts: eb('posts', '-', 1) }))
      .where('community_id', '=', store.communityId)
      .where('account_id', '=', owner)
      .where('counted_to', '>=', post.id)
      .execute();
  }
}

/** Counts all, up to a minute ago: whatever is still being written now has a later id. */
async function countAgain(store: Store, owner: Owner, id: string): Promise<void> {
  const counted_to = firstIdAt(store.clock() - MINUTE_MS);
  await inTransaction(store, async (trx) => {
    await holdCount(trx, store, id);
    const { count } = await counted(store, owner, trx)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where(`statuses.${owner}`, '=', id)
      .where('statuses.id', '<=', counted_to)
      .executeTakeFirstOrThrow();
    await trx
      .updateTable('post_counts')
      .set({ posts: Number(count), counted_to })
      .where('community_id', '=', store.communityId)
      .where('account_id', '=', id)
      .execute();
  });
}

/** Counting and deleting wait for each other here: else a post could be counted while it is deleted. */
async function holdCount(trx: Kysely<Schema>, store: Store, accountId: string): Promise<void> {
  await trx
    .insertInto('post_counts')
    .values({ community_id: store.communityId, account_id: accountId, posts: 0, counted_to: '' })
    .onConflict((conflict) =>
      conflict
        .columns(['community_id', 'account_id'])
        .doUpdateSet((eb) => ({ posts: eb.ref('post_counts.posts') })),
    )
    .execute();
}

function counted(store: Store, owner: Owner, db: Kysely<Schema> = store.db) {
  return db
    .selectFrom('statuses')
    .where('statuses.community_id', '=', store.communityId)
    .where('statuses.deleted_at', 'is', null)
    .where('statuses.reblog_of_id', 'is', null)
    .where('statuses.visibility', '!=', 'direct')
    .where(`statuses.${owner}`, 'is not', null);
}
