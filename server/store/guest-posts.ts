import { type StatusRow, standing } from './statuses';
import type { Store } from './store';

const MOST = 200;

/** The newest posts that may hold a practice and that everybody may read who is let in: nothing said to fewer people. */
export async function guestPosts(store: Store): Promise<StatusRow[]> {
  return standing(store)
    .selectAll('statuses')
    .where('statuses.visibility', '=', 'public')
    .where('statuses.in_reply_to_id', 'is', null)
    .where('statuses.reblog_of_id', 'is', null)
    .where('statuses.sensitive', '=', 0)
    .where('statuses.spoiler_text', '=', '')
    .where('statuses.text', 'like', '%Ref. DG-%')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('places')
            .select('places.account_id')
            .where('places.community_id', '=', store.communityId)
            .where('places.locked', '=', 1)
            .whereRef('places.account_id', '=', 'statuses.place_id'),
        ),
      ),
    )
    .orderBy('statuses.id', 'desc')
    .limit(MOST)
    .execute();
}
