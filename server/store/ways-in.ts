import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { hashOf } from '../auth/secrets';
import type { Invitation } from './invitations';
import type { Schema } from './schema';
import { inTransaction, isoTime, type Store } from './store';

/** What can no longer be used to come in. */
export interface ClosedWays {
  readonly sessions: number;
  readonly apps: number;
  readonly invitations: number;
}

/** Takes password, sessions, apps and open invitations away from an account; the account and its posts stay. */
export async function closeWaysIn(store: Store, accountId: string): Promise<ClosedWays> {
  return inTransaction(store, async (trx) => {
    const forget = async (
      table: 'sign_ins' | 'sessions' | 'tokens' | 'authorization_codes' | 'password_resets',
    ): Promise<number> => {
      const { numDeletedRows } = await trx
        .deleteFrom(table)
        .where('community_id', '=', store.communityId)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return Number(numDeletedRows);
    };
    for (const table of ['sign_ins', 'authorization_codes', 'password_resets'] as const) await forget(table);
    const { numUpdatedRows } = await trx
      .updateTable('invitations')
      .set({ revoked_at: isoTime(store.clock()) })
      .where('invited_by', '=', accountId)
      .where(isOpen(store))
      .executeTakeFirst();
    const [sessions, apps] = [await forget('sessions'), await forget('tokens')];
    return { sessions, apps, invitations: Number(numUpdatedRows) };
  });
}

export type OpenInvitation = Invitation & { readonly id: string; readonly inviter: string | null };

/** Invitations that somebody can still use, oldest first, and the handle of whoever made them. */
export async function openInvitations(store: Store): Promise<OpenInvitation[]> {
  const rows = await store.db
    .selectFrom('invitations')
    .leftJoin('accounts', (join) =>
      join
        .onRef('accounts.community_id', '=', 'invitations.community_id')
        .onRef('accounts.id', '=', 'invitations.invited_by'),
    )
    .selectAll('invitations')
    .select('accounts.handle as inviter')
    .where(isOpen(store))
    .orderBy('invitations.id')
    .execute();
  // One from before invitations had ids is named by the beginning of what is kept of its secret.
  return rows.map((row) => ({ ...row, id: row.id ?? row.secret_hash.slice(0, ID_FROM_HASH) }));
}

const ID_FROM_HASH = 18;

/** False where no open invitation is listed under this id, or is what this secret opens. */
export async function revokeInvitation(store: Store, idOrSecret: string): Promise<boolean> {
  const hash = hashOf(idOrSecret);
  const named = (await openInvitations(store)).find(
    ({ id, secret_hash }) => id === idOrSecret || secret_hash === hash,
  );
  if (named === undefined) return false;
  const { numUpdatedRows } = await store.db
    .updateTable('invitations')
    .set({ revoked_at: isoTime(store.clock()) })
    .where('secret_hash', '=', named.secret_hash)
    .where(isOpen(store))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function isOpen(store: Store) {
  return (eb: ExpressionBuilder<Pick<Schema, 'invitations'>, 'invitations'>): Expression<SqlBool> =>
    eb.and([
      eb('invitations.community_id', '=', store.communityId),
      eb('invitations.uses_left', '>', 0),
      eb('invitations.revoked_at', 'is', null),
      eb.or([
        eb('invitations.expires_at', 'is', null),
        eb('invitations.expires_at', '>', isoTime(store.clock())),
      ]),
    ]);
}
