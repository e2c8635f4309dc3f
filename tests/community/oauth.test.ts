import { describe, expect, test, vi } from 'vitest';
import { connect } from '@/utils/community/auth/connect';
import { must } from '../support/outbox-world';
import { aHouse, HOUSE } from './house';
import { HouseWorld, REDIRECT } from './house-world';

const EVIL = 'https://evil.example';

test('signs in with PKCE as an application without a secret, and keeps what the platform said', async () => {
  const world = new HouseWorld();
  const community = await world.connected();
  expect(community).toMatchObject({
    id: `house:${HOUSE}/1`,
    connector: 'house',
    kind: 'stream',
    countsIn: 'code-points',
    rateLimit: [{ requests: 10, perMs: 30_000 }],
    needsPlace: true,
    readsBy: 'place',
    canThank: true,
    format: 'markdown',
    places: [{ id: 'p' }],
    signedInBy: 'oauth',
    mayDo: ['read', 'write'],
  });
  const [exchange] = world.server.fieldsOf('/token');
  expect(exchange?.has('client_secret')).toBe(false);
  expect(await world.stored()).toMatchObject([
    { origin: HOUSE, refreshToken: expect.any(String), expiresAt: world.now + 3_600_000 },
  ]);
  expect(JSON.stringify(community)).not.toMatch(/access|refresh/u);
});

test('asks people in their own language, and for nothing else than what the platform declares', async () => {
  const world = new HouseWorld();
  await world.connected();
  const query = world.opened[0]?.searchParams;
  expect(query?.get('scope')).toBe('read write');
  expect(query?.get('response_type')).toBe('code');
  expect(query?.get('redirect_uri')).toBe(REDIRECT);
});

describe('who may be signed in to', () => {
  const described = (change: Record<string, unknown>) => (world: HouseWorld) => {
    world.server.metadata = { ...world.server.metadata, ...change };
  };
  test.each<[string, (world: HouseWorld) => void]>([
    ['the sign-in page stands elsewhere', described({ authorization_endpoint: `${EVIL}/authorize` })],
    ['codes would go elsewhere', described({ token_endpoint: `${EVIL}/token` })],
    ['codes would go over plain http', described({ token_endpoint: 'http://house.example/token' })],
    ['it claims to be another', described({ issuer: EVIL })],
    ['its pages are no addresses', described({ authorization_endpoint: 'javascript:alert(1)' })],
    ['its name hides another host', described({ token_endpoint: `https://house.example@evil.example/t` })],
  ])('nobody, where %s', async (_what, change) => {
    const world = new HouseWorld();
    change(world);
    expect(await world.connect()).toMatchObject({ error: { code: 'sign-in-elsewhere' } });
    expect(world.opened).toEqual([]);
    expect(world.server.requests.every(({ url }) => new URL(url).origin === HOUSE)).toBe(true);
  });

  test('the server that a platform is known for, or that its own description names, where the platform allows it', async () => {
    const elsewhere = {
      issuer: 'https://account.example',
      authorization_endpoint: 'https://account.example/authorize',
      token_endpoint: 'https://account.example/token',
    };
    for (const signsInAt of ['issuer', ['https://account.example']] as const) {
      const world = new HouseWorld(aHouse({}, { signsInAt }));
      world.server.metadata = { ...world.server.metadata, ...elsewhere };
      must(await world.connect());
      expect(world.opened[0]?.origin).toBe('https://account.example');
    }
    const world = new HouseWorld(aHouse({}, { signsInAt: 'issuer' }));
    world.server.metadata = { ...world.server.metadata, ...elsewhere, token_endpoint: `${EVIL}/token` };
    expect(await world.connect()).toMatchObject({ error: { code: 'sign-in-elsewhere' } });
  });

  test('nobody, where codes of another’s sign-in page would come back to whoever named that page', async () => {
    const world = new HouseWorld(aHouse({}, { signsInAt: 'issuer' }));
    const honest = 'https://account.example';
    described({ issuer: honest, authorization_endpoint: `${honest}/authorize` })(world);
    expect(await world.connect()).toMatchObject({ error: { code: 'sign-in-elsewhere' } });
    expect(world.opened).toEqual([]);
  });

  test('no server whose own name is none that we trust, whoever else has no such name either', async () => {
    const world = new HouseWorld(aHouse({}, { signsInAt: 'issuer' }));
    const plain = 'http://account.example';
    described({ issuer: plain, authorization_endpoint: `${plain}/a`, token_endpoint: 'javascript:a' })(world);
    expect(await world.connect()).toMatchObject({ error: { code: 'sign-in-elsewhere' } });
  });

  test('nobody elsewhere by our own knowledge of a platform, unless it is known to be there', async () => {
    const there = { authorize: 'https://account.example/a', token: 'https://account.example/t' };
    const unknown = {
      metadata: () => `${HOUSE}/nothing`,
      endpoints: () => there,
      registeredBy: 'administrator',
    } as const;
    for (const [signsInAt, code] of [
      [[], 'sign-in-elsewhere'],
      [['https://account.example'], 'client-id-missing'],
    ] as const) {
      const world = new HouseWorld(aHouse({}, { ...unknown, signsInAt }));
      expect(await world.connect()).toMatchObject({ error: { code } });
    }
  });

  test('a place to take sign-ins back that stands elsewhere is left alone', async () => {
    const world = new HouseWorld();
    described({ revocation_endpoint: `${EVIL}/revoke` })(world);
    must(await world.connect());
    expect((await world.stored())[0]?.client?.revoke).toBeUndefined();
  });
});

