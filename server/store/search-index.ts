import type { Kysely } from 'kysely';
import { searchText } from '../search/search-text';
import { rowsToInsertOr, type Write, write } from './database/at-once';
import { fullTextOf } from './full-text';
import type { Schema } from './schema';
import type { StatusRow } from './statuses';
import type { Store } from './store';

type Words = Pick<StatusRow, 'community_id' | 'id' | 'text' | 'spoiler_text' | 'language'>;

/**
 * Has a post found by what it says now, in the transaction that edits it. A boost has no words of its own: the post that
 * it shows is found.
 */
export async function indexStatus(trx: Kysely<Schema>, row: StatusRow): Promise<void> {
  if (row.reblog_of_id === null) await indexRows(trx, row.community_id, [row]);
}

/** Nothing finds the post any more. */
export async function unindexStatus(
  trx: Kysely<Schema>,
  { communityId }: Store,
  statusId: string,
): Promise<void> {
  await trx
    .deleteFrom('search_texts')
    .where('community_id', '=', communityId)
    .where('status_id', '=', statusId)
    .execute();
  await fullTextOf(trx).removed(trx, communityId, statusId);
}

const AT_A_TIME = 500;

/** Indexes every post that stands, of every community, into an index that is empty. */
export async function indexAll(trx: Kysely<Schema>): Promise<void> {
  for (
    let rows = await rowsAfter(trx, undefined);
    rows.length > 0;
    rows = await rowsAfter(trx, rows.at(-1))
  ) {
    for (const communityId of new Set(rows.map(({ community_id }) => community_id))) {
      const ofOne = rows.filter(({ community_id }) => community_id === communityId);
      await indexRows(trx, communityId, ofOne);
    }
  }
}

function rowsAfter(trx: Kysely<Schema>, last: Words | undefined): Promise<Words[]> {
  const { community_id, id } = last ?? { community_id: '', id: '' };
  return trx
    .selectFrom('statuses')
    .select(['community_id', 'id', 'text', 'spoiler_text', 'language'])
    .where('deleted_at', 'is', null)
    .where('reblog_of_id', 'is', null)
    .where(({ eb, refTuple, tuple }) => eb(refTuple('community_id', 'id'), '>', tuple(community_id, id)))
    .orderBy('community_id')
    .orderBy('id')
    .limit(AT_A_TIME)
    .execute();
}

async function indexRows(trx: Kysely<Schema>, communityId: string, rows: readonly Words[]): Promise<void> {
  await write(trx, textsToIndex(trx, rows));
  await textsWritten(trx, communityId, rows);
}

/** The words of posts, of which none is a boost; to be written, and `textsWritten` afterwards. */
export function textsToIndex(trx: Kysely<Schema>, rows: readonly Words[]): Write {
  const texts = rows.map(({ community_id, id, text, spoiler_text, language }) => ({
    community_id,
    status_id: id,
    ...searchText(spoiler_text === '' ? text : `${spoiler_text}\n${text}`, language),
  }));
  return rowsToInsertOr(trx, 'index texts', 'search_texts', texts, (insert) =>
    insert.onConflict((conflict) =>
      conflict.columns(['community_id', 'status_id']).doUpdateSet(({ ref }) => ({
        terms: ref('excluded.terms'),
        folded: ref('excluded.folded'),
      })),
    ),
  );
}

/** Has the database find what was written. */
export async function textsWritten(
  trx: Kysely<Schema>,
  communityId: string,
  rows: readonly Words[],
): Promise<void> {
  await fullTextOf(trx).written(
    trx,
    communityId,
    rows.map(({ id }) => id),
  );
}
