import type { Selectable } from 'kysely';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { hashOf } from '../auth/secrets';
import { type Account, addAccount, type NewAccount, unlessTaken } from './accounts';
import type { Schema } from './schema';
import { inTransaction, isoTime, type Store } from './store';

export type Invitation = Selectable<Schema['invitations']>;
export type InvitationState = 'open' | 'used' | 'expired' | 'revoked';

/** Keeps an invitation. Its secret is kept as a hash only: nobody can show the link again. */
export async function addInvitation(
  store: Store,
  invitation: {
    secret: string;
    invitedBy: string | null;
    role: Invitation['role'];
    uses: number;
    /** Epoch ms; null: never. */
    expiresAt: number | null;
  },
): Promise<Invitation> {
  const row: Invitation = {
    community_id: store.communityId,
    secret_hash: hashOf(invitation.secret),
    invited_by: invitation.invitedBy,
    role: invitation.role,
    uses_left: invitation.uses,
    expires_at: invitation.expiresAt === null ? null : isoTime(invitation.expiresAt),
    id: store.newId(),
    created_at: isoTime(store.clock()),
    revoked_at: null,
    uses: invitation.uses,
  };
  await store.db.insertInto('invitations').values(row).execute();
  return row;
}

/** Takes back what invites to be the coordinator: only the newest such link may work. */
export async function withdrawCoordinatorInvitations(store: Store): Promise<void> {
  await store.db
    .deleteFrom('invitations')
    .where('community_id', '=', store.communityId)
    .where('role', '=', 'coordinator')
    .execute();
}

/** The invitation that a link names, in whatever state it is. */
export async function findInvitation(store: Store, secret: string): Promise<Invitation | undefined> {
  return invitations(store).where('secret_hash', '=', hashOf(secret)).executeTakeFirst();
}

/** How an invitation stands at a moment (epoch ms). */
export function stateOf({ revoked_at, uses_left, expires_at }: Invitation, now: number): InvitationState {
  if (revoked_at !== null) return 'revoked';
  if (uses_left <= 0) return 'used';
  return expires_at !== null && expires_at <= isoTime(now) ? 'expired' : 'open';
}

const MOST_LISTED = 100;

/** The members' links that somebody made, or with null those of everybody; newest first. */
export async function listInvitations(store: Store, madeBy: string | null): Promise<Invitation[]> {
  const all = invitations(store).where('role', '=', 'member').where('id', 'is not', null);
  const wanted = madeBy === null ? all : all.where('invited_by', '=', madeBy);
  return wanted.orderBy('id', 'desc').limit(MOST_LISTED).execute();
}

/** Ends a link of one's own, or with null anybody's; false where there is none. Repeating changes nothing. */
export async function revokeListed(store: Store, id: string, madeBy: string | null): Promise<boolean> {
  const known = invitations(store).where('role', '=', 'member').where('id', '=', id);
  const own = madeBy === null ? known : known.where('invited_by', '=', madeBy);
  if ((await own.executeTakeFirst()) === undefined) return false;
  await store.db
    .updateTable('invitations')
    .set({ revoked_at: isoTime(store.clock()) })
    .where('community_id', '=', store.communityId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
  return true;
}

/** Takes one use and makes the account, both or neither: as many join as the link has uses. */
export async function joinWith(
  store: Store,
  secret: string,
  account: Omit<NewAccount, 'role'>,
): Promise<Result<Account, 'closed' | 'handle-taken'>> {
  const joined = await unlessTaken(() =>
    inTransaction(store, async (trx): Promise<Result<Account, 'closed'>> => {
      const taken = await trx
        .updateTable('invitations')
        .set((eb) => ({ uses_left: eb('uses_left', '-', 1) }))
        .where('community_id', '=', store.communityId)
        .where('secret_hash', '=', hashOf(secret))
        .where('uses_left', '>', 0)
        .where('revoked_at', 'is', null)
        .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', isoTime(store.clock()))]))
        .returning('role')
        .executeTakeFirst();
      if (taken === undefined) return fail('closed');
      return succeed(await addAccount(trx, store, { ...account, role: taken.role }));
    }),
  );
  return joined.ok ? joined.value : joined;
}

function invitations(store: Store) {
  return store.db.selectFrom('invitations').selectAll().where('community_id', '=', store.communityId);
}
