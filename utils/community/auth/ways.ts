import type { SignInKind } from '../community';
import type { Capabilities } from '../connector';
import type { PasteAdvice } from '../paste-advice';
import type { Platform } from '../platform';
import { scopesOf } from './anonymous';
import type { Found } from './identify';
import { oauthAt, withElsewhere, wordsOf } from './oauth';
import type { GivenApplication, SignInPorts } from './ports';

/** One way to sign in, and what it takes. */
export interface Way {
  readonly way: SignInKind;
  /**
   * What somebody types: an id, or the tenant's name, that an administrator gives out, be it again where they typed it
   * before; what goes with it.
   */
  readonly needs: readonly ('client-id' | 'tenant' | 'name' | 'secret')[];
  /** Every origin that is asked something on the way or afterwards; whose permission it takes, held already or not. */
  readonly origins: readonly string[];
  /** Where the person signs in; null where they stay here. Worth showing where it is another than the address. */
  readonly signsInAt: string | null;
  /** The page on which what is pasted is made. */
  readonly tokenPage: string | null;
  /** What else there is to know about coming by it; absent: nothing. */
  readonly pasteAdvice?: PasteAdvice;
  /** The tenant's name may be typed beside the id. */
  readonly takesTenant?: true;
  /** A name may be typed beside what is pasted; it must where it is among the needs. */
  readonly takesName?: true;
  /** With that name the password that the person has there does as well. */
  readonly takesPassword?: true;
  /** What we ask to be allowed, in the platform's own words; empty where it has none, or a token says it itself. */
  readonly asksFor: readonly string[];
  /** What an administrator gave out; null where nothing was or none is needed. */
  readonly application: GivenApplication | null;
}

/** The ways to sign in at a platform that really stand open at this address, in the order in which it offers them. */
export async function waysAt(
  ports: SignInPorts,
  found: Found,
  known: Capabilities | null,
): Promise<readonly Way[]> {
  const ways: Way[] = [];
  for (const way of found.platform.signsIn) {
    const offered = await wayAt(ports, found, known, way);
    if (offered !== null) ways.push(offered);
  }
  return ways;
}

/** One of them; null where it does not stand open there. */
export function wayAt(
  ports: SignInPorts,
  found: Found,
  known: Capabilities | null,
  way: SignInKind,
): Promise<Way | null> {
  return way === 'oauth' ? oauthWay(ports, found, known) : otherWay(ports, found, way);
}

async function oauthWay(ports: SignInPorts, found: Found, known: Capabilities | null): Promise<Way | null> {
  const plain = plainWay(found, 'oauth');
  const { oauth } = found.platform;
  const offer = await oauthAt(ports, found);
  const given = ports.applicationFor?.(found.platform.id, found.base) ?? null;
  const isTyped = given !== null && !given.byPolicy;
  if (!offer.ok) {
    if (offer.error.code !== 'tenant-missing') return null;
    return { ...plain, needs: ['client-id', 'tenant'], application: given };
  }
  const { profile, server, needsClientId } = offer.value;
  const typesId = needsClientId || isTyped;
  const signsInAt = new URL(server.authorize).origin;
  const others = [new URL(server.token).origin, ...Object.keys(oauth?.elsewhere ?? {})];
  return {
    ...plain,
    needs: typesId ? ['client-id'] : [],
    ...(typesId && profile.takesTenant === true ? { takesTenant: true } : {}),
    origins: [...new Set([...plain.origins, ...others])],
    signsInAt,
    asksFor: wordsOf(withElsewhere(profile, scopesOf(profile, known, ''))),
    application: given,
  };
}

async function otherWay({ http }: SignInPorts, found: Found, way: SignInKind): Promise<Way | null> {
  const { platform, base, origin } = found;
  const plain = plainWay(found, way);
  if (way === 'token') {
    const needsName = platform.tokenOf?.({ name: '', secret: 'x' }) === '';
    const needs = needsName ? (['name', 'secret'] as const) : (['secret'] as const);
    const takesName = platform.tokenOf === undefined ? {} : ({ takesName: true } as const);
    const takesPassword = platform.takesPassword === true ? ({ takesPassword: true } as const) : {};
    const { pasteAdvice } = platform;
    const advice = pasteAdvice === undefined ? {} : { pasteAdvice };
    const typed = { ...takesName, ...takesPassword, ...advice };
    return { ...plain, ...typed, needs, tokenPage: tokenPageOf(platform, base) };
  }
  if (way === 'device') {
    const offered = platform.deviceFlow?.offered;
    if (offered !== undefined) {
      const answer = await http(offered.build(base), 'connect');
      if (!answer.ok || !offered.read(answer.value)) return null;
    }
  }
  return way === 'session' ? plain : { ...plain, signsInAt: origin };
}

function tokenPageOf({ tokenPage }: Platform, base: string): string | null {
  return tokenPage?.(base) ?? null;
}

function plainWay({ origin }: Found, way: SignInKind): Way {
  return {
    way,
    needs: [],
    origins: [origin],
    signsInAt: null,
    tokenPage: null,
    asksFor: [],
    application: null,
  };
}
