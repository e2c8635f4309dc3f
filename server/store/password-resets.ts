import { hashOf } from '../auth/secrets';

import { type Account, accountById } from './accounts';
import { inTransaction, isoTime, type Store } from './store';

/** Lets a member choose a password once; an older link of the same member works no longer. */
export async function addPasswordReset(
  store: Store,
  reset: { readonly secret: string; readonly accountId: string; readonly expiresAt: number },
): Promise<void> {
  await inTransaction(store, async (trx) => {
    await trx
      .deleteFrom('password_resets')
      .where('community_id', '=', store.communityId)
      .where((eb) =>
        eb.or([eb('account_id', '=', reset.accountId), eb('expires_at', '<=', isoTime(store.clock()))]),
      )
      .execute();
    await trx
      .insertInto('password_resets')
      .values({
        community_id: store.communityId,
        secret_hash: hashOf(reset.secret),
        account_id: reset.accountId,
        expires_at: isoTime(reset.expiresAt),
      })
      .execute();
  });
}

/** Whose password a link may set, while it works. */
export async function accountOfReset(store: Store, secret: string): Promise<Account | undefined> {
  const reset = await store.db
    .selectFrom('password_resets')
    .select('account_id')
    .where('community_id', '=', store.communityId)
    .where('secret_hash', '=', hashOf(secret))
    .where('expires_at', '>', isoTime(store.clock()))
    .executeTakeFirst();
  return reset === undefined ? undefined : accountById(store, reset.account_id);
}

/** Spends the link, sets the password and ends every session; false where the link was spent or expired meanwhile. */
export async function usePasswordReset(
  store: Store,
  secret: string,
  accountId: string,
  passwordHash: string,
): Promise<boolean> {
  return inTransaction(store, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('password_resets')
      .where('community_id', '=', store.communityId)
      .where('secret_hash', '=', hashOf(secret))
      .where('account_id', '=', accountId)
      .where('expires_at', '>', isoTime(store.clock()))
      .executeTakeFirst();
    if (numDeletedRows !== 1n) return false;
    await trx
      .insertInto('sign_ins')
      .values({ community_id: store.communityId, account_id: accountId, password_hash: passwordHash })
      .onConflict((conflict) =>
        conflict.columns(['community_id', 'account_id']).doUpdateSet({ password_hash: passwordHash }),
      )
      .execute();
    await trx
      .deleteFrom('sessions')
      .where('community_id', '=', store.communityId)
      .where('account_id', '=', accountId)
      .execute();
    return true;
  });
}
