import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { Query } from '../search/query';
import { type Candidate, rank } from '../search/rank';
import { accountByHandle } from './accounts';
import { fullTextOf } from './full-text';
import { type Asked, isAskedFor, type Selection } from './full-text/full-text';
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
  const asked = {
    query,
    communityId: store.communityId,
    fits: fitting(store, reader, page),
    among: selections(store, query, from, page.accountId),
    most: MOST_CANDIDATES,
  };
  if (query.words.length === 0) return asked.among.length === 0 ? [] : newest(store, asked, page);
  const ids = rank(query, await candidatesOf(store, asked)).slice(page.offset, page.offset + page.limit);
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

function fitting(store: Store, reader: string, { maxId, minId }: SearchPage): Expression<SqlBool> {
  const eb = expressionBuilder<Schema, 'statuses'>();
  return eb.and([
    eb('statuses.deleted_at', 'is', null),
    eb('statuses.reblog_of_id', 'is', null),
    readableBy(store, reader)(eb),
    ...(maxId === undefined ? [] : [eb('statuses.id', '<', maxId)]),
    ...(minId === undefined ? [] : [eb('statuses.id', '>', minId)]),
  ]);
}

/** The posts of an author, and those with a tag. */
function selections(
  { db, communityId }: Store,
  { tags }: Query,
  ...authors: readonly (string | undefined)[]
): Selection[] {
  const written = authors
    .flatMap((id) => id ?? [])
    .map((id) =>
      db
        .selectFrom('statuses')
        .select('id')
        .where('community_id', '=', communityId)
        .where('account_id', '=', id),
    );
  const tagged = tags.map((spellings) =>
    db
      .selectFrom('status_tags')
      .select('status_id as id')
      .where('community_id', '=', communityId)
      .where('tag', 'in', [...spellings]),
  );
  return [...written, ...tagged];
}

type AskedOfAny = Omit<Asked, 'by'>;

function newest(store: Store, asked: AskedOfAny, { limit, offset }: SearchPage): Promise<StatusRow[]> {
  return standing(store)
    .selectAll('statuses')
    .where(isAskedFor(asked))
    .orderBy('statuses.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
}

async function candidatesOf({ db }: Store, asked: AskedOfAny): Promise<Candidate[]> {
  const fullText = fullTextOf(db);
  const found = [
    ...(await fullText.newest(db, { ...asked, by: 'terms' })),
    ...(await fullText.newest(db, { ...asked, by: 'substrings' })),
  ];
  return [...new Map(found.map((candidate) => [candidate.id, candidate])).values()];
}
