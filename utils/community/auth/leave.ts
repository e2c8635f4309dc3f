import type { Community } from '../community';
import type { PlainRequest } from '../connector';
import type { NotedHttp } from '../noted-http';
import type { Platform } from '../platform';
import { accountOf, disconnect } from '../store';
import type { CommunityDatabase, StoredToken } from '../tables';
import { formRequest } from './form';

/**
 * Forgets a community and its tokens, then has the platform forget them too, as far as it can. `takenBack` settles when
 * that was tried and never rejects: nobody has to wait for it, and whoever is offline has left all the same.
 */
export async function leave(
  { db, http }: { readonly db: CommunityDatabase; readonly http: NotedHttp },
  platformOf: (id: string) => Platform | null,
  communityId: string,
): Promise<{ readonly takenBack: Promise<void> }> {
  const community = await db.communities.get(communityId);
  const stored = await db.tokens.get(communityId);
  await disconnect(db, communityId);
  if (community === undefined || stored === undefined) return { takenBack: Promise.resolve() };
  const takenBack = takeBack(http, community, stored, platformOf(community.connector));
  return { takenBack: takenBack.catch(() => undefined) }; // best effort: the token is forgotten here already
}

async function takeBack(
  http: NotedHttp,
  community: Community,
  stored: StoredToken,
  platform: Platform | null,
): Promise<void> {
  const requests = revocations(stored);
  for (const request of requests) await http(request, 'connect');
  // What a person made there by hand is theirs: they may use it elsewhere.
  const isOurs = community.signedInBy !== undefined && MADE_FOR_US.includes(community.signedInBy);
  if (requests.length > 0 || !isOurs || platform?.signOut === undefined) return;
  const account = accountOf(community, stored);
  const { build, next } = platform.signOut;
  const first = build(account);
  if (!isAt(first, stored.origin)) return;
  const answer = await http(first, 'connect');
  const second = answer.ok ? (next?.(answer.value, account) ?? null) : null;
  if (second !== null && isAt(second, stored.origin)) await http(second, 'connect');
}

const MADE_FOR_US: readonly Community['signedInBy'][] = ['device', 'key', 'app-password', 'oauth'];

/** RFC 7009: what new tokens are made of first. */
function revocations({ token, refreshToken, client }: StoredToken): readonly PlainRequest[] {
  const { revoke, clientId, clientSecret } = client ?? {};
  if (revoke === undefined) return [];
  const of = (one: string, hint: string) =>
    formRequest(revoke, {
      token: one,
      token_type_hint: hint,
      client_id: clientId,
      client_secret: clientSecret,
    });
  const access = of(token, 'access_token');
  return refreshToken === undefined ? [access] : [of(refreshToken, 'refresh_token'), access];
}

function isAt({ url }: PlainRequest, origin: string): boolean {
  return new URL(url).origin === origin;
}
