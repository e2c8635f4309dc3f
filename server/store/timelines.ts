import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Schema } from './schema';
import { type StatusRow, standing } from './statuses';
import type { Store } from './store';
import { readableBy } from './visibility';

export const DEFAULT_PAGE = 20;
export const LARGEST_PAGE = 40;

/** Mastodon's page parameters: older than `maxId`, newer than `sinceId`, or the nearest newer than `minId`. */
export interface Page {
  readonly limit: number;
  readonly maxId?: string | undefined;
  readonly sinceId?: string | undefined;
  readonly minId?: string | undefined;
}

/** Whose posts: a member's home, everybody's public posts, a place's, or one author's. */
export type Timeline =
  | { readonly kind: 'home'; readonly reader: string }
  | { readonly kind: 'public' }
  | { readonly kind: 'place'; readonly placeId: string; readonly reader: string }
  | {
      readonly kind: 'account';
      readonly accountId: string;
      readonly reader: string;
      readonly replies: boolean;
    };

/** One page, newest first. */
export async function readTimeline(store: Store, timeline: Timeline, page: Page): Promise<StatusRow[]> {
  const { limit, maxId, sinceId, minId } = page;
  let query = ofTimeline(store, timeline).selectAll('statuses');
  if (maxId !== undefined) query = query.where('statuses.id', '<', maxId);
  if (minId !== undefined) query = query.where('statuses.id', '>', minId);
  else if (sinceId !== undefined) query = query.where('statuses.id', '>', sinceId);
  const rows = await query
    .orderBy('statuses.id', minId === undefined ? 'desc' : 'asc')
    .limit(limit)
    .execute();
  return minId === undefined ? rows : rows.reverse();
}

function ofTimeline(store: Store, timeline: Timeline) {
  const query = standing(store);
  switch (timeline.kind) {
    case 'public':
      return query.where('statuses.visibility', '=', 'public').where('statuses.reblog_of_id', 'is', null);
    case 'home':
      return query.where(atHome(store, timeline.reader)).where(readableBy(store, timeline.reader));
    case 'place':
      return query
        .where('statuses.place_id', '=', timeline.placeId)
        .where(readableBy(store, timeline.reader));
    case 'account': {
      const posts = query
        .where('statuses.account_id', '=', timeline.accountId)
        .where(readableBy(store, timeline.reader));
      return timeline.replies ? posts : posts.where('statuses.in_reply_to_id', 'is', null);
    }
  }
}

/** Everything said to the community as a whole, one's places, the people and topics that one follows, and oneself. */
function atHome({ communityId }: Store, reader: string) {
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
