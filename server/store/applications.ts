import type { Selectable } from 'kysely';
import { hashOf } from '../auth/secrets';
import { gathered } from './gather';
import type { Schema } from './schema';
import { isoTime, type Store } from './store';

export type Application = Omit<Selectable<Schema['applications']>, 'redirect_uris'> & {
  readonly redirectUris: readonly string[];
};
export type AuthorizationCode = Selectable<Schema['authorization_codes']>;
export type Token = Selectable<Schema['tokens']>;

export async function addApplication(
  store: Store,
  application: {
    clientId: string;
    secret: string;
    name: string;
    website: string | null;
    redirectUris: readonly string[];
    scopes: string;
  },
): Promise<void> {
  await store.db
    .insertInto('applications')
    .values({
      community_id: store.communityId,
      client_id: application.clientId,
      secret_hash: hashOf(application.secret),
      name: application.name,
      website: application.website,
      redirect_uris: JSON.stringify(application.redirectUris),
      scopes: application.scopes,
      created_at: isoTime(store.clock()),
    })
    .execute();
}

export async function findApplication(store: Store, clientId: string): Promise<Application | undefined> {
  const row = await store.db
    .selectFrom('applications')
    .selectAll()
    .where('community_id', '=', store.communityId)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { redirect_uris, ...rest } = row;
  return { ...rest, redirectUris: JSON.parse(redirect_uris) as string[] };
}

export async function addCode(
  store: Store,
  code: string,
  row: Omit<AuthorizationCode, 'community_id' | 'code_hash'>,
): Promise<void> {
  await store.db
    .deleteFrom('authorization_codes')
    .where('community_id', '=', store.communityId)
    .where('expires_at', '<=', isoTime(store.clock()))
    .execute();
  await store.db
    .insertInto('authorization_codes')
    .values({ ...row, community_id: store.communityId, code_hash: hashOf(code) })
    .execute();
}

/** The code's row, once: whoever comes second gets nothing. */
export async function takeCode(store: Store, code: string): Promise<AuthorizationCode | undefined> {
  const row = await store.db
    .deleteFrom('authorization_codes')
    .where('community_id', '=', store.communityId)
    .where('code_hash', '=', hashOf(code))
    .returningAll()
    .executeTakeFirst();
  return row !== undefined && row.expires_at > isoTime(store.clock()) ? row : undefined;
}

export async function addToken(
  store: Store,
  token: string,
  row: { client_id: string; account_id: string | null; scopes: string },
): Promise<void> {
  await store.db
    .insertInto('tokens')
    .values({
      ...row,
      community_id: store.communityId,
      token_hash: hashOf(token),
      created_at: isoTime(store.clock()),
    })
    .execute();
}

export function findToken(store: Store, token: string): Promise<Token | undefined> {
  return tokenByHash(store, hashOf(token));
}

const tokenByHash = gathered(async (store, hashes: readonly string[]) => {
  const rows = await store.db
    .selectFrom('tokens')
    .selectAll()
    .where('community_id', '=', store.communityId)
    .where('token_hash', 'in', [...new Set(hashes)])
    .execute();
  const found = new Map(rows.map((row) => [row.token_hash, row]));
  return hashes.map((hash) => found.get(hash));
});

/** Which of these tokens, by their hashes, still stand. */
export async function standingTokens(store: Store, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await store.db
    .selectFrom('tokens')
    .select('token_hash')
    .where('community_id', '=', store.communityId)
    .where('token_hash', 'in', [...new Set(hashes)])
    .execute();
  return new Set(rows.map(({ token_hash }) => token_hash));
}

/** Ends a token of this application; another application's stays. */
export async function revokeToken(store: Store, token: string, clientId: string): Promise<void> {
  await store.db
    .deleteFrom('tokens')
    .where('community_id', '=', store.communityId)
    .where('token_hash', '=', hashOf(token))
    .where('client_id', '=', clientId)
    .execute();
}
