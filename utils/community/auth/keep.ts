import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Community, Place, SignInKind } from '../community';
import type { Account, Capabilities, Failure, Operation, OperationValues } from '../connector';
import { newCommunity } from '../new-community';
import { performWith } from '../perform';
import { accountOf, keepCommunity } from '../store';
import { calledBy } from './anonymous';
import type { Found } from './identify';
import type { Grant } from './oauth';
import type { ConnectPorts } from './ports';
import type { ConnectProblem, Outcome } from './problem';

type Ports = Pick<ConnectPorts, 'http' | 'db' | 'clock'>;

/** How somebody signed in, and what they said of the community. */
export interface Signed {
  readonly scope: Community['scope'];
  readonly way: SignInKind;
}

/** What it means in each way that the platform does not know whoever asks. */
const REFUSALS: Readonly<Record<SignInKind, ConnectProblem['code']>> = {
  oauth: 'sign-in-failed',
  device: 'sign-in-failed',
  key: 'sign-in-failed',
  'app-password': 'sign-in-failed',
  session: 'not-signed-in-there',
  token: 'token-refused',
};

/**
 * With what was granted: what can this platform do, who am I there, and where; then community and token on disk
 * together. The same account again renews its sign-in. Nothing is kept where any of it fails.
 */
export async function keepSignedIn(
  ports: Ports,
  found: Found,
  known: Capabilities | null,
  { signedIn, mayDo }: Grant,
  { scope, way }: Signed,
): Promise<Outcome<Community>> {
  const { origin, base } = found;
  const stranger = { base, accountId: '', accountHandle: '' };
  const account = { ...accountOf(stranger, { communityId: '', origin, ...signedIn }), member: null };
  const able = known === null ? await ask(ports, found, account, { verb: 'capabilities' }) : succeed(known);
  if (!able.ok) return fail(problemOf(able.error, way, found));
  const me = await ask(ports, found, account, { verb: 'me' });
  if (!me.ok) return fail(problemOf(me.error, way, found));
  const member = me.value;
  const places = able.value.hasPlaces
    ? await placesOf(ports, found, { ...account, member }, member.id)
    : null;
  const at = { platform: found.platform.id, base, scope, now: ports.clock() };
  const row = newCommunity(at, member, { ...able.value, name: able.value.name || found.name });
  const community: Community = { ...row, places, signedInBy: way, mayDo: [...mayDo] };
  await keepCommunity(ports.db, community, signedIn);
  return succeed(community);
}

function ask<Verb extends 'me' | 'capabilities' | 'places'>(
  { http, clock }: Ports,
  { platform }: Found,
  account: Account,
  operation: Extract<Operation, { verb: Verb }>,
): Promise<Result<OperationValues[Verb], Failure>> {
  return performWith<Verb>(platform.connector(clock), account, operation, http);
}

/** The places that a member is in; none where that cannot be said now: it is asked again whenever somebody writes. */
async function placesOf(ports: Ports, found: Found, account: Account, memberId: string): Promise<Place[]> {
  const places = await ask(ports, found, account, { verb: 'places', memberId });
  return places.ok ? [...places.value] : [];
}

function problemOf(failure: Failure, way: SignInKind, found: Found): ConnectProblem {
  const detail = calledBy(found);
  if (failure.kind === 'retry') return { code: 'community-unreachable', detail };
  const isConsent = failure.kind === 'auth' && failure.why === 'consent';
  return { code: isConsent ? 'sign-in-consent' : REFUSALS[way], detail };
}
