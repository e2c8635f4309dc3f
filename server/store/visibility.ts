import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Schema } from './schema';
import type { Store } from './store';

/**
 * Which posts somebody may read: their own; those for everybody; those for a place's members or an author's followers,
 * if they are one; those that mention them. For every query that shows posts: hidden and unknown posts look the same.
 */
export function readableBy({ communityId }: Store, reader: string) {
  return (eb: ExpressionBuilder<Schema, 'statuses'>): Expression<SqlBool> =>
    eb.or([
      eb('statuses.visibility', 'in', ['public', 'unlisted']),
      eb('statuses.account_id', '=', reader),
      eb.and([
        eb('statuses.visibility', '=', 'private'),
        eb.exists(
          eb
            .selectFrom('follows')
            .select('follows.id')
            .where('follows.community_id', '=', communityId)
            .where('follows.account_id', '=', reader)
            .where('follows.state', '=', 'accepted')
            .whereRef('follows.target_id', '=', eb.fn.coalesce('statuses.place_id', 'statuses.account_id')),
        ),
      ]),
      eb.exists(
        eb
          .selectFrom('mentions')
          .select('mentions.status_id')
          .where('mentions.community_id', '=', communityId)
          .where('mentions.account_id', '=', reader)
          .whereRef('mentions.status_id', '=', 'statuses.id'),
      ),
    ]);
}
