import type { Selectable } from 'kysely';
import { hashOf } from '../auth/secrets';
import type { Schema } from './schema';
import { isoTime, type Store } from './store';

export type Session = Selectable<Schema['sessions']>;
export type Invitation = Selectable<Schema['invitations']>;

export async function startSession(
  store: Store,
  session: { secret: string; csrf: string; accountId: string; lastsMs: number },
): Promise<void> {
  await store.db
    .deleteFrom('sessions')
    .where('community_id', '=', store.communityId)
    .where('expires_at', '<=', isoTime(store.clock()))
    .execute();
  await store.db
    .insertInto('sessions')
    .values({
      community_id: store.communityId,
      secret_hash: hashOf(session.secret),
      account_id: session.accountId,
      csrf: session.csrf,
      expires_at: isoTime(store.clock() + session.lastsMs),
    })
    .execute();
}

/** The session that a cookie names, while it lasts. */
export async function findSession(store: Store, secret: string): Promise<Session | undefined> {
  return store.db
    .selectFrom('sessions')
    .selectAll()
    .where('community_id', '=', store.communityId)
    .where('secret_hash', '=', hashOf(secret))
    .where('expires_at', '>', isoTime(store.clock()))
    .executeTakeFirst();
}

export async function endSession(store: Store, secret: string): Promise<void> {
  await store.db
    .deleteFrom('sessions')
    .where('community_id', '=', store.communityId)
    .where('secret_hash', '=', hashOf(secret))
    .execute();
}

export async function addInvitation(
  store: Store,
  invitation: {
    secret: string;
    invitedBy: string | null;
    role: Invitation['role'];
    uses: number;
    expiresAt: number | null;
  },
): Promise<{ readonly id: string }> {
  const id = store.newId();
  await store.db
    .insertInto('invitations')
    .values({
      community_id: store.communityId,
      secret_hash: hashOf(invitation.secret),
      invited_by: invitation.invitedBy,
      role: invitation.role,
      uses: invitation.uses,
      uses_left: invitation.uses,
      expires_at: invitation.expiresAt === null ? null : isoTime(invitation.expiresAt),
      id,
      created_at: isoTime(store.clock()),
    })
    .execute();
  return { id };
}

/** Takes back what invites to be the coordinator: only the newest such link may work. */
export async function withdrawCoordinatorInvitations(store: Store): Promise<void> {
  await store.db
    .deleteFrom('invitations')
    .where('community_id', '=', store.communityId)
    .where('role', '=', 'coordinator')
    .execute();
}

/** An invitation that may still be used. */
export async function findInvitation(store: Store, secret: string): Promise<Invitation | undefined> {
  const invitation = await store.db
    .selectFrom('invitations')
    .selectAll()
    .where('community_id', '=', store.communityId)
    .where('secret_hash', '=', hashOf(secret))
    .where('uses_left', '>', 0)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  const expired = invitation?.expires_at && invitation.expires_at <= isoTime(store.clock());
  return expired ? undefined : invitation;
}

/** Takes one use; false where somebody took the last one in the meantime. */
export async function useInvitation(store: Store, secret: string): Promise<boolean> {
  const { numUpdatedRows } = await store.db
    .updateTable('invitations')
    .set((eb) => ({ uses_left: eb('uses_left', '-', 1) }))
    .where('community_id', '=', store.communityId)
    .where('secret_hash', '=', hashOf(secret))
    .where('uses_left', '>', 0)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Gives a use back: the account could not be made after all. */
export async function returnInvitation(store: Store, secret: string): Promise<void> {
  await store.db
    .updateTable('invitations')
    .set((eb) => ({ uses_left: eb('uses_left', '+', 1) }))
    .where('community_id', '=', store.communityId)
    .where('secret_hash', '=', hashOf(secret))
    .execute();
}
