import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createDelivery } from '@/entrypoints/background/delivery';
import { nextSilentSignInAt, signInWhereWaiting } from '@/entrypoints/background/sign-in-silently';
import type { Community } from '@/utils/community/community';
import { HOUR_MS, MINUTE_MS } from '@/utils/kernel/clock';
import type { Entry } from '@/utils/outbox/entry';
import { NOW } from '../support/background-world';
import { aWorld, launch, letsIn, REDIRECT, TEAMS } from './signed-out-world';

beforeEach(() => {
  vi.spyOn(fakeBrowser.identity, 'getRedirectURL').mockReturnValue(REDIRECT);
  vi.spyOn(fakeBrowser.identity, 'launchWebAuthFlow').mockImplementation(letsIn as never);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

test('who is still signed in there is signed in again without a window, and the ledger has it', async () => {
  const { db, services, community } = await aWorld();
  expect(await signInWhereWaiting(services)).toBe(true);
  const url = expect.stringMatching(/[?&]prompt=none&login_hint=ann%40stad\.example&/u);
  expect(launch()).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ url, interactive: false }));
  expect(await db.tokens.get(community.id)).toMatchObject({ token: 'new' });
  const noted = (await db.requests.toArray()).map(({ to, purpose }) => `${purpose} ${to}`);
  expect(noted.toSorted()).toEqual([
    'connect https://graph.microsoft.com',
    'connect https://login.microsoftonline.com',
    'sign-in-again https://login.microsoftonline.com',
  ]);
  expect(await nextSilentSignInAt(services)).toBeNull();
});

test('where nobody is, it is tried again ever later, by one of two deliveries at once', async () => {
  const { services, later } = await aWorld();
  launch().mockRejectedValue(new Error('User interaction required.') as never);
  const both = [signInWhereWaiting(services), signInWhereWaiting(services)];
  expect(await Promise.all(both)).toEqual([false, false]);
  expect(launch()).toHaveBeenCalledTimes(1);
  for (const [n, rest] of [10, 20, 40, 60, 60].entries()) {
    expect(await nextSilentSignInAt(services)).toBe(services.clock() + rest * MINUTE_MS);
    later(rest * MINUTE_MS - 1);
    expect(await signInWhereWaiting(services)).toBe(false);
    expect(launch()).toHaveBeenCalledTimes(n + 1);
    later(1);
    expect(await signInWhereWaiting(services)).toBe(false);
    expect(launch()).toHaveBeenCalledTimes(n + 2);
  }
  later(HOUR_MS);
  launch().mockImplementation(letsIn as never);
  expect(await signInWhereWaiting(services)).toBe(true);
});

test('without a network no try is spent', async () => {
  const { services } = await aWorld();
  vi.stubGlobal('navigator', { ...navigator, onLine: false });
  expect(await signInWhereWaiting(services)).toBe(false);
  expect(launch()).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
  expect(await signInWhereWaiting(services)).toBe(true);
});

test('without a network nobody looks again every second', async () => {
  const { services, later } = await aWorld();
  launch().mockResolvedValue(undefined as never);
  await signInWhereWaiting(services);
  later(HOUR_MS);
  vi.stubGlobal('navigator', { ...navigator, onLine: false });
  expect(await signInWhereWaiting(services)).toBe(false);
  expect(await nextSilentSignInAt(services)).toBe(services.clock() + 10 * MINUTE_MS);
  vi.unstubAllGlobals();
});

test('who pauses one community while another is tried is heeded', async () => {
  const { db, services } = await aWorld();
  await db.communities.put({ ...TEAMS, id: 'before', accountId: '2', connectedAt: 0 });
  await db.entries.toCollection().modify({ communityId: 'before' });
  const { id } = TEAMS;
  await db.entries.add({
    ...((await db.entries.toCollection().first()) as Entry),
    id: 'e2',
    communityId: id,
  });
  launch().mockImplementation((async () => {
    await db.communities.toCollection().modify({ paused: true });
    return undefined;
  }) as never);
  expect(await signInWhereWaiting(services)).toBe(false);
  expect(launch()).toHaveBeenCalledTimes(1);
});

describe('a delivery', () => {
  beforeEach(() => {
    const locks = { request: (_name: string, work: () => unknown) => work() };
    vi.stubGlobal('navigator', { ...navigator, onLine: true, locks });
    vi.spyOn(fakeBrowser.action, 'setTitle').mockResolvedValue(undefined as never);
    vi.spyOn(fakeBrowser.action, 'setBadgeText').mockResolvedValue(undefined as never);
    vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor').mockResolvedValue(undefined as never);
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
  });
  afterEach(() => void vi.unstubAllGlobals());

  test('delivers what waited, once somebody is signed in again', async () => {
    const { db, services } = await aWorld();
    expect(await createDelivery(services).run()).toBe(true);
    expect(await db.receipts.toArray()).toMatchObject([{ communityId: TEAMS.id }]);
  });

  test('wakes for the next try where nobody is', async () => {
    const { db, services } = await aWorld();
    launch().mockResolvedValue(undefined as never);
    const delivery = createDelivery(services);
    expect(await delivery.run()).toBe(true);
    expect(await db.entries.toArray()).toMatchObject([{ state: 'parked', reason: 'signed-out' }]);
    expect(await delivery.nextDueAt()).toBe(NOW + 10 * MINUTE_MS);
    await db.entries.clear();
    expect(await delivery.nextDueAt()).toBeNull();
  });
});

test('a clock that was wrong keeps nobody waiting', async () => {
  const { services, later } = await aWorld();
  launch().mockResolvedValue(undefined as never);
  await signInWhereWaiting(services);
  later(-HOUR_MS);
  expect(await nextSilentSignInAt(services)).toBe(NOW - HOUR_MS + 10 * MINUTE_MS);
  expect(await signInWhereWaiting(services)).toBe(false);
  expect(launch()).toHaveBeenCalledTimes(2);
});

test('a page that never answers is given up', async () => {
  const { services } = await aWorld();
  launch().mockReturnValue(new Promise(() => undefined) as never);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const tried = signInWhereWaiting(services);
  await vi.waitFor(() => expect(launch()).toHaveBeenCalled(), { interval: 1 });
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await tried).toBe(false);
});

test.each<[string, Partial<Community>]>([
  ['the person paused', { paused: true }],
  ['a person signed in to by a pasted token', { signedInBy: 'token' }],
  ['nobody is signed out of', { signedOut: false }],
  ['is on a platform that shows its page in any case', { connector: 'mastodon' }],
  ['is on a platform that this version does not know', { connector: 'of-later' }],
])('a community that %s is not asked', async (_what, changes) => {
  const { services } = await aWorld(changes);
  expect(await signInWhereWaiting(services)).toBe(false);
  expect(await nextSilentSignInAt(services)).toBeNull();
  expect(launch()).not.toHaveBeenCalled();
});

test('where nothing waits, nothing is asked', async () => {
  const { db, services } = await aWorld();
  await db.entries.clear();
  expect(await signInWhereWaiting(services)).toBe(false);
  expect(launch()).not.toHaveBeenCalled();
});
