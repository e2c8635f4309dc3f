import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refreshPlaces } from '@/entrypoints/background/places';
import { aBackground, NOW } from '@/tests/support/background-world';
import { TOKEN } from '@/tests/support/fake-community';
import { aCommunity } from '@/tests/support/outbox-world';
import type { Community } from '@/utils/community/community';
import { keepCommunity } from '@/utils/community/store';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { succeed } from '@/utils/kernel/result';

afterEach(() => vi.restoreAllMocks());

const place = { id: 'a', name: 'A', closed: false };

/** How often one's places are asked for when somebody writes, in a community of its own. */
async function looks(id: string, changes: Partial<Community>): Promise<number> {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
  const { db, services } = aBackground();
  await keepCommunity(db, aCommunity({ id, connectedAt: NOW, ...changes }), TOKEN);
  const perform = vi.fn(async () => succeed([place]));
  Object.assign(services, { perform });
  await refreshPlaces(services);
  await refreshPlaces(services);
  return perform.mock.calls.length;
}

test('places that connecting has just said are not asked for again', async () => {
  expect(await looks('fresh', { places: [place] })).toBe(0);
});

test.each([
  ['none were said', { places: [] }],
  ['that is a while ago', { places: [place], connectedAt: NOW - 10 * MINUTE_MS }],
  ['a clock jumped', { places: [place], connectedAt: NOW + MINUTE_MS }],
])('they are where %s, once', async (what, changes) => {
  expect(await looks(what, changes)).toBe(1);
});

test('nothing is asked where there are no places', async () => {
  expect(await looks('none', { places: null })).toBe(0);
});
