import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { Schema } from './schema';
import { standing } from './statuses';
import type { Store } from './store';

/** Posts that stand and have a tag, to be read in the order of the tag's own index. */
export function withTag(store: Store, tag: string) {
  return standing(store)
    .innerJoin('status_tags', (join) =>
      join
        .onRef('status_tags.community_id', '=', 'statuses.community_id')
        .onRef('status_tags.status_id', '=', 'statuses.id'),
    )
    .where('status_tags.community_id', '=', store.communityId)
    .where('status_tags.tag', '=', tag);
}

/**
 * Whether a post has one of these tags. Counted, for PostgreSQL would make a join of `exists` and then sort all posts
 * with the tag, instead of reading the newest posts until a page is full.
 */
export function hasAnyTag({ communityId }: Store, tags: readonly string[]): Expression<SqlBool> {
  const eb = expressionBuilder<Schema, 'statuses'>();
  const found = eb
    .selectFrom('status_tags as other')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('other.community_id', '=', communityId)
    .whereRef('other.status_id', '=', 'statuses.id')
    .where('other.tag', 'in', [...tags]);
  return eb(found, '>', 0);
}
