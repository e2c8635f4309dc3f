import { atHome } from './home';
import { type StatusRow, standing } from './statuses';
import type { Store } from './store';
import { readableBy } from './visibility';

type Ids = readonly string[];

/** Those of these posts that come home to a reader. */
export async function postsAtHome(store: Store, ids: Ids, reader: string): Promise<StatusRow[]> {
  if (ids.length === 0) return [];
  return standing(store)
    .selectAll('statuses')
    .where('statuses.id', 'in', [...ids])
    .where(atHome(store, reader))
    .where(readableBy(store, reader))
    .execute();
}

/** Those of these posts that are said to everybody; boosts are none. */
export async function postsForAll(store: Store, ids: Ids): Promise<StatusRow[]> {
  if (ids.length === 0) return [];
  return standing(store)
    .selectAll('statuses')
    .where('statuses.id', 'in', [...ids])
    .where('statuses.visibility', '=', 'public')
    .where('statuses.reblog_of_id', 'is', null)
    .execute();
}

/**
 * Those of these deleted posts of which a reader may know; and whether they were said to everybody. Of what has no row
 * any more, which only boosts have not, everybody may know.
 */
export async function deletedPosts(store: Store, ids: Ids, reader: string): Promise<Map<string, boolean>> {
  if (ids.length === 0) return new Map();
  const rows = store.db
    .selectFrom('statuses')
    .select(['statuses.id', 'statuses.visibility'])
    .where('statuses.community_id', '=', store.communityId)
    .where('statuses.id', 'in', [...ids]);
  const present = new Set((await rows.execute()).map(({ id }) => id));
  const known = new Map(ids.filter((id) => !present.has(id)).map((id) => [id, false]));
  for (const { id, visibility } of await rows.where(readableBy(store, reader)).execute()) {
    known.set(id, visibility === 'public');
  }
  return known;
}

/** The tags of each of these posts, in lower case. */
export async function tagsOfPosts(store: Store, ids: Ids): Promise<Map<string, string[]>> {
  const tags = new Map<string, string[]>();
  if (ids.length === 0) return tags;
  const rows = await store.db
    .selectFrom('status_tags')
    .select(['status_id', 'tag'])
    .where('community_id', '=', store.communityId)
    .where('status_id', 'in', [...ids])
    .execute();
  for (const { status_id, tag } of rows) tags.set(status_id, [...(tags.get(status_id) ?? []), tag]);
  return tags;
}
