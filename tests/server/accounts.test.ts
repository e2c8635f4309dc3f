import { describe, expect, test } from 'vitest';
import { bestMatches } from '@/server/store/account-search';
import { type AccountBody, aPlace, ask, say } from './people';
import { aMember, aServer } from './support';

const accts = (accounts: readonly AccountBody[]) => accounts.map(({ acct }) => acct);

describe('an account', () => {
  test('counts what stands: posts, followers, whom they follow, the day of the last post', async () => {
    const server = await aServer();
    const anna = await aMember(server);
    const joris = await aMember(server, 'joris');
    const first = await say(server, anna, 'Een');
    await say(server, anna, 'Twee');
    await say(server, anna, 'Onder ons', { visibility: 'direct' });
    await ask(server, anna, 'DELETE', `/api/v1/statuses/${first}`);
    await ask(server, joris, 'POST', `/api/v1/accounts/${anna.account.id}/follow`);
    const { body } = await ask<AccountBody>(server, joris, 'GET', `/api/v1/accounts/${anna.account.id}`);
    expect(body).toMatchObject({
      statuses_count: 1,
      followers_count: 1,
      following_count: 0,
      last_status_at: '2026-11-24',
      group: false,
      locked: false,
      bot: false,
    });
    const own = await ask<AccountBody>(server, joris, 'GET', '/api/v1/accounts/verify_credentials');
    expect(own.body).toMatchObject({ following_count: 1, last_status_at: null });
  });

  test('a place is a group, with its about text, its members and the posts in it', async () => {
    const server = await aServer();
    const anna = await aMember(server, 'anna', 'coordinator');
    const place = await aPlace(server, anna, { locked: true });
    await say(server, anna, 'Dag @archief');
    const { body } = await ask<AccountBody>(server, anna, 'GET', `/api/v1/accounts/${place.id}`);
    expect(body).toMatchObject({
      acct: 'archief',
      group: true,
      locked: true,
      note: '<p>Over archief</p>',
      followers_count: 1,
      statuses_count: 1,
      last_status_at: '2026-11-24',
    });
  });

  test.each([
    ['anna', 200],
    ['@ANNA', 200],
    ['anna@127.0.0.1:8700', 200],
    ['@anna@127.0.0.1', 200],
    ['anna@elders.example', 404],
    ['niemand', 404],
    ['an%00na', 200],
    ['', 404],
  ])('looking up "%s" answers %d', async (acct, status) => {
    const server = await aServer();
    const anna = await aMember(server);
    expect((await ask(server, anna, 'GET', `/api/v1/accounts/lookup?acct=${acct}`)).status).toBe(status);
  });

  test.each(['nobody', '999', '%00', '0'])('there is no account "%s"', async (id) => {
    const server = await aServer();
    const anna = await aMember(server);
    expect((await ask(server, anna, 'GET', `/api/v1/accounts/${id}`)).status).toBe(404);
  });

  test('several are answered in the order asked, each once, unknown ones left out', async () => {
    const server = await aServer();
    const anna = await aMember(server);
    const joris = await aMember(server, 'joris');
    const ids = [joris.account.id, '1', '%00', anna.account.id, joris.account.id];
    const { body } = await ask<AccountBody[]>(
      server,
      anna,
      'GET',
      `/api/v1/accounts?${ids.map((id) => `id[]=${id}`).join('&')}`,
    );
    expect(accts(body)).toEqual(['joris', 'anna']);
  });
});

