import type { Dexie, Table } from 'dexie';
import { type Clock, systemClock } from '@/utils/kernel/clock';
import { fail, type Result } from '@/utils/kernel/result';
import { type Community, CommunitySchema } from './community';
import type { Account, Failure, Operation, OperationValues, Perform } from './connector';
import type { NotedHttp } from './noted-http';
import { performWith } from './perform';
import { createConnectors } from './register';
import type { StoredToken } from './tables';

/** The tables that communities are kept in, on whichever database holds them. */
export interface CommunityDatabase extends Pick<Dexie, 'transaction'> {
  readonly communities: Table<Community, string>;
  readonly tokens: Table<StoredToken, string>;
}

/**
 * The same for the same account at the same address, on every machine: what was written for it finds it again, also
 * after a new sign-in or from a file.
 */
export function communityId({
  connector,
  origin,
  accountId,
}: Pick<Community, 'connector' | 'origin' | 'accountId'>): string {
  return `${connector}:${origin}/${accountId}`;
}

/** The origin in a community's id; null where it is no id of ours. */
export function originOfId(id: string): string | null {
  const address = id.slice(id.indexOf(':') + 1);
  return URL.canParse(address) ? new URL(address).origin : null;
}

/** Keeps a community and its token, both or neither. A new sign-in of the same account takes the place of the old; a pause
 * stands. */
export async function keepCommunity(
  db: CommunityDatabase,
  community: Community,
  token: string,
): Promise<void> {
  const { id, origin } = CommunitySchema.parse(community);
  await db.transaction('rw', [db.communities, db.tokens], async () => {
    const before = await db.communities.get(id);
    await db.communities.put(before?.paused === true ? { ...community, paused: true } : community);
    await db.tokens.put({ communityId: id, origin, token });
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
 * the community that is given: whoever sends much with one reads it once.
 */
export function createPerform(
  db: CommunityDatabase,
  http: NotedHttp,
  clock: Clock = systemClock,
  connectorOf = createConnectors(clock),
): Perform {
  const tokens = new WeakMap<Community, StoredToken>();
  return async <Verb extends Operation['verb']>(
    community: Community,
    operation: Extract<Operation, { verb: Verb }>,
    { noted }: { readonly noted: boolean } = { noted: false },
  ): Promise<Result<OperationValues[Verb], Failure>> => {
    const stored = tokens.get(community) ?? (await db.tokens.get(community.id));
    if (stored === undefined || stored.origin !== community.origin)
      return fail({ kind: 'auth', why: 'expired' });
    tokens.set(community, stored);
    const connector = connectorOf(community.connector);
    // A later version connected it: its text waits for that version.
    if (connector === null) return fail({ kind: 'auth', why: 'forbidden' });
    return performWith(connector, accountOf(community, stored), operation, http, noted);
  };
}

function accountOf({ base, accountId, accountHandle }: Community, { origin, token }: StoredToken): Account {
  return { origin, base: base ?? origin, token, member: { id: accountId, handle: accountHandle } };
}
