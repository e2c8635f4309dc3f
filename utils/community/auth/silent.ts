import type { Community } from '../community';
import { performWith } from '../perform';
import type { Platform } from '../platform';
import { accountOf, communityId } from '../store';
import { type StoredToken, StoredTokenSchema } from '../tables';
import { type Grant, signInByOAuth } from './oauth';
import type { ConnectPorts } from './ports';

type Ports = Omit<ConnectPorts, 'pending'>;

/** Asks for no page, by OpenID Connect's name for that: where one would be needed, the answer is no. */
const SHOWS_NOTHING = { prompt: 'none' };

/**
 * Whether a platform may let somebody back in, whose sign-in there ended, without their doing anything. Only whom it can
 * name: somebody else may be signed in there in the same browser.
 */
export function mayBeSilent({ oauth }: Platform, { signedOut, signedInBy, signInName }: Community): boolean {
  return signedOut && signedInBy === 'oauth' && signInName !== undefined && oauth?.signsInSilently === true;
}

/**
 * Signs in again as the same account, without anybody seeing it: `ports.window` shows nothing. False where somebody has
 * to do something, or another account would be let in; then nothing is kept, and nothing has changed.
 */
export async function signInSilently(
  ports: Ports,
  platform: Platform,
  community: Community,
): Promise<boolean> {
  const { origin, base = origin, signInName = '' } = community;
  const found = { platform, origin, base, name: '', version: '' };
  const more = { ...SHOWS_NOTHING, login_hint: signInName };
  const signed = await signInByOAuth(ports, found, null, more);
  if (!signed.ok) return false;
  const { signedIn } = signed.value;
  const token = StoredTokenSchema.parse({ ...signedIn, communityId: community.id, origin });
  const account = { ...accountOf(community, token), member: null };
  const me = await performWith<'me'>(platform.connector(ports.clock), account, { verb: 'me' }, ports.http);
  const isSame = me.ok && communityId({ ...community, accountId: me.value.id }) === community.id;
  return isSame && keepInPlace(ports, community, token, signed.value);
}

/** Only in place of the sign-in that ended: one that was made meanwhile stands, and what was removed stays away. */
function keepInPlace(
  { db, clock }: Ports,
  { id, connectedAt }: Community,
  token: StoredToken,
  { mayDo }: Grant,
): Promise<boolean> {
  return db.transaction('rw', [db.communities, db.tokens], async () => {
    const stored = await db.communities.get(id);
    if (stored?.signedOut !== true || stored.connectedAt !== connectedAt) return false;
    // As of now: what an older sign-in is refused after this says nothing about it.
    const renewed = { signedOut: false, connectedAt: clock(), mayDo: [...mayDo] };
    await db.communities.put({ ...stored, ...renewed });
    await db.tokens.put(token);
    return true;
  });
}
