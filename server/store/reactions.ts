import { favouritesOf } from './favourites';
import { standing } from './statuses';
import type { Store } from './store';
import { readableBy } from './visibility';

/** What became of a post, as one reader sees it. */
export interface Reactions {
  readonly favourites: number;
  readonly favourited: boolean;
  readonly boosts: number;
  readonly boosted: boolean;
  readonly replies: number;
  readonly bookmarked: boolean;
}

export const NO_REACTIONS: Reactions = {
  favourites: 0,
  favourited: false,
  boosts: 0,
  boosted: false,
  replies: 0,
  bookmarked: false,
};

/** What became of each of these posts, in as many queries for forty posts as for one. */
export async function reactionsOf(
  store: Store,
  ids: readonly string[],
  reader: string,
): Promise<(id: string) => Reactions> {
  const [favourites, boosts, replies, bookmarked] = await Promise.all([
    favouritesOf(store, ids, reader),
    boostsOf(store, ids, reader),
    repliesOf(store, ids, reader),
    bookmarkedBy(store, ids, reader),
  ]);
  return (id) => ({
    favourites: favourites.get(id)?.count ?? 0,
    favourited: favourites.get(id)?.mine ?? false,
    boosts: boosts.get(id)?.count ?? 0,
    boosted: boosts.get(id)?.mine ?? false,
    replies: replies.get(id) ?? 0,
    bookmarked: bookmarked.has(id),
  });
}

async function boostsOf(store: Store, ids: readonly string[], reader: string) {
  if (ids.length === 0) return new Map<string, { count: number; mine: boolean }>();
  const rows = await standing(store)
    .select(({ eb, fn }) => [
      'statuses.reblog_of_id',
      fn.countAll().as('count'),
      fn
        .sum(eb.case().when('statuses.account_id', '=', reader).then(eb.lit(1)).else(eb.lit(0)).end())
        .as('mine'),
    ])
    .where('statuses.reblog_of_id', 'in', [...ids])
    .groupBy('statuses.reblog_of_id')
    .execute();
  return new Map(
    rows.map(({ reblog_of_id, count, mine }) => [
      reblog_of_id ?? '',
      { count: Number(count), mine: Number(mine) > 0 },
    ]),
  );
}

/** Only replies that the reader may see: another number would tell of those that are hidden. */
async function repliesOf(store: Store, ids: readonly string[], reader: string): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await standing(store)
    .select(({ fn }) => ['statuses.in_reply_to_id', fn.countAll().as('count')])
    .where('statuses.in_reply_to_id', 'in', [...ids])
    .where(readableBy(store, reader))
    .groupBy('statuses.in_reply_to_id')
    .execute();
  return new Map(rows.map(({ in_reply_to_id, count }) => [in_reply_to_id ?? '', Number(count)]));
}

async function bookmarkedBy(store: Store, ids: readonly string[], reader: string): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await store.db
    .selectFrom('bookmarks')
    .select('status_id')
    .where('community_id', '=', store.communityId)
    .where('account_id', '=', reader)
    .where('status_id', 'in', [...ids])
    .execute();
  return new Set(rows.map(({ status_id }) => status_id));
}
