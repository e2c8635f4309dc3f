import type { Kysely, Migration } from 'kysely';
import { createIndex, createTable } from './tables';

/** Members, sign-in, apps, posts that are made once, thanks. */
export const first: Migration = {
  async up(db) {
    await createTable(db, 'communities', [], { name: 'text', created_at: 'text' });
    await createTable(db, 'accounts', ['id'], {
      id: 'text',
      handle: 'text',
      display_name: 'text',
      role: 'text',
      created_at: 'text',
    });
    await createIndex(db, 'accounts', ['handle'], { unique: true });
    await createTable(db, 'sign_ins', ['account_id'], { account_id: 'text', password_hash: 'text' });
    await createTable(db, 'sessions', ['secret_hash'], {
      secret_hash: 'text',
      account_id: 'text',
      csrf: 'text',
      expires_at: 'text',
    });
    await createTable(db, 'invitations', ['secret_hash'], {
      secret_hash: 'text',
      invited_by: 'text?',
      role: 'text',
      uses_left: 'integer',
      expires_at: 'text?',
    });
    await createOAuthTables(db);
    await createPostTables(db);
  },
};

async function createOAuthTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'applications', ['client_id'], {
    client_id: 'text',
    secret_hash: 'text',
    name: 'text',
    website: 'text?',
    redirect_uris: 'text',
    scopes: 'text',
    created_at: 'text',
  });
  await createTable(db, 'authorization_codes', ['code_hash'], {
    code_hash: 'text',
    client_id: 'text',
    account_id: 'text',
    redirect_uri: 'text',
    scopes: 'text',
    challenge: 'text?',
    expires_at: 'text',
  });
  await createTable(db, 'tokens', ['token_hash'], {
    token_hash: 'text',
    client_id: 'text',
    account_id: 'text?',
    scopes: 'text',
    created_at: 'text',
  });
}

async function createPostTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'statuses', ['id'], {
    id: 'text',
    account_id: 'text',
    text: 'text',
    text_hash: 'text',
    language: 'text?',
    visibility: 'text',
    in_reply_to_id: 'text?',
    sensitive: 'integer',
    spoiler_text: 'text',
    created_at: 'text',
    deleted_at: 'text?',
  });
  await createIndex(db, 'statuses', ['account_id', 'id']);
  await createIndex(db, 'statuses', ['in_reply_to_id', 'id']);
  await createIndex(db, 'statuses', ['account_id', 'text_hash', 'created_at']);
  await createTable(db, 'idempotency', ['account_id', 'key'], {
    account_id: 'text',
    key: 'text',
    status_id: 'text',
  });
  await createTable(db, 'favourites', ['status_id', 'account_id'], {
    status_id: 'text',
    account_id: 'text',
    created_at: 'text',
  });
}
