import { describe, expect, test } from 'vitest';
import { aPlace, call, follow, idsOf, type Member, type Shown, say } from './a-community';
import { aMember, aServer, type Server } from './support';

async function theCommunity() {
  const server = await aServer();
  const anna = await aMember(server, 'anna');
  const joris = await aMember(server, 'joris');
  return { server, anna, joris };
}

const read = async (server: Server, who: Member, path: string) =>
  idsOf((await call<Shown[]>(server, who, 'GET', path)).body);

describe('tags', () => {
  test('one of these, all of those, none of these; unlisted posts are not found by them', async () => {
    const { server, anna } = await theCommunity();
    const texts = ['#Een', '#twee', '#een #twee', '#een #drie', '#een #twee #drie', 'niets'];
    const posts: Shown[] = [];
    for (const text of texts) posts.unshift(await say(server, anna, text));
    await say(server, anna, 'Stil #een', { visibility: 'unlisted' });
    const found = async (query: string) => {
      const ids = await read(server, anna, `/api/v1/timelines/tag/${query}`);
      return ids.map((id) => texts[texts.length - 1 - posts.findIndex((post) => post.id === id)]);
    };
    expect(await found('een')).toEqual(['#een #twee #drie', '#een #drie', '#een #twee', '#Een']);
    expect(await found('EEN?all[]=twee')).toEqual(['#een #twee #drie', '#een #twee']);
    expect(await found('een?none[]=twee&none[]=drie')).toEqual(['#Een']);
    expect(await found('twee?any[]=drie')).toEqual(['#een #twee #drie', '#een #drie', '#een #twee', '#twee']);
    expect(await found('twee?any[]=drie&limit=2')).toEqual(['#een #twee #drie', '#een #drie']);
    expect(await found(`twee?any[]=drie&limit=2&min_id=${posts.at(-1)?.id}`)).toEqual([
      '#een #twee',
      '#twee',
    ]);
    expect(await found('een?local=true&limit=1')).toEqual(['#een #twee #drie']);
    expect(await found('een?remote=true')).toEqual([]);
    expect(await found('een?only_media=true')).toEqual([]);
  });

  test('that one follows bring home what is said in open places', async () => {
    const { server, anna, joris } = await theCommunity();
    for (const [handle, locked] of [
      ['open', false],
      ['dicht', true],
    ] as const)
      await follow(server, anna.account, await aPlace(server, handle, locked));
    const inOpen = await say(server, anna, '@open over #Archief');
    await say(server, anna, '@dicht over #archief');
    await say(server, anna, '@open over iets anders');
    expect(await read(server, joris, '/api/v1/timelines/home')).toEqual([]);
    const tag = { name: 'archief', following: true, history: [] };
    for (const _ of [1, 2])
      expect((await call(server, joris, 'POST', '/api/v1/tags/Archief/follow')).body).toMatchObject(tag);
    expect((await call(server, joris, 'GET', '/api/v1/tags/archief')).body).toMatchObject(tag);
    expect(await read(server, joris, '/api/v1/timelines/home')).toEqual([inOpen.id]);
    for (const _ of [1, 2])
      expect((await call(server, joris, 'POST', '/api/v1/tags/archief/unfollow')).body).toMatchObject({
        following: false,
      });
    expect(await read(server, joris, '/api/v1/timelines/home')).toEqual([]);
    expect((await call(server, joris, 'GET', '/api/v1/tags/geen%20tag')).status).toBe(404);
  });

  test('that one follows are listed, the last first, page by page', async () => {
    const { server, anna, joris } = await theCommunity();
    for (const name of ['a', 'b', 'c']) {
      server.time.now += 1;
      await call(server, joris, 'POST', `/api/v1/tags/${name}/follow`);
    }
    const page = (path: string) => call<{ name: string }[]>(server, joris, 'GET', path);
    const first = await page('/api/v1/followed_tags?limit=2');
    expect(first.body.map(({ name }) => name)).toEqual(['c', 'b']);
    const second = await page(first.links.next ?? '');
    expect(second.body.map(({ name }) => name)).toEqual(['a']);
    expect((await page(second.links.prev ?? '')).body).toEqual(first.body);
    expect((await page('/api/v1/followed_tags?limit=200')).body).toHaveLength(3);
    expect((await call<unknown[]>(server, anna, 'GET', '/api/v1/followed_tags')).body).toEqual([]);
  });
});

