import {
  type Expression,
  type ExpressionBuilder,
  expressionBuilder,
  type Kysely,
  type SqlBool,
} from 'kysely';
import { MINUTE_MS } from '@/utils/kernel/clock';
import type { Schema } from './schema';
import { idAt } from './status-id';
import { inTransaction, type Store } from './store';

/** Whose a post is: its author's, and its place's. Places write nothing, and nobody posts in a person. */
type Owner = 'account_id' | 'place_id';

interface PostCount {
  readonly count: number;
  /** ISO time of the newest; null where there is none. */
  readonly last: string | null;
}

const MOST_UNCOUNTED = 200;

/**
 * How many posts each of these people wrote, or stand in each of these places, without boosts and without what was said to a few. Kept up to some id and
 * counted from there, so that a page of a large community takes no longer; posting writes nothing for it, so that two
 * posts of one author never wait for each other.
 */
export async function countPosts(store: Store, ids: readonly string[]): Promise<Map<string, PostCount>> {
  if (ids.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('accounts')
    .leftJoin('post_counts', (join) =>
      join
        .onRef('post_counts.community_id', '=', 'accounts.community_id')
        .onRef('post_counts.account_id', '=', 'accounts.id'),
    )
    .select((eb) => {
      const id = eb.ref('accounts.id');
      const counted = eb.fn.coalesce('post_counts.counted_to', eb.val(''));
      const newerOf = (owner: Owner) =>
        postsOf(store, owner, id)
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('statuses.id', '>', counted);
      const lastOf = (owner: Owner) =>
        postsOf(store, owner, id).select('statuses.created_at').orderBy('statuses.id', 'desc').limit(1);
      return [
        'accounts.id',
        'post_counts.posts',
        newerOf('account_id').as('written'),
        newerOf('place_id').as('inside'),
        eb.fn.coalesce(lastOf('account_id'), lastOf('place_id')).as('last'),
      ];
    })
    .where('accounts.community_id', '=', store.communityId)
    .where('accounts.id', 'in', ids)
    .execute();
  const counts = rows.map(({ id, posts, written, inside, last }) => {
    const newer = Number(written) + Number(inside);
    return { id, newer, count: (posts ?? 0) + newer, last };
  });
  for (const { id, newer } of counts) if (newer > MOST_UNCOUNTED) await countAgain(store, id);
  return new Map(counts.map(({ id, count, last }) => [id, { count, last }]));
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
async function countAgain(store: Store, id: string): Promise<void> {
  const counted_to = idAt(store.clock() - MINUTE_MS);
  await inTransaction(store, async (trx) => {
    await holdCount(trx, store, id);
    let posts = 0;
    for (const owner of ['account_id', 'place_id'] as const) {
      const { count } = await trx
        .selectFrom('statuses')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where(isCounted(store))
        .where(`statuses.${owner}`, '=', id)
        .where('statuses.id', '<=', counted_to)
        .executeTakeFirstOrThrow();
      posts += Number(count);
    }
    await trx
      .updateTable('post_counts')
      .set({ posts, counted_to })
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

function postsOf(store: Store, owner: Owner, id: Expression<string>) {
  return expressionBuilder<Schema, never>()
    .selectFrom('statuses')
    .where(isCounted(store))
    .where(`statuses.${owner}`, '=', id);
}

function isCounted({ communityId }: Store) {
  return (eb: ExpressionBuilder<Schema, 'statuses'>): Expression<SqlBool> =>
    eb.and([
      eb('statuses.community_id', '=', communityId),
      eb('statuses.deleted_at', 'is', null),
      eb('statuses.reblog_of_id', 'is', null),
      eb('statuses.visibility', '!=', 'direct'),
    ]);
}
