import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { Query } from '../search/query';
import { type Candidate, rank } from '../search/rank';
import { accountByHandle } from './accounts';
import { fullTextOf } from './full-text';
import type { Schema } from './schema';
import { type StatusRow, standing } from './statuses';
import type { Store } from './store';
import { readableBy } from './visibility';

/** Which part of what was found: `offset` counts from the best. The filters narrow what is looked at. */
export interface SearchPage {
  readonly limit: number;
  readonly offset: number;
  readonly accountId?: string | undefined;
  readonly maxId?: string | undefined;
  readonly minId?: string | undefined;
}

/** Of each index the newest posts are ranked, so that a search costs the same in a large community. */
const MOST_CANDIDATES = 1_000;

/** The posts that this reader may read and that hold all of the query, best first; of filters alone, newest first. */
export async function searchStatuses(
  store: Store,
  query: Query,
  reader: string,
  page: SearchPage,
): Promise<StatusRow[]> {
  const from = await authorOf(store, query, reader);
  if (from === null) return [];
  const fits = fitting(store, query, reader, { ...page, from });
  if (query.words.length === 0) {
    const asked = query.tags.length > 0 || from !== undefined;
    return asked ? newest(store, fits, page) : [];
  }
  const ids = rank(query, await candidatesOf(store, query, fits)).slice(
    page.offset,
    page.offset + page.limit,
  );
  if (ids.length === 0) return [];
  const rows = await standing(store)
    .selectAll('statuses')
    .where('statuses.id', 'in', ids)
    .where(readableBy(store, reader))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Whose posts are meant: undefined where anybody's, null where nobody has that name. */
async function authorOf(store: Store, { from }: Query, reader: string): Promise<string | null | undefined> {
  if (from === null) return undefined;
  return from === 'me' ? reader : ((await accountByHandle(store, from.handle))?.id ?? null);
}

type Filters = Omit<SearchPage, 'limit' | 'offset'> & { readonly from: string | undefined };

function fitting(store: Store, { tags }: Query, reader: string, filters: Filters): Expression<SqlBool> {
  const eb = expressionBuilder<Schema, 'statuses'>();
  const { communityId } = store;
  const { from, accountId, maxId, minId } = filters;
  const authors = [from, accountId].flatMap((id) => id ?? []);
  return eb.and([
    eb('statuses.deleted_at', 'is', null),
    eb('statuses.reblog_of_id', 'is', null),
    readableBy(store, reader)(eb),
    ...authors.map((id) => eb('statuses.account_id', '=', id)),
    ...(maxId === undefined ? [] : [eb('statuses.id', '<', maxId)]),
    ...(minId === undefined ? [] : [eb('statuses.id', '>', minId)]),
    ...tags.map((spellings) =>
      eb.exists(
        eb
          .selectFrom('status_tags')
          .select('status_tags.tag')
          .where('status_tags.community_id', '=', communityId)
          .where('status_tags.tag', 'in', [...spellings])
          .whereRef('status_tags.status_id', '=', 'statuses.id'),
      ),
    ),
  ]);
}

function newest(
  store: Store,
  fits: Expression<SqlBool>,
  { limit, offset }: SearchPage,
): Promise<StatusRow[]> {
  return standing(store)
    .selectAll('statuses')
    .where(fits)
    .orderBy('statuses.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
}

async function candidatesOf(store: Store, query: Query, fits: Expression<SqlBool>): Promise<Candidate[]> {
  const { db, communityId } = store;
  const fullText = fullTextOf(db);
  const asked = { communityId, query, fits, most: MOST_CANDIDATES };
  const found = [
    ...(await fullText.newest(db, { ...asked, by: 'terms' })),
    ...(await fullText.newest(db, { ...asked, by: 'substrings' })),
  ];
  return [...new Map(found.map((candidate) => [candidate.id, candidate])).values()];
}
