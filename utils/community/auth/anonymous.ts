import { fail, succeed } from '@/utils/kernel/result';
import type { Account, Capabilities } from '../connector';
import { performWith } from '../perform';
import type { OAuthProfile } from '../platform';
import type { Found } from './identify';
import type { SignInPorts } from './ports';
import type { Outcome } from './problem';

/** As nobody, before anybody signed in. */
export function nobody({ origin, base }: Found): Account {
  return { origin, base, token: '', member: null };
}

/** What a server tells anybody about itself; null where that is nothing, or where nobody wants to know. */
export async function publicCapabilities(
  { http, clock }: Pick<SignInPorts, 'http' | 'clock'>,
  found: Found,
): Promise<Outcome<Capabilities | null>> {
  const { oauth, connector } = found.platform;
  // Elsewhere nothing may be asked before there is a token for it.
  if (typeof oauth?.scopes !== 'function' || oauth.elsewhere !== undefined) return succeed(null);
  const answer = await performWith<'capabilities'>(
    connector(clock),
    nobody(found),
    { verb: 'capabilities' },
    http,
  );
  if (answer.ok) return answer;
  if (answer.error.kind !== 'retry') return succeed(null);
  return fail({ code: 'community-unreachable', detail: calledBy(found) });
}

/** What a sign-in asks for: no more than what this server has. */
export function scopesOf({ scopes }: OAuthProfile, known: Capabilities | null, device: string): string {
  return typeof scopes === 'string' ? scopes : scopes(known ?? LITTLE, device);
}

const LITTLE: Capabilities = {
  name: '',
  kind: 'stream',
  maxCharacters: 0,
  countsIn: 'code-points',
  keepsKeys: false,
  canEdit: false,
  canRemove: false,
  hasPlaces: false,
  needsPlace: false,
  readsBy: 'list',
  canThank: false,
  canInvite: false,
  audiences: [],
  pictures: 0,
  format: 'plain',
};

/** What people know it by, in a sentence: its host, or what its kind is called where its interface stands elsewhere. */
export function calledBy({ platform, origin }: Pick<Found, 'platform' | 'origin'>): string {
  return platform.pageOf === undefined ? hostOf(origin) : platform.title;
}

export function hostOf(origin: string): string {
  return new URL(origin).host;
}
