import type { Clock } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { parseAddress } from '../address';
import type { Community, Place } from '../community';
import type { Account, Capabilities, Failure } from '../connector';
import { mastodon } from '../connectors/mastodon/platform';
import { scopesFor } from '../connectors/mastodon/scopes';
import { newCommunity } from '../new-community';
import { performWith } from '../perform';
import { type CommunityDatabase, keepCommunity } from '../store';
import { type SignInPorts, signIn } from './sign-in';

/** Why a community was not connected; the words stand in the catalogues under `errors`. `detail` is address or host. */
export interface ConnectProblem {
  readonly code:
    | 'address-invalid'
    | 'address-insecure'
    | 'community-unreachable'
    | 'not-a-community'
    | 'sign-in-refused'
    | 'sign-in-failed'
    | 'token-refused';
  readonly detail: string;
}

export interface ConnectPorts extends SignInPorts {
  readonly db: CommunityDatabase;
  readonly clock: Clock;
}

type Scope = Community['scope'];
type Connected = Promise<Result<Community, ConnectProblem>>;

/**
 * Connects the community at a typed address: is it one, sign-in, who am I, then community and token on disk together.
 * The same account again renews its sign-in. Nothing is kept where any of it fails.
 */
export async function connect(ports: ConnectPorts, wanted: { address: string; scope: Scope }): Connected {
  const known = await capabilitiesAt(ports, wanted.address);
  if (!known.ok) return known;
  const { origin } = known.value;
  const token = await signIn(ports, origin, scopesFor(known.value.capabilities));
  if (!token.ok) return fail({ code: token.error, detail: hostOf(origin) });
  return keepSignedIn(ports, known.value, token.value, wanted.scope, 'sign-in-failed');
}

/** As `connect`, with a token that the person made on the platform and pasted. */
export async function connectWithToken(
  ports: Omit<ConnectPorts, 'window'>,
  wanted: { address: string; token: string; scope: Scope },
): Connected {
  const known = await capabilitiesAt(ports, wanted.address);
  if (!known.ok) return known;
  const token = wanted.token.trim();
  const couldBeToken = /^[\x21-\x7e]{1,4096}$/u.test(token); // anything else cannot stand in a header
  if (!couldBeToken) return fail({ code: 'token-refused', detail: hostOf(known.value.origin) });
  return keepSignedIn(ports, known.value, token, wanted.scope, 'token-refused');
}

interface Known {
  readonly origin: string;
  readonly capabilities: Capabilities;
}

async function capabilitiesAt(
  { http, clock }: Pick<ConnectPorts, 'http' | 'clock'>,
  address: string,
): Promise<Result<Known, ConnectProblem>> {
  const origin = parseAddress(address);
  if (!origin.ok) return origin;
  const anonymous = { origin: origin.value, base: origin.value, token: '', member: null };
  const answer = await performWith<'capabilities'>(
    mastodon.connector(clock),
    anonymous,
    { verb: 'capabilities' },
    http,
  );
  if (answer.ok) return succeed({ origin: origin.value, capabilities: answer.value });
  return fail({ code: unreachableOr('not-a-community', answer.error), detail: hostOf(origin.value) });
}

async function keepSignedIn(
  { http, db, clock }: Pick<ConnectPorts, 'http' | 'db' | 'clock'>,
  { origin, capabilities }: Known,
  token: string,
  scope: Scope,
  refusal: 'sign-in-failed' | 'token-refused',
): Connected {
  const me = await performWith<'me'>(
    mastodon.connector(clock),
    { origin, base: origin, token, member: null },
    { verb: 'me' },
    http,
  );
  if (!me.ok) return fail({ code: unreachableOr(refusal, me.error), detail: hostOf(origin) });
  const places = capabilities.hasPlaces
    ? await placesOf({ origin, base: origin, token, member: me.value }, me.value.id, { http, clock })
    : null;
  const connected = { platform: mastodon.id, base: origin, scope, now: clock() };
  const community = { ...newCommunity(connected, me.value, capabilities), places };
  await keepCommunity(db, community, token);
  return succeed(community);
}

/** The places that a member is in; none where that cannot be said now: it is asked again whenever somebody writes. */
async function placesOf(
  account: Account,
  memberId: string,
  { http, clock }: Pick<ConnectPorts, 'http' | 'clock'>,
): Promise<Place[]> {
  const places = await performWith<'places'>(
    mastodon.connector(clock),
    account,
    { verb: 'places', memberId },
    http,
  );
  return places.ok ? [...places.value] : [];
}

function unreachableOr<Code extends ConnectProblem['code']>(
  code: Code,
  failure: Failure,
): Code | 'community-unreachable' {
  return failure.kind === 'retry' ? 'community-unreachable' : code;
}

function hostOf(origin: string): string {
  return new URL(origin).host;
}
