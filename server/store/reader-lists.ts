import { type Page, readPage } from './paging';
import { type StatusRow, standing } from './statuses';
import type { Store } from './store';
import { readableBy } from './visibility';

/** A row of a list that is paged by when something was done, not by when the post was made. */
type Marked<Row> = Row & { readonly cursor: string | null };

/** What a reader thanked for, or kept: the last first, as far as they may still read it. */
export async function markedStatuses(
  store: Store,
  table: 'favourites' | 'bookmarks',
  reader: string,
  page: Page,
): Promise<Marked<StatusRow>[]> {
  const marks = store.db
    .selectFrom(table)
    .select(['status_id', 'id'])
    .where('community_id', '=', store.communityId)
    .where('account_id', '=', reader);
  const list = standing(store)
    .innerJoin(marks.as('mark'), 'mark.status_id', 'statuses.id')
    .where(readableBy(store, reader))
    .selectAll('statuses')
    .select('mark.id as cursor');
  return readPage(list, 'mark.id', page);
}

/** Who thanked for a post, the last first. */
export async function favouritedBy(
  store: Store,
  statusId: string,
  page: Page,
): Promise<Marked<{ account_id: string }>[]> {
  const query = store.db
    .selectFrom('favourites')
    .select(['account_id', 'id as cursor'])
    .where('community_id', '=', store.communityId)
    .where('status_id', '=', statusId);
  return readPage(query, 'favourites.id', page);
}

/** Who passed a post on, the last first, as far as the reader may know. */
export async function boostedBy(
  store: Store,
  statusId: string,
  reader: string,
  page: Page,
): Promise<Marked<{ account_id: string }>[]> {
  const query = standing(store)
    .select(['statuses.account_id', 'statuses.id as cursor'])
    .where('statuses.reblog_of_id', '=', statusId)
    .where(readableBy(store, reader));
  return readPage(query, 'statuses.id', page);
}
