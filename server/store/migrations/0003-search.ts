import type { Migration } from 'kysely';
import { fullTextOf } from '../full-text';
import { indexAll } from '../search-index';
import { createTable } from './tables';

/** Full text: every post that stands is found from now on. */
export const search: Migration = {
  async up(db) {
    await createTable(db, 'search_texts', ['status_id'], {
      status_id: 'text',
      terms: 'text',
      folded: 'text',
    });
    await fullTextOf(db).create(db);
    await indexAll(db);
  },
};
