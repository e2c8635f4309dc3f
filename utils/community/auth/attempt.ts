import { base64Url, newSecret } from '@/utils/kernel/ids';
import type { RandomBytes } from '@/utils/kernel/random';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Application, Wanted } from './application';
import { type Refusal, refusalOf } from './refusal';
import type { SignInServer } from './server';

/** The secrets of one sign-in: `state` proves that the answer is ours, `verifier` that the exchange is. */
export interface Attempt {
  readonly state: string;
  readonly verifier: string;
  readonly challenge: string;
}

/** New secrets for one sign-in (PKCE with S256, RFC 7636). */
export async function newAttempt(bytes?: RandomBytes): Promise<Attempt> {
  const verifier = newSecret(bytes);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { state: newSecret(bytes), verifier, challenge: base64Url(new Uint8Array(digest)) };
}

/** The page on which the person signs in and agrees. `more`: what one kind of platform wants to be told besides. */
export function authorizeUrl(
  { authorize }: Pick<SignInServer, 'authorize'>,
  { clientId }: Application,
  { state, challenge }: Attempt,
  { redirectUri, scopes, language }: Wanted,
  more: Readonly<Record<string, string>> = {},
): string {
  const url = new URL(authorize);
  const query = {
    ...more,
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: scopes,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...(language === undefined ? {} : { lang: language, ui_locales: language }),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** The code in the address that sign-in came back to; only where address, state and issuer are exactly ours. */
export function readRedirect(
  address: string,
  redirectUri: string,
  { state }: Attempt,
  { issuer, namesItself }: Pick<SignInServer, 'issuer' | 'namesItself'>,
): Result<string, Refusal> {
  const returned = queryOfReturn(address, redirectUri);
  if (returned === null || onlyOne(returned, 'state') !== state) return fail('sign-in-failed');
  const namedIssuer = returned.has('iss') ? onlyOne(returned, 'iss') : undefined;
  const isOther = namedIssuer === undefined ? namesItself : issuer !== null && namedIssuer !== issuer;
  if (isOther) return fail('sign-in-failed');
  const error = returned.get('error');
  if (error !== null) return fail(refusalOf(error, returned.get('error_description') ?? ''));
  const code = onlyOne(returned, 'code');
  return code === null || code === '' ? fail('sign-in-failed') : succeed(code);
}

/** What came back to our own address, and to no other; null for anything else. */
export function queryOfReturn(address: string, redirectUri: string): URLSearchParams | null {
  if (!URL.canParse(address)) return null;
  const { origin, pathname, searchParams } = new URL(address);
  const ours = new URL(redirectUri);
  return origin === ours.origin && pathname === ours.pathname ? searchParams : null;
}

/** Null where it is absent, or where somebody put a second one beside it. */
export function onlyOne(query: URLSearchParams, name: string): string | null {
  const values = query.getAll(name);
  return values.length === 1 ? (values[0] ?? null) : null;
}