describe('what comes back', () => {
  const set = (name: string, value: string) => (back: URL) => {
    back.searchParams.set(name, value);
    return back.href;
  };
  const says =
    (error: string, description = '') =>
    (back: URL) => {
      back.searchParams.delete('code');
      back.searchParams.set('error', error);
      back.searchParams.set('error_description', description);
      return back.href;
    };
  test.each<[string, (back: URL) => string | null, string]>([
    ['with the state of somebody else', set('state', 'other'), 'sign-in-failed'],
    ['with two states', (back) => `${back.href}&state=other`, 'sign-in-failed'],
    ['with two codes', (back) => `${back.href}&code=other`, 'sign-in-failed'],
    ['with a code of another sign-in', set('code', 'stolen'), 'sign-in-failed'],
    ['from another issuer', set('iss', EVIL), 'sign-in-failed'],
    ['with two issuers', (back) => `${back.href}&iss=${HOUSE}&iss=${EVIL}`, 'sign-in-failed'],
    ['to another path', (back) => back.href.replace('org/', 'org/x'), 'sign-in-failed'],
    ['to another place', (back) => back.href.replace('abc.', 'evil.'), 'sign-in-failed'],
    ['with a no of the person', says('access_denied'), 'sign-in-refused'],
    [
      'with a no, and another state',
      (back) => says('access_denied')(new URL(set('state', 'x')(back))),
      'sign-in-failed',
    ],
    [
      'with a no for want of an administrator',
      says('access_denied', 'AADSTS90094: admin'),
      'sign-in-consent',
    ],
    [
      'with a wish for consent',
      says('invalid_client', 'AADSTS65001: The user or administrator…'),
      'sign-in-consent',
    ],
    ['with a wish for consent in the standard', says('consent_required'), 'sign-in-consent'],
    ['with an error of the server', says('server_error'), 'sign-in-failed'],
    ['never', () => null, 'sign-in-refused'],
  ])('%s is judged as such, and nothing is kept', async (_what, back, code) => {
    const world = new HouseWorld();
    world.back = back;
    expect(await world.connect()).toMatchObject({ error: { code } });
    expect(await world.stored()).toEqual([]);
    expect(await world.db.communities.count()).toBe(0);
  });

  test('where a server says that it names itself, an answer without its name is none of its own', async () => {
    const world = new HouseWorld();
    world.server.metadata = {
      ...world.server.metadata,
      authorization_response_iss_parameter_supported: true,
    };
    expect(await world.connect()).toMatchObject({ error: { code: 'sign-in-failed' } });
    world.back = set('iss', HOUSE);
    must(await world.connect());
  });
});

test('a worker that dies while the person signs in leaves nothing behind, and the next try is like the first', async () => {
  const world = new HouseWorld();
  const ports = world.ports();
  const never = new Promise<null>(() => undefined);
  void connect(
    { ...ports, window: { ...ports.window, launch: () => never } },
    { address: HOUSE, scope: 'own' },
  );
  await vi.waitFor(() => expect(world.server.asked('/register')).toBe(1));
  expect(await world.stored()).toEqual([]);
  must(await world.connect());
  expect(await world.db.communities.count()).toBe(1);
});
