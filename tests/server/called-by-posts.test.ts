import { expect, inject, test } from 'vitest';
import { createApp } from '@/server/app';
import { openStore } from '@/server/store/open-store';
import { createPlace } from '@/server/store/places';
import { systemClock } from '@/utils/kernel/clock';
import { secureBytes } from '@/utils/kernel/random';
import { call, type Shown } from './a-community';
import { aWorld, kept, say } from './calling';
import { aMember, aServer, ORIGIN } from './support';

test.each([true, false])(
  'a place that another node made a moment ago is meant by its tag, key: %s',
  async (hasKey) => {
    const server = await aServer();
    const [anna, mia] = [await aMember(server, 'anna'), await aMember(server, 'mia')];
    const keyed = (key: string) => (hasKey ? key : undefined);
    const before = await say(server, anna, { status: 'Voor iedereen #kring' }, keyed('een'));
    expect(await kept(server, before.body.id)).toMatchObject({ place_id: null, visibility: 'public' });
    const { folder, databaseUrl } = server;
    const there = { folder, databaseUrl, communityName: 'Proef', clock: systemClock };
    const node = inject('postgres') === undefined ? undefined : await openStore(there);
    if (node?.ok === false) throw new Error(node.error);
    const closed = { handle: 'kring', name: 'Kring', about: '', locked: true };
    const place = await createPlace(node?.value ?? server.store(), closed, anna.account);
    if (!place.ok) throw new Error(place.error);
    const inside = await say(server, anna, { status: 'Onder ons #Kring' }, keyed('twee'));
    const outside = await say(server, mia, { status: 'Van buiten #kring' }, keyed('drie'));
    expect(await kept(server, inside.body.id)).toMatchObject({
      place_id: place.value.id,
      visibility: 'private',
    });
    expect(await kept(server, outside.body.id)).toMatchObject({ place_id: null, visibility: 'public' });
    expect((await call(server, mia, 'GET', `/api/v1/statuses/${inside.body.id}`)).status).toBe(404);
    await node?.value.close();
  },
);

test('who is refused because of a name made no post, and gave away no key', async () => {
  const { server, mia } = await aWorld();
  const refused = await say(server, mia, { status: 'Ook hier @kring' }, 'sleutel');
  expect([refused.status, refused.body.error]).toEqual([
    422,
    'Validation failed: only members of @kring post in it',
  ]);
  expect((await say(server, mia, { status: 'Dan zo #kring' }, 'sleutel')).status).toBe(200);
});

test('a known key is answered by its post, whomever the text calls now', async () => {
  const { server, bram, mia } = await aWorld();
  const first = await say(server, mia, { status: 'Los' }, 'sleutel');
  for (const status of ['Ook hier @kring', 'Dag @bram', '#kring', '#los']) {
    expect((await say(server, mia, { status }, 'sleutel')).body.id).toBe(first.body.id);
  }
  expect((await call<unknown[]>(server, bram, 'GET', '/api/v1/notifications')).body).toEqual([]);
});

test('who is named hears of it, and a name that nobody has is only text', async () => {
  const { server, anna, bram } = await aWorld();
  const named = await say(server, anna, { status: 'Dag @bram en @niemand #los' }, 'een');
  const told = await call<{ status: Shown }[]>(server, bram, 'GET', '/api/v1/notifications');
  expect(told.body.map(({ status }) => status.id)).toEqual([named.body.id]);
  const alone = await say(server, anna, { status: 'Dag @niemand #los' }, 'twee');
  expect([alone.status, alone.body.mentions]).toEqual([200, []]);
});

test('somebody who listens hears of a post with a tag that nobody has', async () => {
  const { server, anna, bram } = await aWorld();
  await call(server, bram, 'POST', `/api/v1/accounts/${anna.account.id}/follow`, { notify: true });
  const posted = await say(server, anna, { status: 'Zo deed ik het #los' }, 'een');
  const told = await call<{ status?: Shown }[]>(server, bram, 'GET', '/api/v1/notifications');
  expect(told.body.map(({ status }) => status?.id)).toEqual([posted.body.id]);
});

test('a direct post that names nobody stays with its author', async () => {
  const { server, anna, bram } = await aWorld();
  const { body } = await say(server, anna, { status: 'Voor mij #los', visibility: 'direct' }, 'een');
  expect((await call(server, anna, 'GET', `/api/v1/statuses/${body.id}`)).status).toBe(200);
  expect((await call(server, bram, 'GET', `/api/v1/statuses/${body.id}`)).status).toBe(404);
});

test.skipIf(inject('postgres') === undefined)(
  'PostgreSQL is asked twice for a post that calls nobody: who posts, and to write it',
  async () => {
    const { server, anna } = await aWorld();
    const store = server.store();
    let asked = 0;
    const db = store.db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        asked += 1;
        return result;
      },
    });
    const app = createApp({
      store: { ...store, db },
      clock: systemClock,
      randomBytes: secureBytes,
      origin: ORIGIN,
      name: 'Proef',
      language: 'nl',
      version: '0',
    });
    const response = await app.request(`${ORIGIN}/api/v1/statuses`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${anna.token}`,
        'content-type': 'application/json',
        'idempotency-key': 'een',
      },
      body: JSON.stringify({ status: 'Zo deed ik het #los' }),
    });
    expect([response.status, asked]).toEqual([200, 2]);
  },
);
