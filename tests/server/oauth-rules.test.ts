import { describe, expect, test } from 'vitest';
import { covers, SCOPES, scopesOf } from '@/server/auth/scopes';
import { aConsentingMember, authorizePath, BACK, PKCE, register } from './an-app';
import { aServer, get, ORIGIN, PASSWORD } from './support';
import { Visitor } from './visitor';

const OTHER = 'app://other/back';

describe('scopes', () => {
  test('are Mastodon’s, without an administrator’s, and two of ours', () => {
    expect(scopesOf('read:invitations write:invitations')).not.toBeNull();
    const under = (parent: string) => SCOPES.filter((scope) => scope.startsWith(`${parent}:`));
    expect([under('read').length, under('write').length]).toEqual([12, 14]);
    expect(SCOPES.filter((scope) => !scope.includes(':'))).toEqual([
      'read',
      'write',
      'follow',
      'push',
      'profile',
    ]);
    for (const scope of ['admin:read', 'admin:write:accounts', 'read:everything', 'write:search', '']) {
      expect(scopesOf(scope), scope).toBeNull();
    }
    expect(scopesOf(' read  write:media+read ')).toBe('read write:media');
  });

  test.each([
    ['read', 'read:statuses', true],
    ['write', 'write:statuses', true],
    ['read:statuses', 'read', false],
    ['read', 'write:statuses', false],
    ['read', 'profile', false],
    ['profile', 'read:accounts', false],
    ['follow', 'write:follows', true],
    ['follow', 'read:blocks', true],
    ['follow', 'write:statuses', false],
    ['read write:statuses', 'read:lists write:statuses', true],
  ])('%s covers %s: %s', (granted, wanted, expected) => {
    expect(covers(granted, wanted)).toBe(expected);
  });
});

describe('an app with several addresses', () => {
  const uris = [BACK, OTHER];
  const fields = { client_name: 'Proefapp', scopes: 'read' };
  const asForm = (pairs: [string, string][]) => ({
    body: new URLSearchParams([...Object.entries(fields), ...pairs]),
  });
  test.each([
    ['one text', asForm([['redirect_uris', uris.join('\n')]])],
    ['a form’s list', asForm(uris.map((uri): [string, string] => ['redirect_uris[]', uri]))],
    [
      'a JSON list',
      {
        body: JSON.stringify({ ...fields, redirect_uris: uris }),
        headers: { 'content-type': 'application/json' },
      },
    ],
  ])('as %s is let in at each of them', async (_how, init) => {
    const { server, visitor } = await aConsentingMember();
    const answer = await server.request('/api/v1/apps', { method: 'POST', ...init });
    const app = (await answer.json()) as Awaited<ReturnType<typeof register>>;
    expect(app).toMatchObject({ redirect_uri: uris.join('\n'), redirect_uris: uris, scopes: ['read'] });
    for (const redirect_uri of uris) {
      const agreed = await visitor.fillIn(authorizePath(app, { redirect_uri }), { decision: 'allow' });
      expect(agreed.headers.get('location')?.startsWith(redirect_uri)).toBe(true);
    }
  });
});

describe('a token', () => {
  test('tells its app about itself, never its secret', async () => {
    const { server, app, agree, exchange } = await aConsentingMember();
    const { access_token = '' } = (await exchange(await agree())).body;
    const { status, body } = await get(server, access_token, '/api/v1/apps/verify_credentials');
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { name: 'Proefapp', redirect_uris: [BACK], scopes: ['read', 'write:statuses'], vapid_key: '' },
    });
    expect(JSON.stringify(body)).not.toContain(app.client_secret);
    expect((await get(server, 'nothing', '/api/v1/apps/verify_credentials')).status).toBe(401);
  });

  test('of an app alone, asked for with Basic, may ask about the app and not about a member', async () => {
    const { server, app } = await aConsentingMember();
    const answer = await server.request('/oauth/token', {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${app.client_id}:${app.client_secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const { access_token } = (await answer.json()) as { access_token: string };
    expect((await get(server, access_token, '/api/v1/apps/verify_credentials')).status).toBe(200);
    expect(await get(server, access_token, '/api/v1/timelines/home')).toMatchObject({
      status: 422,
      body: { error: expect.any(String) },
    });
  });

  test('is no wider than what the app registered', async () => {
    const { server, app } = await aConsentingMember();
    const { client_id, client_secret } = app;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id,
      client_secret,
      scope: 'write',
    });
    const answer = await server.request('/oauth/token', { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'invalid_scope' });
  });

  test('for the profile says who signed in, and no more', async () => {
    const { server, visitor } = await aConsentingMember();
    const app = await register(server, { scopes: 'profile' });
    const agreed = await visitor.fillIn(authorizePath(app, { scope: 'profile' }), { decision: 'allow' });
    const code = new URL(agreed.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const { client_id, client_secret } = app;
    const grant = { grant_type: 'authorization_code', client_id, client_secret, redirect_uri: BACK, code };
    const issued = await server.request('/oauth/token', { method: 'POST', body: new URLSearchParams(grant) });
    const { access_token } = (await issued.json()) as { access_token: string };
    expect(await get(server, access_token, '/oauth/userinfo')).toMatchObject({
      status: 200,
      body: { iss: `${ORIGIN}/`, sub: `${ORIGIN}/@anna`, preferred_username: 'anna', name: 'anna' },
    });
    expect((await get(server, access_token, '/api/v1/accounts/verify_credentials')).status).toBe(200);
    expect((await get(server, access_token, '/api/v1/timelines/home')).status).toBe(403);
  });
});

describe('the sign-in page for an app', () => {
  test('is shown again to whoever is signed in, where the app wants to be sure who it is', async () => {
    const { app, visitor } = await aConsentingMember();
    const sent = await visitor.open(authorizePath(app, { ...PKCE, force_login: 'true' }));
    const signIn = sent.headers.get('location') ?? '';
    const signedIn = await visitor.fillIn(signIn, { handle: 'anna', password: PASSWORD });
    expect(signedIn.headers.get('location')).toBe(`${ORIGIN}${authorizePath(app, PKCE)}`);
    expect((await visitor.open(authorizePath(app, PKCE))).status).toBe(200);
  });

  test('speaks the language that the app asks for', async () => {
    const { server, app } = await aConsentingMember();
    const stranger = new Visitor(server, { 'accept-language': 'nl' });
    const sent = await stranger.open(authorizePath(app, { lang: 'en' }));
    const page = await stranger.open(sent.headers.get('location') ?? '');
    expect(await page.text()).toContain('<html lang="en"');
  });
});

test('the metadata are whole', async () => {
  const answer = await (await aServer()).request('/.well-known/oauth-authorization-server');
  expect(await answer.json()).toMatchObject({
    issuer: `${ORIGIN}/`,
    userinfo_endpoint: `${ORIGIN}/oauth/userinfo`,
    app_registration_endpoint: `${ORIGIN}/api/v1/apps`,
    scopes_supported: SCOPES,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  });
});
