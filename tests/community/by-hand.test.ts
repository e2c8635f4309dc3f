import { describe, expect, test } from 'vitest';
import { grantOfTyped } from '@/utils/community/auth/by-hand';
import { PLATFORMS } from '@/utils/community/register';
import { must } from '../support/outbox-world';
import { aKeyHouse } from './flows';
import { HOUSE } from './house';
import { HouseWorld, REDIRECT } from './house-world';

const MINUTE = 60_000;

/** A server that gives codes and keys; `token` is one that it knows. */
function aWorld(wishes: Parameters<typeof aKeyHouse>[0] = {}) {
  const world = new HouseWorld(aKeyHouse(wishes));
  world.server.live.set('tok', Number.POSITIVE_INFINITY);
  world.server.instead.set('/device', [200, `${HOUSE}/activate`]);
  world.server.instead.set('/device/poll', [200, JSON.stringify('waiting')]);
  return world;
}

async function pendingOf(world: HouseWorld, wanted: Parameters<HouseWorld['signIn']>[0]) {
  const signing = must(await world.signIn(wanted));
  if (!('pending' in signing)) throw new Error('It did not wait');
  return signing.pending;
}

describe('a code that is typed there', () => {
  test('is asked about no more often than the platform allows, until it was typed', async () => {
    const world = aWorld();
    const { id, code, page, askAt } = await pendingOf(world, { way: 'device' });
    expect([code, page]).toEqual(['ABCD-1234', `${HOUSE}/activate`]);
    must(await world.step(id));
    expect(world.server.asked('/device/poll')).toBe(0);
    world.now = askAt;
    expect(must(await world.step(id))).toMatchObject({ pending: { askAt: askAt + 5_000 } });
    must(await world.step(id));
    expect(world.server.asked('/device/poll')).toBe(1);
    world.now += 5_000;
    world.server.instead.set('/device/poll', [200, JSON.stringify('tok')]);
    const done = must(await world.step(id));
    expect(done).toMatchObject({
      community: { accountName: 'Ann', signedInBy: 'device', mayDo: ['read', 'write'] },
    });
    expect(await world.stored()).toMatchObject([{ token: 'tok', origin: HOUSE }]);
    expect(world.pendingCount()).toBe(0);
    expect(await world.step(id)).toMatchObject({ error: { code: 'sign-in-expired' } });
  });

  test('that was given outlives a worker which dies before it is kept', async () => {
    const world = aWorld();
    const { id } = await pendingOf(world, { way: 'device' });
    world.now += 5_000;
    world.server.instead.set('/device/poll', [200, JSON.stringify('tok')]);
    world.server.loses.set('/api/me', 1);
    expect(await world.step(id)).toMatchObject({ error: { code: 'community-unreachable' } });
    world.server.instead.set('/device/poll', [200, JSON.stringify('refused')]); // it is given once only
    expect(must(await world.step(id))).toMatchObject({ community: { accountName: 'Ann' } });
  });

  test.each<[string, readonly [number, unknown], boolean]>([
    ['is waited for where the server is ill', [503, ''], true],
    ['is waited for where we asked too often', [429, ''], true],
    ['is over where the person said no', [200, JSON.stringify('refused')], false],
    ['is over where the answer makes no sense', [200, '<html>'], false],
    ['is over where what was given is no token', [200, JSON.stringify('a b')], false],
  ])('%s', async (_what, answer, waits) => {
    const world = aWorld();
    const { id } = await pendingOf(world, { way: 'device' });
    world.now += 5_000;
    world.server.instead.set('/device/poll', answer);
    expect((await world.step(id)).ok).toBe(waits);
    expect(world.pendingCount()).toBe(waits ? 1 : 0);
    expect(await world.stored()).toEqual([]);
  });

  test('is waited for while there is no connection, and expires', async () => {
    const world = aWorld();
    const { id } = await pendingOf(world, { way: 'device' });
    world.now += 5_000;
    world.server.loses.set('/device/poll', 1);
    expect(await world.step(id)).toMatchObject({ error: { code: 'community-unreachable' } });
    expect(world.pendingCount()).toBe(1);
    world.now += 10 * MINUTE;
    expect(await world.step(id)).toMatchObject({ error: { code: 'sign-in-expired' } });
  });

  test.each(['https://evil.example/activate', 'javascript:alert(1)', 'http://house.example/'])(
    'is not sent to %s to be typed',
    async (page) => {
      const world = aWorld();
      world.server.instead.set('/device', [200, page]);
      expect(await world.signIn({ way: 'device' })).toMatchObject({ error: { code: 'sign-in-failed' } });
      expect(world.pendingCount()).toBe(0);
    },
  );
});

