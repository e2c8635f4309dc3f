import { hashOf } from '../auth/secrets';
import { type Account, accounts, toAccount } from './accounts';
import { findToken, type Token } from './applications';
import { ask } from './database/in-words';
import { gathered } from './gather';
import type { Store } from './store';

/** What a token stands for. */
export interface Bearer {
  readonly token: Token;
  /** Undefined: an app by itself. */
  readonly account: Account | undefined;
}

/** What a token stands for at this moment; undefined: nothing. */
export async function findBearer(store: Store, secret: string): Promise<Bearer | undefined> {
  const member = await memberByHash(store, hashOf(secret));
  if (member !== undefined) return member;
  const token = await findToken(store, secret);
  return token && { token, account: undefined };
}

const memberByHash = gathered(async (store, hashes: readonly string[]) => {
  const wanted = [...new Set(hashes)];
  const rows = await ask(store.db, 'bearers', [store.communityId, ...wanted], () =>
    accounts(store)
      .innerJoin('tokens', (join) =>
        join
          .onRef('tokens.community_id', '=', 'accounts.community_id')
          .onRef('tokens.account_id', '=', 'accounts.id'),
      )
      .select(['token_hash', 'client_id', 'scopes', 'tokens.created_at as given_at'])
      .where('tokens.token_hash', 'in', wanted),
  );
  const bearers = new Map(rows.map((row) => [row.token_hash, toBearer(row)]));
  return hashes.map((hash) => bearers.get(hash));
});

type BearerRow = Parameters<typeof toAccount>[0] &
  Omit<Token, 'community_id' | 'account_id' | 'created_at'> & { readonly given_at: string };

function toBearer({ token_hash, client_id, scopes, given_at, ...row }: BearerRow): Bearer {
  const { community_id, id: account_id } = row;
  const token = { community_id, token_hash, client_id, account_id, scopes, created_at: given_at };
  return { token, account: toAccount(row) };
}
