import { challengeOf } from '@/server/auth/secrets';
import { aMember, aServer, PASSWORD, type Server } from './support';
import { Visitor } from './visitor';

export const BACK = 'https://app.example/back?from=app';
export const VERIFIER = 'a'.repeat(43);

export interface App {
  readonly client_id: string;
  readonly client_secret: string;
}

/** Registers an app, as anybody may. */
export async function register(server: Server, changes: Readonly<Record<string, string>> = {}): Promise<App> {
  const fields = { client_name: 'Proefapp', redirect_uris: BACK, scopes: 'read write:statuses', ...changes };
  const answer = await server.request('/api/v1/apps', { method: 'POST', body: new URLSearchParams(fields) });
  return (await answer.json()) as App;
}

/** Where the app sends its member. */
export function authorizePath({ client_id }: App, changes: Readonly<Record<string, string>> = {}): string {
  const query = {
    response_type: 'code',
    client_id,
    redirect_uri: BACK,
    scope: 'read',
    state: 's & t',
    ...changes,
  };
  return `/oauth/authorize?${new URLSearchParams(query)}`;
}
export const PKCE = { code_challenge: challengeOf(VERIFIER), code_challenge_method: 'S256' };

/** A server, an app that is registered with it, and a member who is signed in. */
export async function aConsentingMember() {
  const server = await aServer();
  const app = await register(server);
  await aMember(server);
  const visitor = new Visitor(server);
  await visitor.signIn('anna', PASSWORD);
  /** The code that the member's yes gives the app. */
  const agree = async (changes: Readonly<Record<string, string>> = PKCE): Promise<string> => {
    const answer = await visitor.fillIn(authorizePath(app, changes), { decision: 'allow' });
    return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
  };
  const exchange = async (code: string, changes: Readonly<Record<string, string>> = {}) => {
    const { client_id, client_secret } = app;
    const grant = { grant_type: 'authorization_code', client_id, client_secret, redirect_uri: BACK, code };
    const body = new URLSearchParams({ ...grant, code_verifier: VERIFIER, ...changes });
    const answer = await server.request('/oauth/token', { method: 'POST', body });
    return { status: answer.status, body: (await answer.json()) as Record<string, string> };
  };
  return { server, app, visitor, agree, exchange };
}
