import { describe, expect, test } from 'vitest';
import { connect, connectWithToken } from '@/utils/community/auth/connect';
import type { PlainRequest } from '@/utils/community/connector';
import type { Http } from '@/utils/community/http';
import { disconnect } from '@/utils/community/store';
import { base64Url } from '@/utils/kernel/ids';
import { fail, succeed } from '@/utils/kernel/result';
import { aDatabase, must, START } from '../support/outbox-world';

const ORIGIN = 'https://social.example';
const REDIRECT = 'https://abc.chromiumapp.org/';
const INSTANCE = {
  title: 'Huis',
  version: '4.4.0',
  configuration: { deelgenoot: { idempotency: 'forever' } },
};
const METADATA = { authorization_endpoint: `${ORIGIN}/o/authorize`, token_endpoint: `${ORIGIN}/o/token` };

type Answers = Record<string, readonly [number, unknown] | 'no-connection'>;
const GOOD: Answers = {
  '/api/v2/instance': [200, INSTANCE],
  '/.well-known/oauth-authorization-server': [404, { error: 'no' }],
  '/api/v1/apps': [200, { client_id: 'id', client_secret: 'hush' }],
  '/oauth/token': [200, { access_token: 'tok', token_type: 'Bearer', scope: 'read' }],
  '/api/v1/accounts/verify_credentials': [
    200,
    { id: '1', username: 'ann', acct: 'ann', display_name: 'Ann' },
  ],
};

function aServer(changes: Answers = {}) {
  const requests: PlainRequest[] = [];
  const http: Http = async (request) => {
    requests.push(request);
    const answer = { ...GOOD, ...changes }[new URL(request.url).pathname] ?? [404, 'no'];
    if (answer === 'no-connection') return fail({ kind: 'retry', applied: 'unknown', answered: false });
    const [status, body] = answer;
    return succeed({ status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body) });
  };
  return { http, requests };
}

/** A person who signs in; `back` changes the address that the browser comes back to. */
function aWorld(answers: Answers = {}, back: (url: URL) => string | null = (url) => url.href) {
  const server = aServer(answers);
  const opened: URL[] = [];
  const launch = async (url: string): Promise<string | null> => {
    opened.push(new URL(url));
    const address = new URL(REDIRECT);
    address.searchParams.set('code', 'the-code');
    address.searchParams.set('state', new URL(url).searchParams.get('state') ?? '');
    return back(address);
  };
  const db = aDatabase();
  const ports = { http: server.http, db, clock: () => START, window: { redirectUri: REDIRECT, launch } };
  return {
    ports,
    db,
    server,
    opened,
    connect: () => connect(ports, { address: 'social.example', scope: 'own' }),
  };
}

