import * as z from 'zod/mini';
import { bodyAs } from '../answer';
import type { PlainRequest, PlainResponse } from '../connector';
import { formRequest } from './form';

export const APPLICATION_NAME = 'Deelgenoot';

/** As which application somebody signs in; a public one, which most are, has no secret. */
export interface Application {
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
}

/** What a sign-in is for. */
export interface Wanted {
  readonly redirectUri: string;
  readonly scopes: string;
  /** BCP 47: what the sign-in page should speak, where the platform can be told. */
  readonly language?: string | undefined;
}

const ApplicationSchema = z.object({
  client_id: z.string().check(z.minLength(1)),
  client_secret: z.optional(z.nullable(z.string())),
});

/** Registers us, as RFC 7591 says or by a form. */
export function applicationRequest(
  url: string,
  { redirectUri, scopes }: Pick<Wanted, 'redirectUri' | 'scopes'>,
  by: 'form' | 'json',
): PlainRequest {
  if (by === 'form')
    return formRequest(url, { client_name: APPLICATION_NAME, redirect_uris: redirectUri, scopes });
  const application = {
    client_name: APPLICATION_NAME,
    // Some servers want redirects to stand at the application's own host, which is all that we have of one.
    client_uri: new URL('/', redirectUri).href,
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    scope: scopes,
  };
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  return { method: 'POST', url, headers, body: JSON.stringify(application) };
}

/** Null where it was refused. */
export function readApplication(response: PlainResponse): Application | null {
  const { status } = response;
  const made = status === 200 || status === 201 ? bodyAs(ApplicationSchema, response) : null;
  if (made === null) return null;
  const { client_id: clientId, client_secret: clientSecret } = made;
  return clientSecret ? { clientId, clientSecret } : { clientId };
}
