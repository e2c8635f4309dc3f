import * as z from 'zod/mini';
import { base64Url, newSecret } from '@/utils/kernel/ids';
import type { RandomBytes } from '@/utils/kernel/random';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { jsonOf } from '../answer';
import type { PlainRequest, PlainResponse } from '../connector';
import type { Endpoints } from '../platform';

const APPLICATION_NAME = 'Deelgenoot';

export interface Application {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The secrets of one sign-in: `state` proves that the answer is ours, `verifier` that the exchange is. */
export interface Attempt {
  readonly state: string;
  readonly verifier: string;
  readonly challenge: string;
}

const ApplicationSchema = z.object({ client_id: z.string(), client_secret: z.string() });
const TokenSchema = z.object({ access_token: z.string().check(z.minLength(1)), token_type: z.string() });
const MetadataSchema = z.object({ authorization_endpoint: z.string(), token_endpoint: z.string() });

/** New secrets for one sign-in (PKCE with S256, RFC 7636). */
export async function newAttempt(bytes?: RandomBytes): Promise<Attempt> {
  const verifier = newSecret(bytes);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { state: newSecret(bytes), verifier, challenge: base64Url(new Uint8Array(digest)) };
}

export function metadataRequest(origin: string): PlainRequest {
  return {
    method: 'GET',
    url: `${origin}/.well-known/oauth-authorization-server`,
    headers: { accept: 'application/json' },
  };
}

/**
 * The server's endpoints (RFC 8414), or Mastodon's usual ones where it names none. Null where it sends people or codes
 * to another origin than the one that was typed.
 */
export function readEndpoints(response: PlainResponse, origin: string): Endpoints | null {
  const named = MetadataSchema.safeParse(response.status === 200 ? jsonOf(response.text) : undefined);
  if (!named.success) return { authorize: `${origin}/oauth/authorize`, token: `${origin}/oauth/token` };
  const { authorization_endpoint: authorize, token_endpoint: token } = named.data;
  const stays = [authorize, token].every((one) => URL.canParse(one) && new URL(one).origin === origin);
  return stays ? { authorize, token } : null;
}

/** What a sign-in is for. */
export interface Wanted {
  readonly redirectUri: string;
  readonly scopes: string;
  /** BCP 47: what the sign-in page should speak, where the platform can be told. */
  readonly language?: string | undefined;
}

export function applicationRequest(origin: string, { redirectUri, scopes }: Wanted): PlainRequest {
  return formRequest(`${origin}/api/v1/apps`, {
    client_name: APPLICATION_NAME,
    redirect_uris: redirectUri,
    scopes,
  });
}

export function readApplication({ status, text }: PlainResponse): Application | null {
  const parsed = ApplicationSchema.safeParse(status === 200 || status === 201 ? jsonOf(text) : undefined);
  return parsed.success ? { clientId: parsed.data.client_id, clientSecret: parsed.data.client_secret } : null;
}

/** The page on which the person signs in and agrees. */
export function authorizeUrl(
  { authorize }: Endpoints,
  { clientId }: Application,
  { state, challenge }: Attempt,
  { redirectUri, scopes, language }: Wanted,
): string {
  const url = new URL(authorize);
  const query = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: scopes,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...(language === undefined ? {} : { lang: language }),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** The code in the address that sign-in came back to; only where address and state are exactly ours. */
export function readRedirect(
  address: string,
  redirectUri: string,
  { state }: Attempt,
): Result<string, 'sign-in-refused' | 'sign-in-failed'> {
  if (!URL.canParse(address)) return fail('sign-in-failed');
  const { origin, pathname, searchParams } = new URL(address);
  const ours = new URL(redirectUri);
  if (origin !== ours.origin || pathname !== ours.pathname) return fail('sign-in-failed');
  if (searchParams.get('state') !== state) return fail('sign-in-failed');
  if (searchParams.get('error') === 'access_denied') return fail('sign-in-refused');
  const code = searchParams.get('code');
  return code === null || code === '' ? fail('sign-in-failed') : succeed(code);
}

export function tokenRequest(
  { token }: Endpoints,
  { clientId, clientSecret }: Application,
  { verifier }: Attempt,
  code: string,
  { redirectUri, scopes }: Wanted,
): PlainRequest {
  return formRequest(token, {
    grant_type: 'authorization_code',
    code,
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    scope: scopes,
  });
}

/** The access token of an exchange; null where there is none that we could use. */
export function readToken({ status, text }: PlainResponse): string | null {
  const parsed = TokenSchema.safeParse(status === 200 ? jsonOf(text) : undefined);
  return parsed.success && /^bearer$/iu.test(parsed.data.token_type) ? parsed.data.access_token : null;
}

function formRequest(url: string, fields: Readonly<Record<string, string>>): PlainRequest {
  return {
    method: 'POST',
    url,
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  };
}
