import { type Kysely, sql } from 'kysely';
import { fts5Substrings, fts5Terms } from '../../search/expressions';
import { isFoundBy } from '../../search/found-by';
import { byNewest, type Candidate } from '../../search/rank';
import type { Schema } from '../schema';
import { type Asked, type FullText, isAskedFor } from './full-text';

/**
 * A post that is indexed alone costs more than the post itself; a hundred at once cost a tenth each. Until then a
 * search reads those that wait.
 */
export const MOST_WAITING = 100;

/**
 * Without an index of its length, a beginning costs a list of all posts that hold it, however few are wanted. Terms are
 * separated by spaces and hold no other ASCII sign, so that `ascii` splits every script as we did.
 */
const TABLES = [
  sql`create virtual table search_index_terms using fts5(
    terms, content = '', contentless_delete = 1, detail = none, prefix = '2 3 4 5 6 7 8', tokenize = 'ascii')`,
  sql`create virtual table search_index_substrings using fts5(
    folded, content = '', contentless_delete = 1, tokenize = 'trigram')`,
  sql`create table search_index_waiting (
    community_id text not null, status_id text not null, primary key (community_id, status_id)) without rowid`,
];

const INDEXES = {
  terms: { table: 'search_index_terms', column: 'terms', expressionOf: fts5Terms },
  substrings: { table: 'search_index_substrings', column: 'folded', expressionOf: fts5Substrings },
} as const;

/** Rows are numbered by the post's id: it fits 63 bits, and newest first is then the order that an index reads in. */
export const ofSqlite: FullText = {
  create: async (db) => {
    for (const table of TABLES) await table.execute(db);
  },
  drop: async (db) => {
    for (const table of ['search_index_terms', 'search_index_substrings', 'search_index_waiting']) {
      await db.schema.dropTable(table).execute();
    }
  },
  written: async (trx, communityId, statusIds) => {
    const rows = statusIds.map((id) => sql`(${communityId}, ${id})`);
    const { rows: counted } = await sql<{ count: number }>`
      insert or ignore into search_index_waiting values ${sql.join(rows)}
      returning (select count(*) from search_index_waiting) as count`.execute(trx);
    if ((counted.at(-1)?.count ?? 0) >= MOST_WAITING) await indexWaiting(trx);
  },
  removed: async (trx, communityId, statusId) => {
    await sql`delete from search_index_waiting
      where community_id = ${communityId} and status_id = ${statusId}`.execute(trx);
    for (const { table } of Object.values(INDEXES)) {
      await sql`delete from ${sql.table(table)} where rowid = cast(${statusId} as integer)`.execute(trx);
    }
  },
  newest: async (db, asked) => {
    const found = [...(await indexed(db, asked)), ...(await waiting(db, asked))];
    return found.sort((a, b) => byNewest(a.id, b.id)).slice(0, asked.most);
  },
};

async function indexWaiting(trx: Kysely<Schema>): Promise<void> {
  for (const { table, column } of Object.values(INDEXES)) {
    await sql`insert or replace into ${sql.table(table)} (rowid, ${sql.ref(column)})
      select cast(status_id as integer), ${sql.ref(column)}
      from search_index_waiting join search_texts using (community_id, status_id)`.execute(trx);
  }
  await sql`delete from search_index_waiting`.execute(trx);
}

/** `cross join` keeps the order of the tables, so that reading stops at the last post wanted. */
async function indexed(db: Kysely<Schema>, asked: Asked): Promise<Candidate[]> {
  const { communityId, by, query, fits, among, most } = asked;
  const { table, expressionOf } = INDEXES[by];
  const expression = expressionOf(query);
  if (expression === null) return [];
  // The plus keeps it a filter: else the whole index would be asked again for every id of the selection.
  const selected = among.map(
    (selection) => sql`+found.rowid in (select cast(id as integer) from ${selection} as selected)`,
  );
  const isWaiting = sql`exists (select 1 from search_index_waiting as waiting
    where waiting.community_id = statuses.community_id and waiting.status_id = statuses.id)`;
  const { rows } = await sql<Candidate>`
    select statuses.id, search_texts.terms, search_texts.folded
    from ${sql.table(table)} as found
    cross join statuses on statuses.community_id = ${communityId} and statuses.id = cast(found.rowid as text)
    cross join search_texts
      on search_texts.community_id = statuses.community_id and search_texts.status_id = statuses.id
    where found.${sql.ref(table)} match ${expression}
      and ${sql.join([...selected, fits, sql`not ${isWaiting}`], sql` and `)}
    order by found.rowid desc limit ${most}`.execute(db);
  return rows;
}

async function waiting(db: Kysely<Schema>, asked: Asked): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select statuses.id, search_texts.terms, search_texts.folded
    from search_index_waiting as waiting
    cross join statuses on statuses.community_id = waiting.community_id and statuses.id = waiting.status_id
    cross join search_texts
      on search_texts.community_id = statuses.community_id and search_texts.status_id = statuses.id
    where waiting.community_id = ${asked.communityId} and ${isAskedFor(asked)}`.execute(db);
  return rows.filter((text) => isFoundBy(asked.by, asked.query, text));
}