describe('a key that the platform encrypts for us', () => {
  test('is pasted, with whatever spaces came along, in a worker that knows nothing of the one before', async () => {
    const world = aWorld();
    const { id, page } = await pendingOf(world, { way: 'key', byHand: true });
    expect(new URL(page).searchParams.get('redirect_uri')).toBe('');
    expect(await world.step(id, 'other-key:tok')).toMatchObject({ error: { code: 'key-refused' } });
    expect(must(await world.step(id))).toMatchObject({ pending: { id } });
    expect(must(await world.step(id, ' private-\n key:tok\n'))).toMatchObject({
      community: { signedInBy: 'key' },
    });
  });

  test('that the platform does not accept ends its sign-in', async () => {
    const world = aWorld();
    const { id } = await pendingOf(world, { way: 'key', byHand: true });
    expect(await world.step(id, 'private-key:old')).toMatchObject({ error: { code: 'sign-in-failed' } });
    expect(world.pendingCount()).toBe(0);
  });

  test.each<[string, (back: URL) => string | null, string | null]>([
    ['comes back by itself', (back) => `${back.origin}/?payload=private-key:tok`, null],
    ['is for somebody else', (back) => `${back.origin}/?payload=other:tok`, 'sign-in-failed'],
    ['is not there', (back) => back.href, 'sign-in-failed'],
    ['comes back elsewhere', () => 'https://evil.example/?payload=private-key:tok', 'sign-in-failed'],
    ['never comes', () => null, 'sign-in-refused'],
  ])('%s', async (_what, back, code) => {
    const world = aWorld();
    world.back = back;
    const signing = await world.signIn({ way: 'key' });
    expect(signing).toMatchObject(code === null ? { ok: true } : { error: { code } });
    expect(await world.stored()).toHaveLength(code === null ? 1 : 0);
    expect(world.opened[0]?.searchParams.get('redirect_uri')).toBe(REDIRECT);
  });
});

describe('a password for one application', () => {
  const answer = (fields: Record<string, string>) => (back: URL) => {
    back.searchParams.delete('code');
    for (const [name, value] of Object.entries(fields)) back.searchParams.set(name, value);
    return back.href;
  };
  const given = { site: HOUSE, user: 'ann', password: 'pw' };
  const ours = (fields: Record<string, string>) => (back: URL) => {
    const redirect = back.searchParams.get('state');
    return answer({ ...fields, state: redirect ?? '' })(back);
  };
  test.each<[string, Record<string, string>, string | null]>([
    ['is kept with its name', given, null],
    ['of another site is not', { ...given, site: 'https://evil.example' }, 'sign-in-failed'],
    ['that the person did not want is none', { success: 'false' }, 'sign-in-refused'],
    ['without a name is none', { ...given, user: '' }, 'name-missing'],
    ['that is empty is none', { ...given, password: '' }, 'token-refused'],
  ])('%s', async (_what, fields, code) => {
    const world = aWorld();
    world.server.live.set('ann:pw', Number.POSITIVE_INFINITY);
    world.back = (back) => {
      const state = new URL(world.opened[0]?.searchParams.get('redirect_uri') ?? '').searchParams.get(
        'state',
      );
      back.searchParams.set('state', state ?? '');
      return ours(fields)(back);
    };
    const signing = await world.signIn({ way: 'app-password' });
    expect(signing).toMatchObject(code === null ? { ok: true } : { error: { code } });
    expect(await world.stored()).toHaveLength(code === null ? 1 : 0);
  });

  test('that comes back with another state is not ours', async () => {
    const world = aWorld();
    world.server.live.set('ann:pw', Number.POSITIVE_INFINITY);
    world.back = answer({ ...given, state: 'other' });
    expect(await world.signIn({ way: 'app-password' })).toMatchObject({ error: { code: 'sign-in-failed' } });
  });

  test.each([
    [`${HOUSE}/deep/allow`, '/deep/allow'],
    ['https://evil.example/allow', '/allow'],
  ])('is asked for at %s only where that is the platform’s own', async (allowsAt, path) => {
    const { probes } = aKeyHouse().recognise;
    const recognise = {
      read: (_response: unknown, base: string) => ({ base, name: '', version: '', allowsAt }),
    };
    const world = aWorld({ recognise: probes === undefined ? recognise : { ...recognise, probes } });
    await world.signIn({ way: 'app-password' });
    expect(world.opened[0]?.origin).toBe(HOUSE);
    expect(world.opened[0]?.pathname).toBe(path);
  });
});

const typedAt = PLATFORMS.filter(({ signsIn }) => signsIn.includes('token'));

describe.each(typedAt.map((platform) => [platform.title, platform] as const))(
  'typed at %s',
  (_, platform) => {
    const found = { platform, base: HOUSE, origin: HOUSE, name: '', version: '' };

    test('a name and a secret sign somebody in', () => {
      const { signedIn } = must(grantOfTyped(found, { name: 'ann', secret: 'abcd1234efgh5678' }));
      expect(signedIn.token).toMatch(/^[\x20-\x7e]+$/u);
    });

    test('no header is split by what was typed', () => {
      const odd = 'a b\nc: d';
      const granted = [{ secret: odd }, { name: 'x\r\ny: z', secret: 'abcd' }].map((typed) =>
        grantOfTyped(found, typed),
      );
      for (const one of granted) if (one.ok) expect(one.value.signedIn.token).not.toMatch(/[^\x20-\x7e]/u);
    });
  },
);
