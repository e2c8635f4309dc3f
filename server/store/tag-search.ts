import { standing } from './statuses';
import type { Store } from './store';
import { readableBy } from './visibility';

/** Sorts behind every character that a tag may hold. */
const LAST_CHARACTER = '\u{10ffff}';

/** The tags that begin so, of posts that the reader may read: the tag itself first, then the shortest. */
export async function searchTags(
  store: Store,
  beginning: string,
  reader: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<string[]> {
  const { db, communityId } = store;
  const used = standing(store)
    .select('statuses.id')
    .innerJoin('status_tags', (join) =>
      join
        .onRef('status_tags.community_id', '=', 'statuses.community_id')
        .onRef('status_tags.status_id', '=', 'statuses.id'),
    )
    .whereRef('status_tags.tag', '=', 'begun.tag' as 'status_tags.tag')
    .where(readableBy(store, reader));
  const rows = await db
    .selectFrom(
      db
        .selectFrom('status_tags')
        .select('status_tags.tag')
        .distinct()
        .where('status_tags.community_id', '=', communityId)
        .where('status_tags.tag', '>=', beginning)
        .where('status_tags.tag', '<', `${beginning}${LAST_CHARACTER}`)
        .as('begun'),
    )
    .select('begun.tag')
    .where(({ exists }) => exists(used))
    .orderBy(({ fn }) => fn<number>('length', ['begun.tag']))
    .orderBy('begun.tag')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(({ tag }) => tag);
}
