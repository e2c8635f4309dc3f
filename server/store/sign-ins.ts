import type { Selectable } from 'kysely';
import { hashOf } from '../auth/secrets';
import type { Schema } from './schema';
import { isoTime, type Store } from './store';

export type Session = Selectable<Schema['sessions']>;

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
