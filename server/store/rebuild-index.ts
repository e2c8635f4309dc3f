import type { Kysely } from 'kysely';
import { fullTextOf } from './full-text';
import type { Schema } from './schema';
import { indexAll } from './search-index';

/** Makes the index anew from the posts that stand: after data were put back, or what counts as a word was changed. */
export async function rebuildIndex(trx: Kysely<Schema>): Promise<void> {
  await fullTextOf(trx).drop(trx);
  await trx.deleteFrom('search_texts').execute();
  await fullTextOf(trx).create(trx);
  await indexAll(trx);
}
