import type { Kysely, Migration } from 'kysely';
import {
  countPosts,
  numberFavourites,
  tieThreads,
  type WithFavourites,
  type WithPosts,
} from './0002-older-rows';
import { addColumn, createIndex, createTable } from './tables';

/** Places, follows, boosts, bookmarks, edits, notifications, and what other nodes must hear of. */
export const ground: Migration = {
  async up(db) {
    await extendPosts(db);
    await createTable(db, 'post_counts', ['account_id'], {
      account_id: 'text',
      posts: 'integer',
      last_post_at: 'text?',
    });
    await countPosts(db as Kysely<WithPosts>);
    await tieThreads(db as Kysely<WithPosts>);
    await createPeopleTables(db);
    await createReadingTables(db);
    await createEntranceTables(db);
    await createIndex(db, 'favourites', ['account_id', 'id']);
  },
};

async function extendPosts(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('statuses_by_account_id_text_hash_created_at').execute();
  await db.schema.alterTable('statuses').dropColumn('text_hash').execute();
  for (const column of ['edited_at', 'place_id', 'reblog_of_id', 'thread_id'])
    await addColumn(db, 'statuses', column);
  await createIndex(db, 'statuses', ['place_id', 'id'], { where: 'place_id' });
  await createIndex(db, 'statuses', ['account_id', 'reblog_of_id'], { unique: true, where: 'reblog_of_id' });
  await createIndex(db, 'statuses', ['reblog_of_id'], { where: 'reblog_of_id' });
  await createIndex(db, 'statuses', ['thread_id', 'id'], { where: 'thread_id' });
  await createTable(db, 'equal_posts', ['account_id', 'content_hash'], {
    account_id: 'text',
    content_hash: 'text',
    status_id: 'text',
    created_at: 'text',
  });
  await createTable(db, 'status_edits', ['status_id', 'id'], {
    status_id: 'text',
    id: 'text',
    text: 'text',
    spoiler_text: 'text',
    sensitive: 'integer',
    language: 'text?',
    created_at: 'text',
  });
  await createTable(db, 'mentions', ['status_id', 'account_id'], { status_id: 'text', account_id: 'text' });
  await createIndex(db, 'mentions', ['account_id', 'status_id']);
  await createTable(db, 'status_tags', ['tag', 'status_id'], { tag: 'text', status_id: 'text' });
  await createIndex(db, 'status_tags', ['status_id']);
}

async function createPeopleTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'places', ['account_id'], {
    account_id: 'text',
    about: 'text',
    locked: 'integer',
    created_by: 'text?',
    created_at: 'text',
  });
  await createTable(db, 'follows', ['account_id', 'target_id'], {
    account_id: 'text',
    target_id: 'text',
    id: 'text',
    state: 'text',
    reblogs: 'integer',
    notify: 'integer',
    created_at: 'text',
  });
  await createIndex(db, 'follows', ['account_id', 'id']);
  await createIndex(db, 'follows', ['target_id', 'id']);
  await createTable(db, 'followed_tags', ['account_id', 'tag'], {
    account_id: 'text',
    tag: 'text',
    id: 'text',
    created_at: 'text',
  });
  await createIndex(db, 'followed_tags', ['account_id', 'id']);
}

async function createReadingTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'bookmarks', ['account_id', 'status_id'], {
    account_id: 'text',
    status_id: 'text',
    id: 'text',
    created_at: 'text',
  });
  await createIndex(db, 'bookmarks', ['account_id', 'id']);
  await createIndex(db, 'bookmarks', ['status_id']);
  await addColumn(db, 'favourites', 'id');
  await numberFavourites(db as Kysely<WithFavourites>);
  await createTable(db, 'notifications', ['account_id', 'id'], {
    account_id: 'text',
    id: 'text',
    type: 'text',
    from_account_id: 'text',
    status_id: 'text?',
    place_id: 'text?',
    created_at: 'text',
  });
  await createIndex(db, 'notifications', ['status_id'], { where: 'status_id' });
  await createIndex(db, 'notifications', ['place_id'], { where: 'place_id' });
  await createTable(db, 'markers', ['account_id', 'timeline'], {
    account_id: 'text',
    timeline: 'text',
    last_read_id: 'text',
    version: 'integer',
    updated_at: 'text',
  });
  await createTable(db, 'events', ['id'], {
    id: 'text',
    kind: 'text',
    account_id: 'text?',
    status_id: 'text?',
    notification_id: 'text?',
    created_at: 'text',
  });
}

async function createEntranceTables(db: Kysely<unknown>): Promise<void> {
  for (const column of ['id', 'created_at', 'revoked_at']) await addColumn(db, 'invitations', column);
  await addColumn(db, 'invitations', 'uses', 'integer?');
  await createIndex(db, 'invitations', ['invited_by', 'id']);
  await createTable(db, 'password_resets', ['secret_hash'], {
    secret_hash: 'text',
    account_id: 'text',
    expires_at: 'text',
  });
}
