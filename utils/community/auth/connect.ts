import { fail, succeed } from '@/utils/kernel/result';
import type { Community, SignInKind } from '../community';
import type { Capabilities } from '../connector';
import { PLATFORMS } from '../register';
import { calledBy, hostOf, publicCapabilities } from './anonymous';
import { grantOf, grantOfSession, grantOfTyped, signInByAppPassword, type Typed } from './by-hand';
import { beginCode, beginKey, goOn, signInByKey } from './code-and-key';
import { askingOnce, type Found, identify } from './identify';
import { keepSignedIn } from './keep';
import { type Grant, signInByOAuth } from './oauth';
import { forgetPending, type PendingSignIn, pendingNow } from './pending';
import type { ConnectPorts, SignInPorts } from './ports';
import type { Outcome } from './problem';
import type { Known } from './recently-found';
import { type Way, wayAt, waysAt } from './ways';

type Scope = Community['scope'];
type Finding = Pick<ConnectPorts, 'http' | 'clock' | 'platforms' | 'recently'>;

/** What was found at a typed address, and in which ways one signs in there. */
export async function look(
  ports: SignInPorts & Finding,
  address: string,
): Promise<Outcome<{ readonly found: Found; readonly ways: readonly Way[] }>> {
  const once = { ...ports, http: askingOnce(ports.http) };
  const at = await knownAt(once, address);
  if (!at.ok) return at;
  const { found, known } = at.value;
  const ways = await waysAt(once, found, known);
  return ways.length === 0
    ? fail({ code: 'sign-in-elsewhere', detail: calledBy(found) })
    : succeed({ found, ways });
}

/** In one of the ways that `look` gave: a community that is connected, or a sign-in that waits for the person. */
export async function signIn(
  ports: ConnectPorts,
  wanted: { readonly address: string; readonly scope: Scope; readonly way: SignInKind } & Typed & {
      /** Of a key: the platform shows it, to be pasted. */
      readonly byHand?: boolean | undefined;
    },
): Promise<Outcome<Signing>> {
  const once = { ...ports, http: askingOnce(ports.http) };
  const at = await knownAt(once, wanted.address);
  if (!at.ok) return at;
  const { found } = at.value;
  const { way, scope } = wanted;
  if (!found.platform.signsIn.includes(way)) return fail({ code: 'sign-in-choose', detail: calledBy(found) });
  const waits =
    way === 'device'
      ? await beginCode(once, found, scope)
      : way === 'key' && wanted.byHand === true
        ? await beginKey(once, found, scope)
        : null;
  if (waits !== null) return waits.ok ? succeed({ pending: waits.value }) : waits;
  return connected(once, at.value, wanted);
}

export type Signing = { readonly community: Community } | { readonly pending: PendingSignIn };

/**
 * Connects in one go, in the way that was used before if it still is one; a platform that takes more than a person who
 * agrees on its own page says so.
 */
export async function connect(
  ports: Omit<ConnectPorts, 'pending'>,
  { address, scope, way: before }: Connect,
): Promise<Outcome<Community>> {
  if (before !== undefined && !IN_ONE_GO.includes(before))
    return fail({ code: 'sign-in-choose', detail: address });
  const once = { ...ports, http: askingOnce(ports.http) };
  const at = await knownAt(once, address);
  if (!at.ok) return at;
  const { platform } = at.value.found;
  const open = platform.signsIn.filter((one) => IN_ONE_GO.includes(one));
  const way = open.find((one) => one === before) ?? open[0];
  if (way === undefined || !(await isLetIn(once, at.value, way)))
    return fail({ code: 'sign-in-choose', detail: calledBy(at.value.found) });
  const signing = await connected(once, at.value, { way, scope });
  return signing.ok ? succeed(signing.value.community) : signing;
}

/** Only a press can ask for what is not permitted yet; the ways to choose from say what each needs. */
async function isLetIn(ports: SignInPorts, { found, known }: Known, way: SignInKind): Promise<boolean> {
  const offered = await wayAt(ports, found, known, way);
  return offered === null || ((await ports.mayReach?.(offered.origins)) ?? true);
}

interface Connect {
  readonly address: string;
  readonly scope: Scope;
  /** In which way the person signed in the last time. */
  readonly way?: SignInKind | undefined;
}

const IN_ONE_GO: readonly SignInKind[] = ['oauth', 'app-password', 'session'];

/** Goes on with a sign-in that waits; it stays until it led to a community, was refused or took too long. */
export async function step(ports: ConnectPorts, id: string, pasted?: string): Promise<Outcome<Signing>> {
  const { pending: store, clock } = ports;
  const pending = (await pendingNow(store, clock()))[id];
  const platform = (ports.platforms ?? PLATFORMS).find((one) => one.id === pending?.platform);
  if (pending === undefined || platform === undefined)
    return fail({ code: 'sign-in-expired', detail: pending === undefined ? '' : hostOf(pending.base) });
  const granted = await goOn(ports, pending, platform, pasted);
  if (!granted.ok) return granted;
  if (granted.value === null) {
    const still = (await pendingNow(store, clock()))[id] ?? pending;
    return succeed({ pending: still });
  }
  const { base, name, version, scope, way } = pending;
  const found = { platform, base, name, version, origin: new URL(base).origin };
  const community = await keepSignedIn(ports, found, null, grantOf(granted.value), { scope, way });
  // Where nothing answered it is good for another try.
  if (community.ok || community.error.code !== 'community-unreachable')
    await forgetPending(store, id, clock());
  return community.ok ? succeed({ community: community.value }) : community;
}

async function knownAt(ports: Finding, address: string): Promise<Outcome<Known>> {
  const before = ports.recently?.at(address) ?? null;
  if (before !== null) return succeed(before);
  const found = await identify(ports.http, ports.platforms ?? PLATFORMS, address);
  if (!found.ok) return found;
  const known = await publicCapabilities(ports, found.value);
  if (!known.ok) return known;
  const both = { found: found.value, known: known.value };
  ports.recently?.keep(address, both);
  return succeed(both);
}

async function connected(
  ports: Omit<ConnectPorts, 'pending'>,
  { found, known }: Known,
  wanted: { readonly way: SignInKind; readonly scope: Scope } & Typed,
): Promise<Outcome<{ readonly community: Community }>> {
  const grant = await granted(ports, found, known, wanted);
  if (!grant.ok) return grant;
  const community = await keepSignedIn(ports, found, known, grant.value, wanted);
  return community.ok ? succeed({ community: community.value }) : community;
}

async function granted(
  ports: SignInPorts,
  found: Found,
  known: Capabilities | null,
  { way, ...typed }: { readonly way: SignInKind } & Typed,
): Promise<Outcome<Grant>> {
  switch (way) {
    case 'oauth':
      return signInByOAuth(ports, found, known);
    case 'app-password':
      return signInByAppPassword(ports, found);
    case 'session':
      return grantOfSession();
    case 'token':
      return grantOfTyped(found, typed);
    default: {
      const key = await signInByKey(ports, found);
      return key.ok ? succeed(grantOf(key.value)) : key;
    }
  }
}
