import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { likeSubstrings, tsqueryTerms } from '../../search/expressions';
import type { Index } from '../../search/found-by';
import type { Query } from '../../search/query';
import type { Schema } from '../schema';
import { type FullText, isAskedFor } from './full-text';

/** Exactly the terms that we wrote: PostgreSQL's own parser and dictionaries would find others than SQLite does. */
const TERMS = sql`array_to_tsvector(array_remove(string_to_array(translate(terms, chr(10), ' '), ' '), ''))`;

/** PostgreSQL keeps both indexes itself. */
export const ofPostgres: FullText = {
  create: async (db) => {
    await sql`create index search_texts_by_terms on search_texts using gin (${TERMS})`.execute(db);
    // Without trigrams the same posts are found, by reading all texts.
    if (await haveTrigrams(db)) {
      await sql`create index search_texts_by_folded on search_texts using gin (folded gin_trgm_ops)`.execute(
        db,
      );
    }
  },
  drop: async (db) => {
    await sql`drop index search_texts_by_terms`.execute(db);
    await sql`drop index if exists search_texts_by_folded`.execute(db);
  },
  written: () => Promise.resolve(),
  removed: () => Promise.resolve(),
  newest: async (db, asked) => {
    const found = CONDITIONS[asked.by](asked.query);
    if (found === null) return [];
    return db
      .selectFrom('search_texts')
      .innerJoin('statuses', (join) =>
        join
          .onRef('statuses.community_id', '=', 'search_texts.community_id')
          .onRef('statuses.id', '=', 'search_texts.status_id'),
      )
      .select(['statuses.id', 'search_texts.terms', 'search_texts.folded'])
      .where('search_texts.community_id', '=', asked.communityId)
      .where(found)
      .where(isAskedFor(asked))
      .orderBy('search_texts.status_id', 'desc')
      .limit(asked.most)
      .execute();
  },
};

const CONDITIONS: Readonly<Record<Index, (query: Query) => RawBuilder<SqlBool> | null>> = {
  terms: (query) => {
    const expression = tsqueryTerms(query);
    return expression === null ? null : sql<SqlBool>`${TERMS} @@ ${expression}::tsquery`;
  },
  substrings: (query) => {
    const patterns = likeSubstrings(query).map((pattern) => sql`folded like ${pattern}`);
    return patterns.length === 0 ? null : sql<SqlBool>`(${sql.join(patterns, sql` and `)})`;
  },
};

/** Whether there is an index of trigrams to use: it comes with PostgreSQL, but this user may have to ask for it. */
async function haveTrigrams(db: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql<{ there: boolean; possible: boolean }>`
    select exists (select from pg_extension where extname = 'pg_trgm') as there,
      exists (select from pg_available_extensions where name = 'pg_trgm')
        and has_database_privilege(current_database(), 'create') as possible`.execute(db);
  const { there = false, possible = false } = rows[0] ?? {};
  if (!there && possible) await sql`create extension if not exists pg_trgm`.execute(db);
  return there || possible;
}
