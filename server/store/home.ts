import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Schema } from './schema';
import type { Store } from './store';

type Statuses = ExpressionBuilder<Schema, 'statuses'>;

/**
 * What comes home, of what one may read: everything said to the community as a whole, one's places, the people and
 * topics that one follows, and oneself.
 */
export function atHome({ communityId }: Store, reader: string) {
  return (eb: Statuses): Expression<SqlBool> => {
    const followed = follows(eb, communityId, reader);
    const aloud = eb.and([
      eb('statuses.place_id', 'is', null),
      eb('statuses.reblog_of_id', 'is', null),
      eb('statuses.visibility', '=', 'public'),
    ]);
    const byFollowed = eb.and([
      eb('statuses.account_id', 'in', followed),
      eb('statuses.visibility', '!=', 'direct'),
      eb.or([
        eb('statuses.reblog_of_id', 'is', null),
        eb('statuses.account_id', 'in', followed.where('follows.reblogs', '=', 1)),
      ]),
    ]);
    return eb.or([
      aloud,
      eb('statuses.account_id', '=', reader),
      eb('statuses.place_id', 'in', followed),
      byFollowed,
      eb.and([eb('statuses.visibility', '=', 'public'), hasFollowedTag(eb, communityId, reader)]),
    ]);
  };
}

function follows(eb: Statuses, communityId: string, reader: string) {
  return eb
    .selectFrom('follows')
    .select('follows.target_id')
    .where('follows.community_id', '=', communityId)
    .where('follows.account_id', '=', reader)
    .where('follows.state', '=', 'accepted');
}

function hasFollowedTag(eb: Statuses, communityId: string, reader: string): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom('status_tags')
      .innerJoin('followed_tags', (join) =>
        join
          .onRef('followed_tags.community_id', '=', 'status_tags.community_id')
          .onRef('followed_tags.tag', '=', 'status_tags.tag'),
      )
      .select('status_tags.tag')
      .where('status_tags.community_id', '=', communityId)
      .whereRef('status_tags.status_id', '=', 'statuses.id')
      .where('followed_tags.account_id', '=', reader),
  );
}
