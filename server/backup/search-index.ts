import type { Kysely } from 'kysely';
import type { Schema } from '../store/schema';
import type { Store } from '../store/store';

/** What a search looks in is made from the posts, and so no part of a backup: it is made anew after a restore. */
export async function rebuildSearchIndex(_trx: Kysely<Schema>, _store: Store): Promise<void> {
  // Nothing to make while there is no search.
}