describe('connecting', () => {
  test('keeps community and token, the token apart and bound to its origin', async () => {
    const world = aWorld();
    const community = must(await world.connect());
    expect(community).toMatchObject({
      name: 'Huis',
      accountName: 'Ann',
      accountHandle: 'ann',
      keepsKeys: true,
      places: null,
      canEdit: true,
      canRemove: true,
    });
    expect(await world.db.communities.toArray()).toEqual([community]);
    expect(JSON.stringify(community)).not.toContain('tok');
    expect(await world.db.tokens.toArray()).toEqual([
      {
        communityId: community.id,
        origin: ORIGIN,
        token: 'tok',
        client: {
          clientId: 'id',
          clientSecret: 'hush',
          scopes: 'read:accounts read:statuses write:statuses write:favourites',
          token: `${ORIGIN}/oauth/token`,
          revoke: `${ORIGIN}/oauth/revoke`,
        },
      },
    ]);
    expect(community).toMatchObject({ signedInBy: 'oauth', mayDo: ['read'] });
  });

  test('proves by PKCE (S256) that the exchange is ours, and asks only for what it needs', async () => {
    const world = aWorld();
    await world.connect();
    const query = world.opened[0]?.searchParams;
    const exchange = new URLSearchParams(
      world.server.requests.find(({ url }) => url.endsWith('/oauth/token'))?.body,
    );
    const verifier = new TextEncoder().encode(exchange.get('code_verifier') ?? '');
    const challenge = base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', verifier)));
    expect(verifier.length).toBeGreaterThanOrEqual(43);
    expect(query?.get('code_challenge')).toBe(challenge);
    expect(query?.get('code_challenge_method')).toBe('S256');
    expect(query?.get('redirect_uri')).toBe(REDIRECT);
    expect(query?.get('scope')).not.toMatch(/admin|follow\b|push/);
    expect(exchange.get('code')).toBe('the-code');
  });

  test('the same account again renews its sign-in and stays one community', async () => {
    const world = aWorld();
    const first = must(await world.connect());
    await world.db.communities.update(first.id, { signedOut: true });
    expect(must(await world.connect()).id).toBe(first.id);
    expect(await world.db.communities.toArray()).toMatchObject([{ signedOut: false }]);
  });

  test('uses the endpoints that the server names on its own origin', async () => {
    const world = aWorld({
      '/.well-known/oauth-authorization-server': [200, METADATA],
      '/o/token': [200, { access_token: 'tok', token_type: 'bearer' }],
    });
    must(await world.connect());
    expect(world.opened[0]?.pathname).toBe('/o/authorize');
  });

  const elsewhere = { ...METADATA, token_endpoint: 'https://evil.example/token' };
  test.each<[string, Answers, string]>([
    ['nothing answers', { '/api/v2/instance': 'no-connection' }, 'community-unreachable'],
    ['the server is ill', { '/api/v2/instance': [503, ''] }, 'community-unreachable'],
    ['a website answers', { '/api/v2/instance': [200, '<html>'] }, 'not-a-community'],
    ['there is nothing', { '/api/v2/instance': [404, ''] }, 'not-a-community'],
    ['it sends us elsewhere', { '/api/v2/instance': [301, ''] }, 'not-a-community'],
    [
      'codes would go elsewhere',
      { '/.well-known/oauth-authorization-server': [200, elsewhere] },
      'sign-in-elsewhere',
    ],
    ['the application is refused', { '/api/v1/apps': [422, { error: 'no' }] }, 'registration-refused'],
    ['the exchange is refused', { '/oauth/token': [400, { error: 'invalid_grant' }] }, 'sign-in-failed'],
    ['the connection breaks', { '/oauth/token': 'no-connection' }, 'community-unreachable'],
    ['the token is no good', { '/api/v1/accounts/verify_credentials': [401, ''] }, 'sign-in-failed'],
  ])('where %s keeps nothing and says why', async (_what, answers, code) => {
    const world = aWorld(answers);
    expect(await world.connect()).toEqual({ ok: false, error: { code, detail: 'social.example' } });
    expect(await world.db.communities.count()).toBe(0);
    expect(await world.db.tokens.count()).toBe(0);
  });

  const denied = (url: URL): string => {
    url.searchParams.delete('code');
    url.searchParams.set('error', 'access_denied');
    return url.href;
  };
  test.each<[string, (url: URL) => string | null, string]>([
    ['closes the window', () => null, 'sign-in-refused'],
    ['says no', denied, 'sign-in-refused'],
    ['comes back without a code', () => REDIRECT, 'sign-in-failed'],
    ['comes back with another state', (url) => url.href.replace(/state=./, 'state=_'), 'sign-in-failed'],
    ['comes back to another place', (url) => url.href.replace('abc.', 'evil.'), 'sign-in-failed'],
    ['comes back to nowhere', () => 'nowhere', 'sign-in-failed'],
  ])('where the person %s keeps nothing', async (_what, back, code) => {
    const world = aWorld({}, back);
    expect(await world.connect()).toMatchObject({ error: { code } });
    expect(world.server.requests.some(({ url }) => url.endsWith('/oauth/token'))).toBe(false);
  });
});

describe('connecting with a pasted token', () => {
  const paste = (world: ReturnType<typeof aWorld>, token: string) =>
    connectWithToken(world.ports, { address: ORIGIN, token, scope: 'across' });

  test('works without a window', async () => {
    const world = aWorld();
    expect(must(await paste(world, ' pasted\n')).scope).toBe('across');
    expect(await world.db.tokens.toArray()).toMatchObject([{ token: 'pasted' }]);
    expect(world.opened).toHaveLength(0);
  });

  test.each(['', 'twee woorden', 'a\r\nCookie: x', 'é'])('refuses “%s” without sending it', async (token) => {
    const world = aWorld();
    expect(await paste(world, token)).toMatchObject({ error: { code: 'token-refused' } });
    expect(world.server.requests).toHaveLength(1);
  });

  test('says that the server does not accept it', async () => {
    const world = aWorld({ '/api/v1/accounts/verify_credentials': [401, ''] });
    expect(await paste(world, 'old')).toMatchObject({
      error: { code: 'token-refused', detail: 'social.example' },
    });
  });
});

test('disconnecting forgets the token too', async () => {
  const world = aWorld();
  const { id } = must(await world.connect());
  await disconnect(world.db, id);
  expect([await world.db.communities.count(), await world.db.tokens.count()]).toEqual([0, 0]);
});
