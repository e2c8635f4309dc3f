import type { StatusRow } from './statuses';
import type { Store } from './store';

export const DEFAULT_PAGE = 20;
export const LARGEST_PAGE = 40;

/** Mastodon's page parameters: older than `maxId`, newer than `sinceId`, or the nearest newer than `minId`. */
export interface Page {
  readonly limit: number;
  readonly maxId?: string | undefined;
  readonly sinceId?: string | undefined;
  readonly minId?: string | undefined;
}

/** Whose posts: a member's home, everybody's public posts, or one author's. */
export type Timeline =
  | { readonly kind: 'home'; readonly reader: string }
  | { readonly kind: 'public' }
  | {
      readonly kind: 'account';
      readonly accountId: string;
      readonly reader: string;
      readonly replies: boolean;
    };

/** One page, newest first. */
export async function readTimeline(store: Store, timeline: Timeline, page: Page): Promise<StatusRow[]> {
  const { limit, maxId, sinceId, minId } = page;
  let query = store.db
    .selectFrom('statuses')
    .selectAll()
    .where('community_id', '=', store.communityId)
    .where('deleted_at', 'is', null);
  if (timeline.kind === 'public') query = query.where('visibility', '=', 'public');
  if (timeline.kind === 'home') {
    const { reader } = timeline;
    query = query.where((eb) => eb.or([eb('visibility', '=', 'public'), eb('account_id', '=', reader)]));
  }
  if (timeline.kind === 'account') {
    query = query.where('account_id', '=', timeline.accountId);
    if (timeline.reader !== timeline.accountId)
      query = query.where('visibility', 'in', ['public', 'unlisted']);
    if (!timeline.replies) query = query.where('in_reply_to_id', 'is', null);
  }
  if (maxId !== undefined) query = query.where('id', '<', maxId);
  if (minId !== undefined) query = query.where('id', '>', minId);
  else if (sinceId !== undefined) query = query.where('id', '>', sinceId);
  const rows = await query
    .orderBy('id', minId === undefined ? 'desc' : 'asc')
    .limit(limit)
    .execute();
  return minId === undefined ? rows : rows.reverse();
}
