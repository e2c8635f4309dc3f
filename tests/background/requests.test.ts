import { afterEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createNetwork } from '@/entrypoints/background/network';
import { askPage } from '@/entrypoints/background/read-page';
import type { PageQuestion } from '@/utils/activity/sources';
import type { Http } from '@/utils/community/http';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { succeed } from '@/utils/kernel/result';
import { withdraw } from '@/utils/outbox/withdraw';
import type { SentRequest } from '@/utils/privacy/ledger-row';
import type { Database } from '@/utils/storage/database';
import { aBackground, NOW, popup, SITE } from '../support/background-world';
import { ORIGIN } from '../support/fake-community';
import { aQueue, must, World } from '../support/outbox-world';

afterEach(() => vi.restoreAllMocks());

/** An outbox on the real network's ledger; `notedBefore` is what stood there at each request. */
function watched(world: World) {
  const notedBefore: number[] = [];
  const http: Http = async (request) => {
    notedBefore.push(await world.db.requests.count());
    return world.server.http(request);
  };
  const { perform } = createNetwork(world.db, world.clock, http);
  return { perform, notedBefore };
}

const rowsOf = (db: Database): Promise<SentRequest[]> => db.requests.orderBy('at').toArray();
const purposesOf = async (db: Database): Promise<string[]> =>
  (await rowsOf(db)).map(({ purpose }) => purpose);

function refuseNotes({ requests }: Database): void {
  requests.hook('creating', () => {
    throw new DOMException('full', 'QuotaExceededError');
  });
}

describe('a post', () => {
  test('is noted before each request that is about it, by what that is for, with nothing of it', async () => {
    const world = await new World().connect();
    const { perform, notedBefore } = watched(world);
    const { id } = await world.send('Een titel die nergens hoort');
    must(await world.deliver({ perform }));
    world.pass(MINUTE_MS);
    await world.correct(id, 'Anders dan eerst.');
    must(await world.deliver({ perform }));
    world.pass(MINUTE_MS);
    must(await withdraw({ db: world.db, clock: world.clock, perform }, id));
    expect(await purposesOf(world.db)).toEqual(['send', 'correct', 'withdraw']);
    expect(notedBefore).toEqual([1, 2, 3]);
    for (const row of await rowsOf(world.db)) {
      expect(Object.keys(row).sort()).toEqual(['at', 'id', 'purpose', 'to']);
      expect(row.to).toBe(ORIGIN);
    }
  });

  test.each(['no-connection', 'reset-after-commit', { status: 503 }, { status: 401 }] as const)(
    'that got %j for an answer was sent, and so was every try and every look after it',
    async (fault) => {
      const world = await new World('for an hour').connect();
      const { perform, notedBefore } = watched(world);
      world.server.faults.push(fault);
      await world.send('Eerst niet');
      for (let hour = 0; hour < 3; hour += 1) {
        must(await world.deliver({ perform }));
        world.pass(60 * MINUTE_MS);
      }
      const { requests } = world.server;
      const asked = requests.map(({ method }) => (method === 'POST' ? 'send' : 'look'));
      expect((await purposesOf(world.db)).sort()).toEqual(asked.toSorted());
      expect(notedBefore).toEqual(asked.map((_one, index) => index + 1));
    },
  );

  test('of a long delivery is noted in the write that marks it, and in no other', async () => {
    const world = await aQueue(40);
    const { perform } = watched(world);
    const lone = vi.spyOn(world.db.requests, 'add');
    must(await world.deliver({ perform }));
    expect(await world.db.requests.count()).toBe(40);
    expect(lone).not.toHaveBeenCalled();
  });

  test('does not leave where the note is refused, and waits as it did', async () => {
    const world = await new World().connect();
    const { perform } = watched(world);
    const { id } = await world.send('Wacht');
    refuseNotes(world.db);
    expect(await world.deliver({ perform })).toMatchObject({ ok: false, error: { code: 'storage-full' } });
    expect(world.server.requests).toEqual([]);
    expect((await world.entry(id)).state).toBe('waiting');
  });
});

test('a withdrawal does not leave where the note is refused', async () => {
  const world = await new World().connect();
  const { perform } = watched(world);
  const { id } = await world.send('Blijft staan');
  must(await world.deliver({ perform }));
  const before = world.server.requests.length;
  refuseNotes(world.db);
  expect(await withdraw({ db: world.db, clock: world.clock, perform }, id)).toMatchObject({
    error: { code: 'storage-full' },
  });
  expect(world.server.requests).toHaveLength(before);
});

test('connecting is noted step by step; of the page on which one signs in that it was opened', async () => {
  const answers: Record<string, unknown> = {
    '/api/v2/instance': { title: 'Huis', version: '4.4.0', configuration: { deelgenoot: { places: true } } },
    '/api/v1/apps': { client_id: 'id', client_secret: 'hush' },
    '/oauth/token': { access_token: 'tok', token_type: 'Bearer' },
    '/api/v1/accounts/verify_credentials': { id: '1', username: 'ann' },
    '/api/v1/accounts/1/following': [],
  };
  const { db, services, ask } = aBackground();
  const asked: string[] = [];
  const http: Http = async ({ url }) => {
    const { pathname } = new URL(url);
    asked.push(pathname);
    const body = answers[pathname];
    return succeed({
      status: body === undefined ? 404 : 200,
      headers: {},
      text: JSON.stringify(body ?? null),
    });
  };
  let at = NOW;
  Object.assign(
    services,
    createNetwork(db, () => at++, http),
  );
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async () => true) as never);
  vi.spyOn(fakeBrowser.identity, 'getRedirectURL').mockReturnValue('https://abc.chromiumapp.org/');
  vi.spyOn(fakeBrowser.identity, 'launchWebAuthFlow').mockImplementation((async ({
    url,
  }: {
    url: string;
  }) => {
    asked.push('the page');
    const state = new URL(url).searchParams.get('state');
    return `https://abc.chromiumapp.org/?code=c&state=${state}`;
  }) as never);
  must(await ask<'community:connect'>('community:connect', { address: 'huis.example', scope: 'own' }, popup));
  const rows = await rowsOf(db);
  expect(asked).toHaveLength(7);
  expect(rows.map(({ purpose }) => purpose)).toEqual([
    ...['connect', 'connect', 'connect', 'sign-in', 'connect'],
    ...['connect', 'places'],
  ]);
  expect(asked[3]).toBe('the page');
  expect(new Set(rows.map(({ to }) => to))).toEqual(new Set(['https://huis.example']));
});

test('a title that is looked up at its own site is noted before, and only where a page is asked for one', async () => {
  const { db, services } = aBackground();
  const seen: number[] = [];
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ id: 1, title: 'x', url: SITE } as never);
  Object.assign(browser, {
    scripting: {
      executeScript: async () => {
        seen.push(await db.requests.count());
        return [{ result: 'Aktenplan' }];
      },
    },
  });
  const title: PageQuestion = { kind: 'title' };
  await askPage(1, [title], () => services.note(`${SITE}/x?y=z`, 'title'));
  expect(await db.requests.count()).toBe(0);
  const json: PageQuestion = { kind: 'json', path: '/api/nodes/7', pointer: 'entry.name' };
  const answer = await askPage(1, [json], () => services.note(`${SITE}/x?y=z`, 'title'));
  expect(answer(json)).toBe('Aktenplan');
  expect(seen).toEqual([1]);
  expect(await rowsOf(db)).toMatchObject([{ to: SITE, purpose: 'title' }]);
});
