/** Ids: decimal strings. Times: ISO 8601 UTC with milliseconds. Flags: 0 or 1. Lists and objects: JSON text. */
export interface Schema {
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
  };
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
  statuses: {
    community_id: string;
    id: string;
    account_id: string;
    text: string;
    text_hash: string;
    language: string | null;
    visibility: 'public' | 'unlisted' | 'private' | 'direct';
    in_reply_to_id: string | null;
    sensitive: number;
    spoiler_text: string;
    created_at: string;
    deleted_at: string | null;
  };
  /** Never deleted, also after its post was: a key stands for one post for ever. */
  idempotency: { community_id: string; account_id: string; key: string; status_id: string };
  favourites: { community_id: string; status_id: string; account_id: string; created_at: string };
}
