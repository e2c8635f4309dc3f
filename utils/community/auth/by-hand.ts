import { newId } from '@/utils/kernel/ids';
import { fail, succeed } from '@/utils/kernel/result';
import type { Granted, Platform } from '../platform';
import { calledBy } from './anonymous';
import { APPLICATION_NAME } from './application';
import { newAttempt, onlyOne, queryOfReturn } from './attempt';
import type { Found } from './identify';
import { type Grant, wordsOf } from './oauth';
import type { SignInPorts } from './ports';
import type { Outcome } from './problem';
import { isHeader, isSendable } from './tokens';

/** What a person types or pastes. */
export interface Typed {
  readonly name?: string | undefined;
  readonly secret?: string | undefined;
}

/** With a token that the person made there and pasted, together with their name where the platform wants it. */
export function grantOfTyped(found: Found, { name = '', secret = '' }: Typed): Outcome<Grant> {
  const typed = { name: name.trim(), secret: secret.trim() };
  return usable(found.platform, typed, calledBy(found));
}

function usable(
  { tokenOf }: Platform,
  typed: { readonly name: string; readonly secret: string },
  detail: string,
): Outcome<Grant> {
  const made = typed.secret === '' ? '' : tokenOf?.(typed);
  const token = made ?? typed.secret;
  const lacksName = token === '' && typed.secret !== '' && typed.name === '';
  if (lacksName) return fail({ code: 'name-missing', detail });
  if (!(made === undefined ? isSendable(token) : isHeader(made)))
    return fail({ code: 'token-refused', detail });
  return succeed({ signedIn: { token }, mayDo: [] });
}

/** As the person is signed in there in this browser: nothing is kept. */
export function grantOfSession(): Outcome<Grant> {
  return succeed({ signedIn: { token: '', asSignedIn: true }, mayDo: [] });
}

export function grantOf({ token, scopes = '', expiresAt }: Granted): Grant {
  return {
    signedIn: { token, ...(expiresAt === undefined ? {} : { expiresAt }) },
    mayDo: wordsOf(scopes),
  };
}

/** By a password that the platform makes for us alone, on a page of its own. */
export async function signInByAppPassword(ports: SignInPorts, found: Found): Promise<Outcome<Grant>> {
  const { platform, base, origin, allowsAt } = found;
  const detail = calledBy(found);
  const failed = fail({ code: 'sign-in-failed', detail } as const);
  const { appPassword: flow } = platform;
  if (flow === undefined) return failed;
  const { state } = await newAttempt(ports.bytes);
  const back = new URL(ports.window.redirectUri);
  back.searchParams.set('state', state);
  const trusted = allowsAt !== undefined && URL.canParse(allowsAt) && new URL(allowsAt).origin === origin;
  const { allowsAt: _, ...plain } = found;
  const application = { name: APPLICATION_NAME, id: newId(ports.bytes) };
  const page = flow.page(trusted ? found : plain, application, back.href);
  if (!URL.canParse(page) || new URL(page).origin !== origin) return failed;
  const address = await ports.window.launch(page);
  if (address === null) return fail({ code: 'sign-in-refused', detail });
  const returned = queryOfReturn(address, ports.window.redirectUri);
  if (returned === null || onlyOne(returned, 'state') !== state) return failed;
  const answer = flow.read(returned, base);
  if (answer === 'refused') return fail({ code: 'sign-in-refused', detail });
  return answer === null ? failed : usable(platform, answer, detail);
}
