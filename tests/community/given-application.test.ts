import { describe, expect, test } from 'vitest';
import { look } from '@/utils/community/auth/connect';
import type { GivenApplication } from '@/utils/community/auth/ports';
import { must } from '../support/outbox-world';
import { aHouse, HOUSE } from './house';
import { HouseWorld } from './house-world';

const OTHER = 'https://graph.example';
const GIVEN = { clientId: 'given', tenant: 'stad.example', byPolicy: false };
const platform = aHouse({}, { registeredBy: 'administrator', takesTenant: true });

function worldWith(given: GivenApplication | null, house = platform): HouseWorld {
  const world = new HouseWorld(house);
  world.server.metadata = { ...world.server.metadata, registration_endpoint: undefined };
  world.applicationFor = () => given;
  return world;
}

async function wayOf(world: HouseWorld) {
  const { ways } = must(await look(world.ports(), HOUSE));
  return ways.find(({ way }) => way === 'oauth');
}

describe('an application that an administrator gave out', () => {
  test('is asked for, with the organisation that it may be for', async () => {
    expect(await wayOf(worldWith(null))).toMatchObject({
      needs: ['client-id'],
      takesTenant: true,
      application: null,
    });
  });

  test('can be typed anew by whoever typed it, for it may have been wrong', async () => {
    expect(await wayOf(worldWith(GIVEN))).toMatchObject({
      needs: ['client-id'],
      takesTenant: true,
      application: GIVEN,
    });
  });

  test('stands where the policy holds it', async () => {
    const way = await wayOf(worldWith({ ...GIVEN, byPolicy: true }));
    expect(way).toMatchObject({ needs: [] });
    expect(way?.takesTenant).toBeUndefined();
  });

  test.each(['stad van ons', 'a/../b'])('is for no organisation that is called %j', async (tenant) => {
    const world = worldWith({ ...GIVEN, tenant });
    expect(await world.connect()).toMatchObject({ error: { code: 'tenant-missing' } });
    expect(world.opened).toEqual([]);
    expect(await wayOf(world)).toMatchObject({ needs: ['client-id', 'tenant'] });
  });

  test('of a policy in which the organisation is no name, asks nobody for what only the policy can mend', async () => {
    const world = worldWith({ ...GIVEN, tenant: 'stad van ons', byPolicy: true });
    expect(await world.connect()).toMatchObject({ error: { code: 'tenant-by-policy' } });
    expect(await wayOf(world)).toBeUndefined();
  });
});

describe('one of a policy, which takes no more than a press', () => {
  const house = aHouse({}, { registeredBy: 'administrator', elsewhere: { [OTHER]: `${OTHER}/read` } });
  const world = () => worldWith({ ...GIVEN, byPolicy: true }, house);

  test('opens no sign-in before the person let us ask everything that it needs', async () => {
    const asking = world();
    asking.mayReach = async (origins) => origins.every((origin) => origin === HOUSE);
    expect(await asking.connect()).toMatchObject({ error: { code: 'sign-in-choose' } });
    expect(asking.opened).toEqual([]);
    expect(await wayOf(asking)).toMatchObject({ needs: [], origins: [HOUSE, OTHER] });
  });

  test('connects where they did', async () => {
    const asking = world();
    asking.mayReach = async () => true;
    expect(await asking.connect()).toMatchObject({ ok: true });
  });
});

describe('a sign-in with it that comes to nothing', () => {
  const says = (error: string, description: string) => (back: URL) => {
    back.searchParams.delete('code');
    back.searchParams.set('error', error);
    back.searchParams.set('error_description', description);
    return back.href;
  };

  test.each<[string, HouseWorld['back'], string]>([
    ['a window that was closed', () => null, 'sign-in-unfinished'],
    ['a no', says('access_denied', 'AADSTS65004: User declined'), 'sign-in-unfinished'],
    ['an administrator who has to agree', says('access_denied', 'AADSTS90094: …'), 'sign-in-consent'],
    ['nobody who agreed yet', says('invalid_request', 'AADSTS90008: …'), 'sign-in-consent'],
    ['what one may not agree to', says('access_denied', 'AADSTS90093: …'), 'sign-in-consent'],
    [
      'an application that is not known',
      says('unauthorized_client', 'AADSTS700016: …'),
      'application-refused',
    ],
  ])('%s', async (_what, back, code) => {
    const world = worldWith(GIVEN);
    world.back = back;
    expect(await world.connect()).toMatchObject({ error: { code } });
  });

  test.each(['unauthorized_client', 'invalid_client'])('an exchange refused with %s', async (error) => {
    const world = worldWith(GIVEN);
    world.server.instead.set('/token', [401, { error, error_description: 'AADSTS7000218: …' }]);
    expect(await world.connect()).toMatchObject({ error: { code: 'application-refused' } });
  });

  test('is told of by the name that people know, where the interface stands elsewhere', async () => {
    const known = { ...platform, pageOf: () => 'https://huis.example' };
    for (const [back, code] of [
      [says('consent_required', ''), 'sign-in-consent'],
      [says('server_error', ''), 'sign-in-failed'],
    ] as const) {
      const world = worldWith(GIVEN, known);
      world.back = back;
      expect(await world.connect()).toMatchObject({ error: { code, detail: 'Huis' } });
    }
  });
});

test('what people read that we ask for is all that we ask for', async () => {
  const house = aHouse({}, { elsewhere: { [OTHER]: `${OTHER}/read offline` } });
  const world = new HouseWorld(house);
  const way = await wayOf(world);
  await world.connected();
  expect(way?.asksFor.join(' ')).toBe(world.opened[0]?.searchParams.get('scope'));
});
