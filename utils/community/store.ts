import { type Clock, systemClock } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { createRenewal, endsSoon } from './auth/renew';
import { type Community, CommunitySchema } from './community';
import type { Account, Connector, Failure, Operation, OperationValues, Perform } from './connector';
import type { NotedHttp } from './noted-http';
import { performWith } from './perform';
import { createConnectors } from './register';
import { type CommunityDatabase, type StoredToken, StoredTokenSchema } from './tables';

/**
 * The same for the same account at the same address, on every machine: what was written for it finds it again, also
 * after a new sign-in or from a file.
 */
export function communityId({
  connector,
  origin,
  base = origin,
  accountId,
}: Pick<Community, 'connector' | 'origin' | 'base' | 'accountId'>): string {
  return `${connector}:${base}/${accountId}`;
}

/** The origin in a community's id; null where it is no id of ours. */
export function originOfId(id: string): string | null {
  const address = id.slice(id.indexOf(':') + 1);
  return URL.canParse(address) ? new URL(address).origin : null;
}

/** What a sign-in gave, before it is known whose it is. */
export type SignedIn = Omit<StoredToken, 'communityId' | 'origin'>;

/**
 * Keeps a community and its token, both or neither. A new sign-in of the same account takes the place of the old; a
 * pause stands.
 */
export async function keepCommunity(
  db: CommunityDatabase,
  community: Community,
  signedIn: string | SignedIn,
): Promise<void> {
  const { id, origin } = CommunitySchema.parse(community);
  const given = typeof signedIn === 'string' ? { token: signedIn } : signedIn;
  await db.transaction('rw', [db.communities, db.tokens], async () => {
    const before = await db.communities.get(id);
    await db.communities.put(before?.paused === true ? { ...community, paused: true } : community);
    await db.tokens.put(StoredTokenSchema.parse({ ...given, communityId: id, origin }));
  });
}

/** Forgets a community and its token; what still waits for it stays in the outbox and goes on after a new sign-in. */
export async function disconnect(db: CommunityDatabase, id: string): Promise<void> {
  await db.transaction('rw', [db.communities, db.tokens], async () => {
    await db.communities.delete(id);
    await db.tokens.delete(id);
  });
}

/**
 * Has a connected community do something with its own token; without one its sign-in has expired. The token is as new as
 * the community that is given: whoever sends much with one reads it once. One that ends is renewed before, and once more
 * where the platform no longer accepts it: that it refused means that nothing was done.
 */
export function createPerform(
  db: CommunityDatabase,
  http: NotedHttp,
  clock: Clock = systemClock,
  connectorOf: (platformId: string) => Connector | null = createConnectors(clock),
): Perform {
  const renew = createRenewal(db, http, clock);
  const tokens = new WeakMap<Community, StoredToken>();
  const usableNow = async (stored: StoredToken): Promise<Result<StoredToken, Failure>> => {
    if (!endsSoon(stored, clock())) return succeed(stored);
    const renewed = await renew(stored);
    const hasTime = (stored.expiresAt ?? 0) > clock();
    return !renewed.ok && renewed.error.kind === 'retry' && hasTime ? succeed(stored) : renewed;
  };
  return async <Verb extends Operation['verb']>(
    community: Community,
    operation: Extract<Operation, { verb: Verb }>,
    { noted }: { readonly noted: boolean } = { noted: false },
  ): Promise<Result<OperationValues[Verb], Failure>> => {
    const stored = tokens.get(community) ?? (await db.tokens.get(community.id));
    if (stored === undefined || stored.origin !== community.origin)
      return fail({ kind: 'auth', why: 'expired' });
    const connector = connectorOf(community.connector);
    // A later version connected it: its text waits for that version.
    if (connector === null) return fail({ kind: 'auth', why: 'forbidden' });
    const usable = await usableNow(stored);
    if (!usable.ok) return usable;
    tokens.set(community, usable.value);
    const progress = { hasWritten: false };
    const within: NotedHttp = (request, purpose) => http(request, purpose, community.rateLimit);
    const attempt = (token: StoredToken, isNoted: boolean) =>
      performWith(connector, accountOf(community, token), operation, within, isNoted, progress);
    const done = await attempt(usable.value, noted);
    if (done.ok || done.error.kind !== 'auth' || done.error.why !== 'expired') return done;
    const renewed = await renew(usable.value);
    if (renewed.ok) tokens.set(community, renewed.value);
    if (operation.verb === 'send' && progress.hasWritten) return fail(HALF_DONE);
    return renewed.ok ? attempt(renewed.value, false) : renewed;
  };
}

/** A post may stand there: whoever delivers looks for it before anything is sent again. */
const HALF_DONE: Failure = { kind: 'retry', applied: 'unknown', answered: true };

/** As whom a community is asked. */
export function accountOf(
  { base, accountId, accountHandle }: Pick<Community, 'base' | 'accountId' | 'accountHandle'>,
  { origin, token, elsewhere = {}, asSignedIn }: StoredToken,
): Account {
  const others = Object.entries(elsewhere).map(([other, { token: its }]) => [other, its] as const);
  return {
    origin,
    base: base ?? origin,
    token,
    member: { id: accountId, handle: accountHandle },
    ...(others.length === 0 ? {} : { elsewhere: Object.fromEntries(others) }),
    ...(asSignedIn === true ? { asSignedIn } : {}),
  };
}
