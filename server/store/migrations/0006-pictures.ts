import type { Migration } from 'kysely';
import { addColumn, createIndex, createTable } from './tables';

/** Pictures, their bytes in parts, and which post shows which. */
export const pictures: Migration = {
  async up(db) {
    await createTable(db, 'pictures', ['id'], {
      id: 'text',
      account_id: 'text',
      status_id: 'text?',
      secret: 'text',
      type: 'text',
      width: 'integer',
      height: 'integer',
      description: 'text',
      created_at: 'text',
    });
    await createIndex(db, 'pictures', ['status_id']);
    await createTable(db, 'picture_parts', ['picture_id', 'part'], {
      picture_id: 'text',
      part: 'integer',
      base64: 'text',
    });
    await addColumn(db, 'statuses', 'picture_ids');
    await addColumn(db, 'status_edits', 'picture_ids');
  },
};
