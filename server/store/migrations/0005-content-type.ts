import type { Migration } from 'kysely';
import { addColumn } from './tables';

/** What a post is written in; every one from before is plain text. */
export const contentType: Migration = {
  async up(db) {
    await addColumn(db, 'statuses', 'content_type');
    await addColumn(db, 'status_edits', 'content_type');
  },
};
