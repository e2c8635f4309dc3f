import { fullTextOf } from './full-text';
import { indexAll } from './search-index';
import { inTransaction, type Store } from './store';

/** Makes the index anew from the posts that stand: after data were put back, or what counts as a word was changed. */
export async function rebuildIndex(store: Store): Promise<void> {
  await inTransaction(store, async (trx) => {
    await fullTextOf(trx).drop(trx);
    await trx.deleteFrom('search_texts').execute();
    await fullTextOf(trx).create(trx);
    await indexAll(trx);
  });
}
