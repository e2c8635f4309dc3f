import { describe, expect, test } from 'vitest';
import { challengeOf } from '@/server/auth/secrets';
import { aMember, aServer, get, ORIGIN, PASSWORD, type Server } from './support';
import { Visitor } from './visitor';

const BACK = 'https://app.example/back?from=app';
const VERIFIER = 'a'.repeat(43);

interface App {
  readonly client_id: string;
  readonly client_secret: string;
}

async function register(server: Server, changes: Readonly<Record<string, string>> = {}): Promise<App> {
  const fields = { client_name: 'Proefapp', redirect_uris: BACK, scopes: 'read write:statuses', ...changes };
  const answer = await server.request('/api/v1/apps', { method: 'POST', body: new URLSearchParams(fields) });
  return (await answer.json()) as App;
}

function authorizePath({ client_id }: App, changes: Readonly<Record<string, string>> = {}): string {
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
const PKCE = { code_challenge: challengeOf(VERIFIER), code_challenge_method: 'S256' };

/** A server, an app that is registered with it, and a member who is signed in. */
async function aConsentingMember() {
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

describe('letting an app in', () => {
  test('the page names the app, what it may do and where it goes; the answer goes there with its state', async () => {
    const { app, visitor } = await aConsentingMember();
    const page = await visitor.open(authorizePath(app, PKCE));
    const text = await page.text();
    for (const shown of ['Proefapp', 'app.example', 'anna']) expect(text).toContain(shown);
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self' https://app.example");
    expect(page.headers.get('cross-origin-opener-policy')).toBeNull();
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
    const answer = await visitor.fillIn(authorizePath(app, PKCE), { decision: 'allow' });
    const back = new URL(answer.headers.get('location') ?? '');
    expect(`${back.origin}${back.pathname}`).toBe('https://app.example/back');
    expect(Object.fromEntries(back.searchParams)).toEqual({
      from: 'app',
      code: expect.any(String),
      state: 's & t',
    });
  });

  test('no is told to the app, and gives it nothing', async () => {
    const { app, visitor } = await aConsentingMember();
    const answer = await visitor.fillIn(authorizePath(app), { decision: 'deny' });
    const { searchParams } = new URL(answer.headers.get('location') ?? '');
    expect(Object.fromEntries(searchParams)).toEqual({ from: 'app', error: 'access_denied', state: 's & t' });
  });

  test('whoever is not signed in signs in first, and comes back to the question', async () => {
    const { server, app } = await aConsentingMember();
    const stranger = new Visitor(server);
    const sent = await stranger.open(authorizePath(app, PKCE));
    const signIn = sent.headers.get('location') ?? '';
    expect(signIn).toMatch(/^\/sign-in\?next=/);
    const signedIn = await stranger.fillIn(signIn, { handle: 'anna', password: PASSWORD });
    expect(signedIn.headers.get('location')).toBe(`${ORIGIN}${authorizePath(app, PKCE)}`);
  });

  test('an app without an address of its own gets its code on a page', async () => {
    const { server, visitor } = await aConsentingMember();
    const redirect_uri = 'urn:ietf:wg:oauth:2.0:oob';
    const app = await register(server, { redirect_uris: redirect_uri });
    const answer = await visitor.fillIn(authorizePath(app, { redirect_uri }), { decision: 'allow' });
    expect(await answer.text()).toMatch(/<code>[\w-]{43}<\/code>/);
  });

  test.each([
    ['an app that nobody knows', { client_id: 'nobody' }],
    ['an address that was not registered', { redirect_uri: 'https://app.example/back' }],
    ['an address below the registered one', { redirect_uri: `${BACK}/more` }],
    ['a scope that was not registered', { scope: 'write' }],
    ['a scope that does not exist', { scope: 'everything' }],
    ['another kind of answer', { response_type: 'token' }],
    ['PKCE that hides nothing', { code_challenge: VERIFIER, code_challenge_method: 'plain' }],
  ])('%s is refused on a page, and never gone to', async (_what, changes) => {
    const { app, visitor } = await aConsentingMember();
    const answer = await visitor.open(authorizePath(app, changes));
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });

  test('a yes from another site, or without the page’s token, is none', async () => {
    const { app, visitor } = await aConsentingMember();
    const path = authorizePath(app, PKCE);
    const fields = { ...Object.fromEntries(new URL(path, ORIGIN).searchParams), decision: 'allow' };
    for (const answer of [
      await visitor.send('/oauth/authorize', fields),
      await visitor.send('/oauth/authorize', { ...fields, csrf: 'guessed' }),
      await visitor.send('/oauth/authorize', fields, 'https://elsewhere.example'),
    ]) {
      expect(answer.status).toBe(400);
      expect(answer.headers.get('location')).toBeNull();
    }
  });
});

describe('a code', () => {
  test('becomes a token that works, also without the secret when PKCE proves the app', async () => {
    const { server, app, agree, exchange } = await aConsentingMember();
    const { status, body } = await exchange(await agree());
    expect(body).toMatchObject({ token_type: 'Bearer', scope: 'read', created_at: expect.any(Number) });
    expect(status).toBe(200);
    const path = '/api/v1/accounts/verify_credentials';
    expect(await get(server, body.access_token ?? '', path)).toMatchObject({
      status: 200,
      body: { acct: 'anna' },
    });
    const fields = { grant_type: 'authorization_code', client_id: app.client_id, redirect_uri: BACK };
    const answer = await server.request('/oauth/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...fields, code: await agree(), code_verifier: VERIFIER }),
    });
    expect(answer.status).toBe(200);
  });

  test('works once, also when it is used six times at once', async () => {
    const { agree, exchange } = await aConsentingMember();
    const code = await agree();
    const answers = await Promise.all(Array.from({ length: 6 }, () => exchange(code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.find(({ status }) => status !== 200)?.body).toMatchObject({ error: 'invalid_grant' });
  });

  test.each([
    ['a wrong verifier', { code_verifier: 'b'.repeat(43) }],
    ['no verifier', { code_verifier: '' }],
    ['another address', { redirect_uri: 'https://app.example/elsewhere' }],
  ])('is refused with %s, and is spent by the try', async (_what, changes) => {
    const { agree, exchange } = await aConsentingMember();
    const code = await agree();
    expect(await exchange(code, changes)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect((await exchange(code)).status).toBe(400);
  });

  test('is refused to another app, with a wrong secret, and after ten minutes', async () => {
    const { server, agree, exchange } = await aConsentingMember();
    const { client_id, client_secret } = await register(server);
    expect(await exchange(await agree(), { client_id, client_secret })).toMatchObject({ status: 400 });
    const wrong = await exchange(await agree(), { client_secret: 'wrong' });
    expect(wrong).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    const code = await agree();
    server.time.now += 10 * 60_000;
    expect((await exchange(code)).status).toBe(400);
  });

  test('that was asked for without PKCE needs the secret', async () => {
    const { agree, exchange } = await aConsentingMember();
    expect((await exchange(await agree({}), { client_secret: '' })).status).toBe(400);
    expect((await exchange(await agree({}), { code_verifier: '' })).status).toBe(200);
  });
});

describe('a token', () => {
  test('covers no more than its scopes', async () => {
    const { server, agree, exchange } = await aConsentingMember();
    const { body } = await exchange(await agree());
    const headers = { authorization: `Bearer ${body.access_token}` };
    const answer = await server.request('/api/v1/statuses?status=Nee', { method: 'POST', headers });
    expect(answer.status).toBe(403);
  });

  test('ends when its app says so, and not when another does', async () => {
    const { server, app, agree, exchange } = await aConsentingMember();
    const token = (await exchange(await agree())).body.access_token ?? '';
    const revoke = async ({ client_id, client_secret }: App) => {
      const body = new URLSearchParams({ client_id, client_secret, token });
      return (await server.request('/oauth/revoke', { method: 'POST', body })).status;
    };
    const path = '/api/v1/accounts/verify_credentials';
    await revoke(await register(server));
    expect((await get(server, token, path)).status).toBe(200);
    expect(await revoke(app)).toBe(200);
    expect((await get(server, token, path)).status).toBe(401);
  });

  test('of an app alone needs the secret, and stands for no member', async () => {
    const { server, app } = await aConsentingMember();
    const ask = (fields: Readonly<Record<string, string>>) =>
      server.request('/oauth/token', {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'client_credentials', client_id: app.client_id, ...fields }),
      });
    expect((await ask({ code_verifier: VERIFIER })).status).toBe(401);
    const { access_token } = (await (await ask({ client_secret: app.client_secret })).json()) as {
      access_token: string;
    };
    const path = '/api/v1/accounts/verify_credentials';
    expect((await get(server, access_token, path)).status).toBe(422);
  });

  test('is stored as a hash, like codes and the secrets of apps and sessions', async () => {
    const { server, app, agree, exchange } = await aConsentingMember();
    const code = await agree();
    const token = (await exchange(await agree())).body.access_token ?? '';
    const tables = ['tokens', 'authorization_codes', 'applications', 'sessions'] as const;
    const rows = await Promise.all(
      tables.map((table) => server.store().db.selectFrom(table).selectAll().execute()),
    );
    const stored = JSON.stringify(rows);
    for (const secret of [code, token, app.client_secret]) expect(stored).not.toContain(secret);
  });
});

describe('registering an app', () => {
  test.each([
    ['no name', { client_name: '' }],
    ['no address', { redirect_uris: '' }],
    ['a script as address', { redirect_uris: 'javascript:alert(1)' }],
    ['an address that breaks out of a header', { redirect_uris: 'https://a;sandbox/' }],
    ['an unknown scope', { scopes: 'everything' }],
  ])('with %s is refused with a reason', async (_what, changes) => {
    const server = await aServer();
    expect(await register(server, changes)).toMatchObject({
      error: expect.stringMatching(/^Validation failed: /),
    });
  });
});

test('the metadata name every endpoint, and any origin may read them', async () => {
  const server = await aServer();
  const answer = await server.request('/.well-known/oauth-authorization-server');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(await answer.json()).toMatchObject({
    authorization_endpoint: `${ORIGIN}/oauth/authorize`,
    token_endpoint: `${ORIGIN}/oauth/token`,
    revocation_endpoint: `${ORIGIN}/oauth/revoke`,
    code_challenge_methods_supported: ['S256'],
  });
});
