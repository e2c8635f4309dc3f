import { describe, expect, test } from 'vitest';
import { mayBeSilent, signInSilently } from '@/utils/community/auth/silent';
import type { Community } from '@/utils/community/community';
import { must } from '../support/outbox-world';
import { aHouse, HOUSE } from './house';
import { HOUR, HouseWorld, signedIn, thank } from './house-world';

const OTHER = 'https://graph.example';
const platform = aHouse({}, { signsInSilently: true, elsewhere: { [OTHER]: `${OTHER}/read` } });

/** A day after somebody signed in: nothing of it opens anything any more, and everybody knows. */
async function aDayLater() {
  const world = new HouseWorld(platform);
  world.server.user = { ...world.server.user, signInName: 'ann@stad.example' };
  const { server, community: before } = await signedIn(world);
  const community: Community = { ...before, signedOut: true };
  await world.db.communities.put(community);
  world.now += 24 * HOUR;
  server.refreshTokens.clear();
  world.opened.length = 0;
  const ended = await world.stored();
  const again = () => signInSilently(world.ports(), platform, community);
  const nothingChanged = async () => {
    expect(await world.stored()).toEqual(ended);
    expect(await world.db.communities.toArray()).toEqual([community]);
  };
  return { world, server, community, again, nothingChanged };
}

test('whoever is still signed in there goes on as the same account, at every origin', async () => {
  const { world, server, community, again } = await aDayLater();
  expect(await again()).toBe(true);
  const [{ searchParams }] = world.opened as [URL];
  expect(searchParams.get('prompt')).toBe('none');
  expect(searchParams.get('login_hint')).toBe('ann@stad.example');
  const [stored] = await world.stored();
  expect(server.refreshTokens.has(stored?.refreshToken ?? '')).toBe(true);
  expect(stored?.elsewhere?.[OTHER]?.token).toBeTruthy();
  const [kept] = await world.db.communities.toArray();
  expect(kept).toEqual({ ...community, signedOut: false, connectedAt: world.now });
  must(await thank(world.perform(), kept as Community));
});

describe('nothing changes', () => {
  const says = (error: string) => (back: URL) => {
    back.searchParams.delete('code');
    back.searchParams.set('error', error);
    return back.href;
  };

  test.each<[string, (there: HouseWorld) => unknown]>([
    ['where nobody is signed in there', (there) => (there.back = says('login_required'))],
    ['where somebody has to do something', (there) => (there.back = says('interaction_required'))],
    ['where nothing comes back', (there) => (there.back = () => null)],
    ['where another account is', ({ server }) => (server.user = { id: '2', name: 'B', handle: 'b' })],
    ['where it cannot say who that is', ({ server }) => server.instead.set('/api/me', [429, ''])],
    ['where the answer to the exchange is lost', ({ server }) => server.loses.set('/token', 1)],
    [
      'where no id was given out any more',
      (there) => {
        there.server.metadata = { ...there.server.metadata, registration_endpoint: undefined };
        there.server.instead.set('/register', [404, '']);
      },
    ],
  ])('%s', async (_what, happens) => {
    const { world, again, nothingChanged } = await aDayLater();
    happens(world);
    expect(await again()).toBe(false);
    await nothingChanged();
  });

  test.each<[string, Partial<Community>]>([
    ['of a sign-in that was made meanwhile', { signedOut: false }],
    ['of one that was made meanwhile and has ended as well', { connectedAt: 1 }],
  ])('%s', async (_what, changes) => {
    const { world, community, again } = await aDayLater();
    const newer = { communityId: community.id, origin: HOUSE, token: 'newer' };
    world.afterMe = async () => {
      await world.db.communities.put({ ...community, ...changes });
      await world.db.tokens.put(newer);
    };
    expect(await again()).toBe(false);
    expect(await world.stored()).toEqual([newer]);
    expect(await world.db.communities.toArray()).toEqual([{ ...community, ...changes }]);
  });

  test('where the community was removed meanwhile', async () => {
    const { world, again } = await aDayLater();
    world.afterMe = async () => {
      await world.db.communities.clear();
      await world.db.tokens.clear();
    };
    expect(await again()).toBe(false);
    expect(await world.stored()).toEqual([]);
    expect(await world.db.communities.count()).toBe(0);
  });
});

test.each<[boolean, string, typeof platform, Partial<Community>]>([
  [true, 'a sign-in that ended, where the platform does this', platform, {}],
  [false, 'one that has not ended', platform, { signedOut: false }],
  [false, 'one by a pasted token', platform, { signedInBy: 'token' }],
  [false, 'somebody whose name there nobody knows', platform, { signInName: undefined }],
  [false, 'a platform that shows its page in any case', aHouse(), {}],
])('it may be tried (%s) with %s', async (expected, _what, house, changes) => {
  const { community } = await aDayLater();
  expect(mayBeSilent(house, { ...community, ...changes })).toBe(expected);
});
