import type { Trouble } from '@/components/ui/trouble';
import { fail, type Result } from '@/utils/kernel/result';
import { ask } from '@/utils/messaging/ask';
import type { RequestOf } from '@/utils/messaging/contract';
import type { FoundView, SignInView, WayView } from '@/utils/messaging/sign-in-views';
import type { CommunityView } from '@/utils/messaging/views';
import { parseAddress } from './address';

export type Scope = 'own' | 'across';
export type RequestOrigins = (origins: readonly string[]) => Promise<boolean>;
type Answer<Value> = Promise<Result<Value, Trouble>>;

/**
 * Asks the permission for a community's origin and then signs in there. Must be called in the click: the permission is
 * asked for before anything is awaited.
 */
export function connectCommunity(
  typed: string,
  scope: Scope,
  requestOrigins: RequestOrigins,
): Answer<CommunityView> {
  return withPermission(typed, requestOrigins, (address) => ask('community:connect', { address, scope }));
}

/**
 * The same for one that was connected before, in the way that was used then. Its interface may stand elsewhere than
 * people open it.
 */
export async function connectAgain(
  { address, origin, scope, signedInBy }: CommunityView,
  requestOrigins: RequestOrigins,
): Answer<CommunityView> {
  if (!(await requestOrigins([origin]))) return fail({ code: 'permission-declined' });
  const way = signedInBy === null ? {} : { way: signedInBy };
  return ask('community:connect', { address, scope, ...way });
}

/** The same, to learn what stands at an address and how one signs in there. Nothing is kept. */
export function findCommunity(typed: string, requestOrigins: RequestOrigins): Answer<FoundView> {
  return withPermission(typed, requestOrigins, (address) => ask('community:identify', { address }));
}

const NEEDS_A_CHOICE: readonly Trouble['code'][] = [
  'sign-in-choose',
  'client-id-missing',
  'tenant-missing',
  'registration-refused',
];

/** The first way led nowhere: another may. */
const LED_NOWHERE: readonly Trouble['code'][] = [
  'sign-in-failed',
  'sign-in-refused',
  'sign-in-unfinished',
  'sign-in-consent',
  'application-refused',
  'not-signed-in-there',
];

/** Whether somebody can sign in all the same, in a way that they choose. */
export function needsAChoice({ code }: Trouble): boolean {
  return NEEDS_A_CHOICE.includes(code) || LED_NOWHERE.includes(code);
}

/** What is said beside the ways to choose from: nothing where they say it themselves. */
export function reasonToChoose(trouble: Trouble): Trouble | null {
  return LED_NOWHERE.includes(trouble.code) ? trouble : null;
}

/** What a way to sign in takes, as it was typed; each may be empty. */
export interface Typed {
  readonly clientId: string;
  readonly tenant: string;
  readonly name: string;
  readonly secret: string;
  /** Of a key: it is shown, to be pasted. */
  readonly byHand: boolean;
}

export const NOTHING_TYPED: Typed = { clientId: '', tenant: '', name: '', secret: '', byHand: false };

/** Signs in at what was found. Must be called in the click, too. What an administrator gave out is kept first. */
export async function signIn(
  { address, platform }: FoundView,
  { way, needs, origins }: WayView,
  { scope, ...typed }: Typed & { readonly scope: Scope },
  requestOrigins: RequestOrigins,
): Answer<SignInView> {
  const missing = missingOf(needs, typed);
  if (missing !== null) return fail(missing);
  if (!(await requestOrigins(origins))) return fail({ code: 'permission-declined' });
  if (needs.includes('client-id') || needs.includes('tenant')) {
    const tenant = typed.tenant.trim() || null;
    const kept = { platform, address, clientId: typed.clientId.trim(), tenant };
    const registered = await ask('community:application', kept);
    if (!registered.ok) return registered;
  }
  return ask('community:sign-in', { address, scope, way, ...givenOf(needs, typed) });
}

type Given = Pick<RequestOf<'community:sign-in'>, 'name' | 'secret' | 'byHand'>;

function givenOf(needs: WayView['needs'], { name, secret, byHand }: Typed): Given {
  return {
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(needs.includes('secret') ? { secret: secret.trim() } : {}),
    ...(byHand ? { byHand } : {}),
  };
}

function missingOf(needs: WayView['needs'], typed: Typed): Trouble | null {
  const isEmpty = (need: WayView['needs'][number], value: string) =>
    needs.includes(need) && value.trim() === '';
  if (isEmpty('client-id', typed.clientId)) return { code: 'client-id-empty' };
  if (isEmpty('tenant', typed.tenant)) return { code: 'tenant-empty' };
  if (isEmpty('name', typed.name)) return { code: 'name-empty' };
  return isEmpty('secret', typed.secret) ? { code: 'token-missing' } : null;
}

async function withPermission<Value>(
  typed: string,
  requestOrigins: RequestOrigins,
  go: (address: string) => Answer<Value>,
): Answer<Value> {
  if (typed.trim() === '') return fail({ code: 'address-missing' });
  const parsed = parseAddress(typed);
  if (!parsed.ok) return parsed;
  const { address, origin } = parsed.value;
  if (!(await requestOrigins([origin]))) return fail({ code: 'permission-declined' });
  return go(address);
}
