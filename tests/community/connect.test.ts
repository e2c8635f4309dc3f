import { describe, expect, test } from 'vitest';
import { disconnect } from '@/utils/community/store';
import { base64Url } from '@/utils/kernel/ids';
import { must } from '../support/outbox-world';
import { type Answers, aWorld, METADATA, ORIGIN, REDIRECT } from './connect-world';

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

test('disconnecting forgets the token too', async () => {
  const world = aWorld();
  const { id } = must(await world.connect());
  await disconnect(world.db, id);
  expect([await world.db.communities.count(), await world.db.tokens.count()]).toEqual([0, 0]);
});
