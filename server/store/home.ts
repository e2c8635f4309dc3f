import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Schema } from './schema';
import type { Store } from './store';

/** Everything said to the community as a whole, one's places, the people and topics that one follows, and oneself. */
export function atHome({ communityId }: Store, reader: string) {
  return (eb: ExpressionBuilder<Schema, 'statuses'>): Expression<SqlBool> => {
    const follows = eb
      .selectFrom('follows')
      .select('follows.target_id')
      .where('follows.community_id', '=', communityId)
      .where('follows.account_id', '=', reader)
      .where('follows.state', '=', 'accepted');
    const aloud = eb.and([
      eb('statuses.place_id', 'is', null),
      eb('statuses.reblog_of_id', 'is', null),
      eb('statuses.visibility', '=', 'public'),
    ]);
    return eb.or([
      aloud,
      eb('statuses.account_id', '=', reader),
      eb('statuses.place_id', 'in', follows),
      eb.and([eb('statuses.account_id', 'in', follows), eb('statuses.visibility', '!=', 'direct')]),
    ]);
  };
}