describe('posts of one author, or in one place', () => {
  test('with or without answers, boosts, and a tag', async () => {
    const { server, anna, joris } = await theCommunity();
    const theirs = await say(server, joris, 'Van Joris');
    const own = await say(server, anna, 'Over #archief');
    const answer = await say(server, anna, 'Antwoord', { in_reply_to_id: theirs.id });
    server.time.now += 1;
    const { body: boost } = await call(server, anna, 'POST', `/api/v1/statuses/${theirs.id}/reblog`);
    const path = `/api/v1/accounts/${anna.account.id}/statuses`;
    const posts = (query: string) => read(server, joris, `${path}${query}`);
    expect(await posts('')).toEqual([boost.id, answer.id, own.id]);
    expect(await posts('?exclude_replies=true')).toEqual([boost.id, own.id]);
    expect(await posts('?exclude_reblogs=1')).toEqual([answer.id, own.id]);
    expect(await posts('?tagged=Archief')).toEqual([own.id]);
    expect(await posts('?pinned=true')).toEqual([]);
    expect(await posts('?only_media=true')).toEqual([]);
  });

  test('a place shows what is said in it, to whoever may read it', async () => {
    const { server, anna, joris } = await theCommunity();
    const open = await aPlace(server, 'open', false);
    const closed = await aPlace(server, 'dicht', true);
    for (const place of [open, closed]) await follow(server, anna.account, place);
    const inOpen = await say(server, anna, '#open Iets');
    const inClosed = await say(server, anna, '@dicht Iets');
    await say(server, anna, 'Nergens');
    const posts = (who: Member, { id }: { id: string }) =>
      read(server, who, `/api/v1/accounts/${id}/statuses`);
    expect([await posts(joris, open), await posts(joris, closed)]).toEqual([[inOpen.id], []]);
    expect([await posts(anna, open), await posts(anna, closed)]).toEqual([[inOpen.id], [inClosed.id]]);
    expect(inClosed).toMatchObject({
      mentions: [{ acct: 'dicht' }],
      content: expect.stringContaining('u-url mention'),
    });
    expect(inOpen.mentions).toEqual([]);
    const { body: place } = await call<{ statuses_count: number }>(
      server,
      anna,
      'GET',
      `/api/v1/accounts/${open.id}`,
    );
    expect(place.statuses_count).toBe(1);
  });

  test('are counted as they are made and deleted', async () => {
    const { server, anna, joris } = await theCommunity();
    const count = async () =>
      (await call<{ statuses_count: number }>(server, joris, 'GET', `/api/v1/accounts/${anna.account.id}`))
        .body.statuses_count;
    const posts = [await say(server, anna, 'Een'), await say(server, anna, 'Twee')];
    await call(server, anna, 'POST', `/api/v1/statuses/${posts[0]?.id}/reblog`);
    await say(server, anna, 'Een brief', { visibility: 'direct' });
    expect(await count()).toBe(2);
    for (const { id } of posts) {
      const path = `/api/v1/statuses/${id}`;
      await Promise.all([1, 2].map(() => call(server, anna, 'DELETE', path)));
    }
    expect(await count()).toBe(0);
  });
});

describe('several posts', () => {
  test('come in the order in which they are asked for', async () => {
    const { server, anna, joris } = await theCommunity();
    const one = await say(server, anna, 'Een');
    const hidden = await say(server, anna, 'Stil', { visibility: 'direct' });
    const two = await say(server, anna, 'Twee');
    const query = [two.id, hidden.id, one.id, two.id, '1'].map((id) => `id[]=${id}`).join('&');
    expect(await read(server, joris, `/api/v1/statuses?${query}`)).toEqual([two.id, one.id]);
    expect(await read(server, joris, '/api/v1/statuses')).toEqual([]);
  });
});

test('there are no lists', async () => {
  const { server, anna } = await theCommunity();
  expect(await call(server, anna, 'GET', '/api/v1/timelines/list/1')).toMatchObject({
    status: 404,
    body: { error: 'Record not found' },
  });
});

describe.each([
  ['home', '/api/v1/timelines/home'],
  ['everybody', '/api/v1/timelines/public?local=true'],
  ['a tag', '/api/v1/timelines/tag/archief'],
  ['several tags', '/api/v1/timelines/tag/archief?any[]=dossier'],
  ['an author', '/api/v1/accounts/ANNA/statuses?exclude_reblogs=true'],
  ['favourites', '/api/v1/favourites'],
  ['bookmarks', '/api/v1/bookmarks'],
])('pages of %s', (_of, path) => {
  test('forwards and back again show every post once, in one order, with the filters kept', async () => {
    const { server, anna, joris } = await theCommunity();
    const posts: string[] = [];
    for (let n = 0; n < 7; n += 1)
      posts.unshift((await say(server, anna, `Nummer ${n} #archief #dossier`)).id);
    // Thanked for in another order than they were made in.
    const expected = /favourites|bookmarks/.test(path) ? posts.toSorted() : posts;
    for (const id of expected.toReversed()) {
      server.time.now += 1;
      for (const action of ['favourite', 'bookmark'])
        await call(server, joris, 'POST', `/api/v1/statuses/${id}/${action}`);
    }
    const page = (at: string) => call<Shown[]>(server, joris, 'GET', at);
    const start = path.replace('ANNA', anna.account.id);
    const pages = [await page(`${start}${start.includes('?') ? '&' : '?'}limit=3`)];
    for (let next = pages[0]?.links.next; next !== undefined; next = pages.at(-1)?.links.next)
      pages.push(await page(next));
    expect(pages.map(({ body }) => body.length)).toEqual([3, 3, 1]);
    expect(pages.flatMap(({ body }) => idsOf(body))).toEqual(expected);
    const back = await page(pages[2]?.links.prev ?? '');
    expect(idsOf(back.body)).toEqual(expected.slice(3, 6));
    expect(idsOf((await page(back.links.prev ?? '')).body)).toEqual(expected.slice(0, 3));
    const query = new URL(`http://x${pages[0]?.links.next}`).searchParams;
    for (const [name, value] of new URL(`http://x${start}`).searchParams) expect(query.get(name)).toBe(value);
  });
});
