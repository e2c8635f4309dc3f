import { describe, expect, test } from 'vitest';
import { aConsentingMember, authorizePath, BACK, PKCE, register, VERIFIER } from './an-app';
import { aServer, ORIGIN, PASSWORD } from './support';
import { Visitor } from './visitor';

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
