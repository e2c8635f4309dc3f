import { describe, expect, test } from 'vitest';
import { must } from '../support/outbox-world';
import { HOUSE } from './house';
import { HOUR, HouseWorld, signedIn, thank } from './house-world';

test('a token is renewed shortly before it ends, once for all who ask at the same moment', async () => {
  const { world, server, community } = await signedIn();
  const [before] = await world.stored();
  world.now += HOUR - 20_000;
  const perform = world.perform();
  const lanes = [1, 2, 3, 4].map(() => thank(perform, { ...community }));
  for (const lane of await Promise.all(lanes)) must(lane);
  expect(server.asked('/token')).toBe(1);
  expect(server.asked('/api/mark')).toBe(4);
  const [after] = await world.stored();
  expect(after?.token).not.toBe(before?.token);
  expect(after?.refreshToken).not.toBe(before?.refreshToken);
  expect(after?.expiresAt).toBe(world.now + HOUR);
});

test('a token that the platform no longer accepts is renewed once, and the refused request goes again', async () => {
  const { world, server, community } = await signedIn();
  server.live.clear();
  const perform = world.perform();
  const lanes = [1, 2, 3, 4].map(() => thank(perform, { ...community }));
  for (const lane of await Promise.all(lanes)) must(lane);
  expect(server.asked('/token')).toBe(1);
});

test('a token that is refused also when it is new means signed out, after one try', async () => {
  const { world, server, community } = await signedIn();
  server.instead.set('/api/mark', [401, '']);
  expect(await thank(world.perform(), community)).toMatchObject({ error: { kind: 'auth', why: 'expired' } });
  expect(server.asked('/token')).toBe(1);
  expect(server.asked('/api/mark')).toBe(2);
});

test.each([true, false])(
  'where a first step was done already, a refused second one (renewable: %s) is looked for first',
  async (renews) => {
    const { world, server, community } = await signedIn();
    if (!renews) server.refreshTokens.clear();
    server.instead.set('/api/remove', [401, '']);
    const post = { text: 'x', language: 'nl', audience: 'members', placeId: 'p', key: 'k' } as const;
    const sent = await world.perform()<'send'>(community, { verb: 'send', ...post });
    expect(sent).toEqual({ ok: false, error: { kind: 'retry', applied: 'unknown', answered: true } });
    expect(server.asked('/api/send')).toBe(1);
    expect(server.asked('/token')).toBe(1);
  },
);

test('whoever sends with a token that another renewed meanwhile goes on with the new one', async () => {
  const { world, server, community } = await signedIn();
  const late = world.perform();
  must(await thank(late, community));
  world.now += HOUR;
  must(await thank(world.perform(), { ...community }));
  must(await thank(late, community));
  expect(server.asked('/token')).toBe(1);
});

test('a sign-in that somebody makes while the old one is refused is used at once', async () => {
  const { world, server, community } = await signedIn();
  world.now += HOUR;
  server.refreshTokens.clear();
  const http = server.http;
  Object.assign(server, {
    http: async (request: Parameters<typeof http>[0]) => {
      const answer = await http(request);
      if (new URLSearchParams(request.body).get('grant_type') === 'refresh_token') await world.connected();
      return answer;
    },
  });
  must(await thank(world.perform(), community));
});

test('a new sign-in of the same account is used where the old token is refused', async () => {
  const { world, community } = await signedIn();
  const perform = world.perform();
  must(await thank(perform, community));
  world.server.live.clear();
  world.server.refreshTokens.clear();
  await world.connected();
  must(await thank(perform, community));
});

describe('rotating tokens', () => {
  test('what was given is on disk before it is used: a worker that dies right after loses nothing', async () => {
    const { world, server, community } = await signedIn();
    world.now += HOUR;
    server.loses.set('/api/mark', 1);
    await thank(world.perform(), community);
    const [stored] = await world.stored();
    expect(server.live.has(stored?.token ?? '')).toBe(true);
    expect(server.refreshTokens.has(stored?.refreshToken ?? '')).toBe(true);
    must(await thank(world.perform(), community));
    expect(server.asked('/token')).toBe(1);
  });

  test('a lost answer: while the old token lasts it goes on, then the person signs in again', async () => {
    const { world, server, community } = await signedIn();
    world.now += HOUR - 20_000;
    server.loses.set('/token', 1);
    must(await thank(world.perform(), community));
    world.now += HOUR;
    expect(await thank(world.perform(), community)).toMatchObject({ error: { kind: 'auth' } });
    must(await world.connect());
    must(await thank(world.perform(), community));
  });

  test('a lost answer where the server lets a refresh token be used again is made up for', async () => {
    const { world, server, community } = await signedIn();
    server.rotates = false;
    world.now += HOUR;
    server.loses.set('/token', 1);
    expect(await thank(world.perform(), community)).toEqual({
      ok: false,
      error: { kind: 'retry', applied: 'no', answered: false },
    });
    must(await thank(world.perform(), community));
  });

  test('a disk that refuses: what was given is written first when it is there again', async () => {
    const { world, server, community } = await signedIn();
    world.now += HOUR;
    const perform = world.perform();
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    world.db.tokens.hook('updating', refuse);
    await expect(thank(perform, community)).rejects.toThrow();
    world.db.tokens.hook('updating').unsubscribe(refuse);
    must(await thank(perform, community));
    expect(server.asked('/token')).toBe(1);
    const [stored] = await world.stored();
    expect(server.refreshTokens.has(stored?.refreshToken ?? '')).toBe(true);
  });

  test('what was renewed takes the place of no other sign-in, and of none that was removed', async () => {
    const { world, community } = await signedIn();
    world.now += HOUR;
    const http = world.server.http;
    const newer = { communityId: community.id, origin: HOUSE, token: 'newer' };
    for (const meanwhile of [() => world.db.tokens.put(newer), () => world.db.tokens.delete(community.id)]) {
      await world.db.tokens.put({ ...newer, token: 'old', refreshToken: 'r', expiresAt: world.now, client });
      world.server.refreshTokens.add('r');
      Object.assign(world.server, {
        http: async (request: Parameters<typeof http>[0]) => {
          if (request.url.endsWith('/token')) await meanwhile();
          return http(request);
        },
      });
      expect((await thank(world.perform(), { ...community })).ok).toBe(false);
    }
    expect(await world.stored()).toEqual([]);
  });
  const client = { clientId: 'given', token: `${HOUSE}/token`, scopes: 'read' };
});

test('an end that is a lie renews nothing for every request', async () => {
  const world = new HouseWorld();
  world.server.expiresIn = 1;
  const { server, community } = await signedIn(world);
  server.expiresIn = 1;
  for (let times = 0; times < 5; times += 1) {
    for (const [token] of server.live) server.live.set(token, world.now + HOUR);
    must(await thank(world.perform(), community));
    world.now += 1_000;
  }
  expect(server.asked('/token')).toBe(0);
});
