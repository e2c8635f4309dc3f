import type { Schema } from '../store/schema';

/** What passes within minutes, or is made from the rest: not in a backup, and emptied when one is put back. */
type LeftOutTable = 'events' | 'search_texts';
export type KeptTable = Exclude<keyof Schema, LeftOutTable>;

export const LEFT_OUT_TABLES: readonly LeftOutTable[] = ['events', 'search_texts'];

/** By table: what names a row in it, beside the community. The compiler asks for every table; a test for every key. */
export const KEPT_TABLES: { readonly [Table in KeptTable]: readonly (keyof Schema[Table])[] } = {
  communities: [],
  accounts: ['id'],
  sign_ins: ['account_id'],
  sessions: ['secret_hash'],
  invitations: ['secret_hash'],
  calls: ['id'],
  password_resets: ['secret_hash'],
  applications: ['client_id'],
  authorization_codes: ['code_hash'],
  tokens: ['token_hash'],
  places: ['account_id'],
  follows: ['account_id', 'target_id'],
  followed_tags: ['account_id', 'tag'],
  statuses: ['id'],
  idempotency: ['account_id', 'key'],
  equal_posts: ['account_id', 'content_hash'],
  status_edits: ['status_id', 'id'],
  mentions: ['status_id', 'account_id'],
  status_tags: ['tag', 'status_id'],
  favourites: ['status_id', 'account_id'],
  bookmarks: ['account_id', 'status_id'],
  notifications: ['account_id', 'id'],
  markers: ['account_id', 'timeline'],
  post_counts: ['account_id'],
  pictures: ['id'],
  picture_parts: ['picture_id', 'part'],
};

export const TABLE_NAMES = Object.keys(KEPT_TABLES) as readonly KeptTable[];
