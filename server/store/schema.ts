import type { PeopleTables, ReadingTables } from './schema-people';

/** Ids: decimal strings. Times: ISO 8601 UTC with milliseconds. Flags: 0 or 1. Lists and objects: JSON text. */
export interface Schema extends PostTables, PeopleTables, ReadingTables {
  communities: { community_id: string; name: string; created_at: string };
  accounts: {
    community_id: string;
    id: string;
    handle: string;
    display_name: string;
    role: 'coordinator' | 'member';
    created_at: string;
  };
  /** A password belongs to a sign-in, not to an account: what is shown to others never stands beside it. */
  sign_ins: { community_id: string; account_id: string; password_hash: string };
  sessions: {
    community_id: string;
    secret_hash: string;
    account_id: string;
    csrf: string;
    expires_at: string;
  };
  invitations: {
    community_id: string;
    secret_hash: string;
    invited_by: string | null;
    role: 'coordinator' | 'member';
    uses_left: number;
    expires_at: string | null;
    /** How it is named where it is listed: its secret is not kept. Null in one from before there were lists. */
    id: string | null;
    created_at: string | null;
    revoked_at: string | null;
    /** How often it could be used in all. */
    uses: number | null;
  };
  /** What the coordinator asks everybody to write about, for a while. */
  calls: {
    community_id: string;
    id: string;
    text: string;
    /** JSON list of tags, as `status_tags` has them. */
    words: string;
    /** YYYY-MM-DD: the last day on which it holds. */
    last_day: string;
    made_by: string;
    created_at: string;
  };
  password_resets: { community_id: string; secret_hash: string; account_id: string; expires_at: string };
  applications: {
    community_id: string;
    client_id: string;
    secret_hash: string;
    name: string;
    website: string | null;
    redirect_uris: string;
    scopes: string;
    created_at: string;
  };
  authorization_codes: {
    community_id: string;
    code_hash: string;
    client_id: string;
    account_id: string;
    redirect_uri: string;
    scopes: string;
    challenge: string | null;
    expires_at: string;
  };
  tokens: {
    community_id: string;
    token_hash: string;
    client_id: string;
    account_id: string | null;
    scopes: string;
    created_at: string;
  };
}

export interface PostTables {
  statuses: {
    community_id: string;
    id: string;
    account_id: string;
    text: string;
    language: string | null;
    /** `private` is for the place's members where the post is in a place, else for the author's followers. */
    visibility: 'public' | 'unlisted' | 'private' | 'direct';
    in_reply_to_id: string | null;
    /** The post with which its conversation began; null in that one itself. */
    thread_id: string | null;
    sensitive: number;
    spoiler_text: string;
    created_at: string;
    deleted_at: string | null;
    edited_at: string | null;
    place_id: string | null;
    /** A boost: a post of its own without words. */
    reblog_of_id: string | null;
    /** What the text is written in; null: plain text. */
    content_type: 'text/markdown' | null;
  };
  /** Never deleted, also after its post was: a key stands for one post for ever. */
  idempotency: { community_id: string; account_id: string; key: string; status_id: string };
  /** The newest post of an author with these words: some apps repeat a failed post without its key. */
  equal_posts: {
    community_id: string;
    account_id: string;
    content_hash: string;
    status_id: string;
    created_at: string;
  };
  /** How many posts stand of an author, or in a place, and when the newest was made; letters are not counted. */
  post_counts: { community_id: string; account_id: string; posts: number; last_post_at: string | null };
  /** What a post said before each edit, and now; none where it was never edited. */
  status_edits: {
    community_id: string;
    status_id: string;
    id: string;
    text: string;
    spoiler_text: string;
    sensitive: number;
    language: string | null;
    created_at: string;
    content_type: 'text/markdown' | null;
  };
  mentions: { community_id: string; status_id: string; account_id: string };
  /** Tags in lower case, without '#'. */
  status_tags: { community_id: string; tag: string; status_id: string };
  /** Under which words a post is found; none of a boost or of a post that was deleted. */
  search_texts: { community_id: string; status_id: string; terms: string; folded: string };
  favourites: {
    community_id: string;
    status_id: string;
    account_id: string;
    id: string | null;
    created_at: string;
  };
}