describe('searching accounts', () => {
  test('finds people and places, also by our own host; those that one follows where asked', async () => {
    const server = await aServer();
    const anna = await aMember(server, 'anna', 'coordinator');
    await aMember(server, 'annemie');
    await aPlace(server, anna, { handle: 'annalen' });
    const search = async (query: string) =>
      accts((await ask<AccountBody[]>(server, anna, 'GET', `/api/v1/accounts/search?${query}`)).body);
    expect(await search('q=anna')).toEqual(['anna', 'annalen']);
    expect(await search('q=@ann&limit=2')).toEqual(['anna', 'annalen']);
    expect(await search('q=ann&limit=2&offset=2')).toEqual(['annemie']);
    expect(await search('q=plek%20ann')).toEqual(['annalen']);
    expect(await search('q=anna@127.0.0.1:8700')).toEqual(['anna', 'annalen']);
    expect(await search('q=anna@elders.example&resolve=true')).toEqual([]);
    expect(await search('q=ann&following=true')).toEqual(['annalen']);
    expect(await search('q=')).toEqual([]);
  });

  const NAMED = [
    { id: '1', handle: 'els', display_name: 'Elise Coppens' },
    { id: '2', handle: 'coppens', display_name: 'Zoë Ünal' },
    { id: '3', handle: 'cop', display_name: 'Jan-Piet de Koster' },
  ];
  test.each([
    ['cop', ['3', '2', '1']],
    ['ZOE', ['2']],
    ['unal', ['2']],
    ['piet', ['3']],
    ['jan kost', ['3']],
    ['ppens', []],
    ['  ', []],
    ['%_', []],
  ])('"%s" finds %j', (asked, ids) => {
    expect(bestMatches(NAMED, asked)).toEqual(ids);
  });
});

describe('the directory', () => {
  test('lists people and places: the newest, or those with the newest post; in pages', async () => {
    const server = await aServer();
    const anna = await aMember(server, 'anna', 'coordinator');
    const joris = await aMember(server, 'joris');
    server.time.now += 1;
    await aPlace(server, anna);
    const read = async (query: string) =>
      accts((await ask<AccountBody[]>(server, joris, 'GET', `/api/v1/directory?local=true${query}`)).body);
    expect(await read('&order=new')).toEqual(['archief', 'joris', 'anna']);
    await say(server, joris, 'Hallo');
    await say(server, anna, 'Dag @archief');
    expect((await read('')).slice(2)).toEqual(['joris']);
    expect(await read('&order=new&limit=1&offset=1')).toEqual(['joris']);
  });
});

describe("a member's own account", () => {
  test('gets another name', async () => {
    const server = await aServer();
    const anna = await aMember(server);
    const path = '/api/v1/accounts/update_credentials';
    const changed = await ask<AccountBody>(server, anna, 'PATCH', path, { display_name: ' Anna  de Wit ' });
    expect(changed.body).toMatchObject({ acct: 'anna', display_name: 'Anna de Wit', source: {} });
    const read = await ask<AccountBody>(server, anna, 'GET', `/api/v1/accounts/${anna.account.id}`);
    expect(read.body).toMatchObject({ display_name: 'Anna de Wit' });
  });

  test.each([
    [{ display_name: '' }, 422],
    [{ display_name: 'x'.repeat(61) }, 422],
    [{ note: 'Archivaris' }, 422],
    [{ locked: true }, 422],
    [{ source: { privacy: 'private' } }, 422],
    [{ note: '', locked: false, bot: false, source: { privacy: 'public', language: 'nl' } }, 200],
    [{}, 200],
  ])('%j answers %d: what cannot be kept is refused', async (sent, status) => {
    const server = await aServer();
    const anna = await aMember(server);
    expect((await ask(server, anna, 'PATCH', '/api/v1/accounts/update_credentials', sent)).status).toBe(
      status,
    );
  });

  test('a picture is refused, not lost', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const body = new FormData();
    body.set('display_name', 'Anna');
    body.set('avatar', new File(['x'], 'anna.png', { type: 'image/png' }));
    const answer = await server.request('/api/v1/accounts/update_credentials', {
      method: 'PATCH',
      headers: { authorization: `Bearer ${token}` },
      body,
    });
    expect([answer.status, await answer.json()]).toEqual([
      422,
      { error: 'Validation failed: avatar cannot be changed here' },
    ]);
  });
});
