import { describe, expect, test } from 'vitest';
import { leave } from '@/utils/community/auth/leave';
import { must } from '../support/outbox-world';
import { aKeyHouse } from './flows';
import { aHouse, HOUSE } from './house';
import { HouseWorld, signedIn, thank } from './house-world';

describe('as the person is signed in there', () => {
  test('nothing is kept, and every request goes with the browser’s cookies for that origin', async () => {
    const world = new HouseWorld(aKeyHouse());
    world.server.live.set('', Number.POSITIVE_INFINITY); // the server knows who it is without a token
    const signing = must(await world.signIn({ way: 'session' }));
    if (!('community' in signing)) throw new Error('It waits');
    expect(await world.stored()).toEqual([
      { communityId: signing.community.id, origin: HOUSE, token: '', asSignedIn: true },
    ]);
    must(await thank(world.perform(), signing.community));
    const ofAccount = world.server.requests.filter(({ url }) => /\/(me|mark|places)$/u.test(url));
    expect(ofAccount.length).toBeGreaterThan(2);
    expect(
      ofAccount.every(({ asSignedIn, headers }) => asSignedIn && headers.authorization === undefined),
    ).toBe(true);
  });

  test('says so where nobody is signed in', async () => {
    const world = new HouseWorld(aKeyHouse());
    expect(await world.signIn({ way: 'session' })).toMatchObject({ error: { code: 'not-signed-in-there' } });
  });

  test('only where the platform declares it', async () => {
    const world = new HouseWorld();
    world.server.live.set('', Number.POSITIVE_INFINITY);
    expect(await world.signIn({ way: 'session' })).toMatchObject({ error: { code: 'sign-in-choose' } });
  });
});

describe('signing in again', () => {
  test('goes the way that was used, though the platform names another first', async () => {
    const world = new HouseWorld(aHouse({ signsIn: ['oauth', 'session', 'token'] }));
    world.server.live.set('', Number.POSITIVE_INFINITY);
    expect(must(await world.connect('session'))).toMatchObject({ signedInBy: 'session' });
    expect(world.opened).toEqual([]);
  });

  test('by what is pasted or typed asks for it, and opens no other way', async () => {
    const world = new HouseWorld();
    expect(await world.connect('token')).toMatchObject({ error: { code: 'sign-in-choose' } });
    expect(world.server.requests).toEqual([]);
  });

  test('in a way that the platform has no longer goes the first that it has', async () => {
    expect(must(await new HouseWorld().connect('session'))).toMatchObject({ signedInBy: 'oauth' });
  });
});

test('a token that needs a name says so, and goes with it', async () => {
  const world = new HouseWorld(aKeyHouse());
  world.server.live.set('ann:tok', Number.POSITIVE_INFINITY);
  expect(await world.signIn({ way: 'token', secret: 'tok' })).toMatchObject({
    error: { code: 'name-missing' },
  });
  must(await world.signIn({ way: 'token', secret: ' tok\n', name: ' ann ' }));
  expect(await world.stored()).toMatchObject([{ token: 'ann:tok' }]);
});

test('another account is another community: what the first one has stays its own', async () => {
  const { world, community } = await signedIn();
  world.server.user = { id: '2', name: 'Bob', handle: 'bob' };
  const other = must(await world.connect());
  expect(other.id).not.toBe(community.id);
  expect(await world.db.communities.toArray()).toHaveLength(2);
  expect(await world.stored()).toHaveLength(2);
});

test('two of a kind below one address are two communities', async () => {
  const ids = new Set<string>();
  for (const path of ['/een', '/twee']) {
    const recognise = { probes: aHouse().recognise.probes, read: () => null };
    const byAddress = () => ({ base: `${HOUSE}${path}`, name: '', version: '' });
    const world = new HouseWorld(aKeyHouse({ recognise: { ...recognise, probes: () => [], byAddress } }));
    const http = world.server.http;
    Object.assign(world.server, {
      http: (request: Parameters<typeof http>[0]) => http({ ...request, url: request.url.replace(path, '') }),
    });
    world.server.live.set('ann:t', Number.POSITIVE_INFINITY);
    const signing = must(await world.signIn({ way: 'token', secret: 't', name: 'ann' }));
    if ('community' in signing) ids.add(signing.community.id);
    expect(signing).toMatchObject({ community: { base: `${HOUSE}${path}`, origin: HOUSE } });
  }
  expect(ids.size).toBe(2);
});

describe('leaving', () => {
  const left = async (world: HouseWorld, id: string) =>
    leave({ db: world.db, http: world.server.http }, () => world.platform, id);

  test('forgets everything, then takes back at the platform what new tokens are made of, and the token', async () => {
    const { world, server, community } = await signedIn();
    const [stored] = await world.stored();
    const { takenBack } = await left(world, community.id);
    expect(await world.stored()).toEqual([]);
    expect(await world.db.communities.count()).toBe(0);
    await takenBack;
    expect(server.fieldsOf('/revoke').map((fields) => fields.get('token'))).toEqual([
      stored?.refreshToken,
      stored?.token,
    ]);
    expect(server.live.size + server.refreshTokens.size).toBe(0);
  });

  test.each(['silence', 'a refusal', 'a crash'])('is not held up by %s', async (what) => {
    const { world, server, community } = await signedIn();
    if (what === 'silence') server.loses.set('/revoke', 9);
    if (what === 'a refusal') server.instead.set('/revoke', [503, '']);
    if (what === 'a crash') Object.assign(server, { http: () => Promise.reject(new Error('gone')) });
    const { takenBack } = await left(world, community.id);
    expect(await world.stored()).toEqual([]);
    await takenBack;
  });

  test('takes back a key that was made for us, in the platform’s own way', async () => {
    const world = new HouseWorld(aKeyHouse());
    world.server.live.set('tok', Number.POSITIVE_INFINITY);
    world.back = (back) => `${back.origin}/?payload=private-key:tok`;
    const signing = must(await world.signIn({ way: 'key' }));
    if (!('community' in signing)) throw new Error('It waits');
    await (await left(world, signing.community.id)).takenBack;
    expect(world.server.asked('/keys/which')).toBe(1);
    expect(world.server.requests.at(-1)).toMatchObject({ method: 'DELETE', url: `${HOUSE}/keys/1` });
  });

  test('leaves alone what the person made there themselves', async () => {
    const world = new HouseWorld(aKeyHouse());
    world.server.live.set('ann:t', Number.POSITIVE_INFINITY);
    must(await world.signIn({ way: 'token', secret: 't', name: 'ann' }));
    const before = world.server.requests.length;
    await (await left(world, `house:${HOUSE}/1`)).takenBack;
    expect(world.server.requests).toHaveLength(before);
  });
});
