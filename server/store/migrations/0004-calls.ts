import type { Migration } from 'kysely';
import { createTable } from './tables';

/** Calls of the coordinator for practices on a theme. */
export const calls: Migration = {
  async up(db) {
    await createTable(db, 'calls', ['id'], {
      id: 'text',
      text: 'text',
      words: 'text',
      last_day: 'text',
      made_by: 'text',
      created_at: 'text',
    });
  },
};
