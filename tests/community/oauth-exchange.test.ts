import { describe, expect, test } from 'vitest';
import { must } from '../support/outbox-world';
import { aHouse } from './house';
import { HouseWorld, REDIRECT } from './house-world';

describe('what the exchange gives', () => {
  const token = { access_token: 'tok', token_type: 'bearer' };
  test.each<[string, number, unknown, string]>([
    ['a token of another kind', 200, { ...token, token_type: 'mac' }, 'sign-in-failed'],
    ['no kind of token', 200, { access_token: 'tok' }, 'sign-in-failed'],
    [
      'a token that would break a header',
      200,
      { ...token, access_token: 'a\r\nCookie: b' },
      'sign-in-failed',
    ],
    ['an empty token', 200, { ...token, access_token: '' }, 'sign-in-failed'],
    ['a page', 200, '<html>', 'sign-in-failed'],
    ['a redirect', 302, '', 'sign-in-failed'],
    ['a refusal', 400, { error: 'invalid_grant' }, 'sign-in-failed'],
    [
      'a wish for consent',
      400,
      { error: 'invalid_grant', error_description: 'AADSTS65001: …', suberror: 'consent_required' },
      'sign-in-consent',
    ],
  ])('%s keeps nothing', async (_what, status, body, code) => {
    const world = new HouseWorld();
    world.server.instead.set('/token', [status, body]);
    expect(await world.connect()).toMatchObject({ error: { code } });
    expect(await world.stored()).toEqual([]);
  });

  test.each<[unknown, number | undefined]>([
    [3_600, 3_600_000],
    ['3600', 3_600_000],
    [1, 60_000],
    [0, undefined],
    [-5, undefined],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
    [1e300, 400 * 24 * 3_600_000],
  ])('an end after %j s', async (expiresIn, lifeMs) => {
    const world = new HouseWorld();
    world.server.expiresIn = expiresIn;
    await world.connected();
    const [stored] = await world.stored();
    expect(stored?.expiresAt).toBe(lifeMs === undefined ? undefined : world.now + lifeMs);
  });
});

describe('as which application', () => {
  const administrator = aHouse({}, { registeredBy: 'administrator' });
  const noRegistration = (world: HouseWorld) => {
    world.server.metadata = { ...world.server.metadata, registration_endpoint: undefined };
  };

  test('the one that was given out, and none is registered', async () => {
    const world = new HouseWorld(administrator);
    world.applicationFor = () => ({ clientId: 'given', tenant: null, byPolicy: true });
    await world.connected();
    expect(world.opened[0]?.searchParams.get('client_id')).toBe('given');
    expect(world.server.asked('/register')).toBe(0);
  });

  test('none where nothing was given out: the problem says where sign-in would come back to', async () => {
    const world = new HouseWorld(administrator);
    noRegistration(world);
    expect(await world.connect()).toEqual({
      ok: false,
      error: { code: 'client-id-missing', detail: REDIRECT },
    });
    expect(world.opened).toEqual([]);
  });

  test('our own, where the server describes a place to register after all', async () => {
    must(await new HouseWorld(administrator).connect());
  });

  test('none where the server refuses us', async () => {
    const world = new HouseWorld();
    world.server.instead.set('/register', [403, { error: 'access_denied' }]);
    expect(await world.connect()).toMatchObject({ error: { code: 'registration-refused' } });
  });

  test.each(['', 'a/../b', 'x?y'])('none for %j, which names no organisation', async (tenant) => {
    const world = new HouseWorld(aHouse({}, { registeredBy: 'administrator' }));
    world.applicationFor = () => ({ clientId: 'given', tenant, byPolicy: false });
    expect(await world.connect()).toEqual({ ok: false, error: { code: 'tenant-missing', detail: 'Huis' } });
  });
});
