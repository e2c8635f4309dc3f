import { describe, expect, test } from 'vitest';
import { call, follow, idsOf, type Shown, say, toldTo } from './a-community';
import { aMember, aServer } from './support';

async function theCommunity() {
  const server = await aServer();
  const anna = await aMember(server, 'anna');
  const joris = await aMember(server, 'joris');
  const post = await say(server, anna, 'Een tip');
  const act = (action: string, id = post.id, who = joris) => {
    server.time.now += 1;
    return call(server, who, 'POST', `/api/v1/statuses/${id}/${action}`);
  };
  return { server, anna, joris, post, act };
}

describe('thanks, boosts and bookmarks', () => {
  test.each([
    ['favourite', { favourited: true, favourites_count: 1 }],
    ['bookmark', { bookmarked: true }],
    ['reblog', { reblog: { reblogged: true, reblogs_count: 1 } }],
  ])('%s: twice is once, and taken back twice is never', async (action, shown) => {
    const { act, post } = await theCommunity();
    const never = {
      favourited: false,
      favourites_count: 0,
      bookmarked: false,
      reblogged: false,
      reblogs_count: 0,
    };
    const { body: once } = await act(action);
    expect(once).toMatchObject(shown);
    expect(await act(action)).toMatchObject({ status: 200, body: once });
    for (const _ of [1, 2])
      expect(await act(`un${action}`)).toMatchObject({ status: 200, body: { id: post.id, ...never } });
  });

  test.each([
    ['favourite', 'favourite'],
    ['reblog', 'reblog'],
  ])('%s tells the author once, and not any more when it is taken back', async (action, type) => {
    const { server, anna, act, post } = await theCommunity();
    await act(action);
    await act(action);
    expect(await toldTo(server, anna)).toEqual([`${type} joris ${post.id}`]);
    await act(`un${action}`);
    expect(await toldTo(server, anna)).toEqual([]);
    await act(action, post.id, anna);
    expect(await toldTo(server, anna)).toEqual([]);
  });

  test('six clicks at once are one boost', async () => {
    const { act, post } = await theCommunity();
    const answers = await Promise.all(Array.from({ length: 6 }, () => act('reblog')));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.map(({ body }) => body.reblog?.reblogs_count)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(answers[0]?.body).toMatchObject({ content: '<p>Een tip</p>', reblog: { id: post.id } });
  });

  test('what is done to a boost is done to the post in it', async () => {
    const { server, joris, anna, act, post } = await theCommunity();
    const { body: wrapper } = await act('reblog');
    expect((await act('favourite', wrapper.id)).body).toMatchObject({ id: post.id, favourited: true });
    expect((await act('bookmark', wrapper.id)).body).toMatchObject({ id: post.id, bookmarked: true });
    expect((await act('reblog', wrapper.id, anna)).body.reblog?.id).toBe(post.id);
    const answer = await say(server, joris, 'Mooi', { in_reply_to_id: wrapper.id });
    expect(answer.in_reply_to_id).toBe(post.id);
    expect((await call(server, joris, 'GET', `/api/v1/statuses/${wrapper.id}`)).body).toMatchObject({
      id: wrapper.id,
      account: { acct: 'joris' },
      reblog: { id: post.id, account: { acct: 'anna' }, replies_count: 1, reblogs_count: 2 },
    });
    expect((await call(server, joris, 'PUT', `/api/v1/statuses/${wrapper.id}`, { status: 'x' })).status).toBe(
      403,
    );
    expect((await call(server, joris, 'DELETE', `/api/v1/statuses/${wrapper.id}`)).status).toBe(200);
    expect((await call(server, joris, 'GET', `/api/v1/statuses/${post.id}`)).body.reblogs_count).toBe(1);
  });

  test('nothing of them is left when the post is deleted', async () => {
    const { server, anna, act, post } = await theCommunity();
    const { body: wrapper } = await act('reblog');
    for (const action of ['favourite', 'bookmark']) await act(action);
    await call(server, anna, 'DELETE', `/api/v1/statuses/${post.id}`);
    const { db } = server.store();
    for (const table of ['favourites', 'bookmarks', 'notifications', 'mentions', 'status_tags'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('statuses').select(['id', 'text']).execute()).toEqual([
      { id: post.id, text: '' },
    ]);
    expect((await call(server, anna, 'GET', `/api/v1/statuses/${wrapper.id}`)).status).toBe(404);
    const events = await db.selectFrom('events').select('status_id').where('kind', '=', 'deleted').execute();
    expect(events.map(({ status_id }) => status_id).toSorted()).toEqual([post.id, wrapper.id]);
  });

  test('who gave them can be read, the last first, page by page', async () => {
    const { server, joris, act, post } = await theCommunity();
    const others = [joris];
    for (const handle of ['mia', 'noor']) others.push(await aMember(server, handle));
    for (const who of others) for (const action of ['favourite', 'reblog']) await act(action, post.id, who);
    for (const list of ['favourited_by', 'reblogged_by']) {
      const path = `/api/v1/statuses/${post.id}/${list}?limit=2`;
      const first = await call<{ acct: string }[]>(server, joris, 'GET', path);
      expect(first.body.map(({ acct }) => acct)).toEqual(['noor', 'mia']);
      const second = await call<{ acct: string }[]>(server, joris, 'GET', first.links.next ?? '');
      expect(second.body.map(({ acct }) => acct)).toEqual(['joris']);
      const back = await call<{ acct: string }[]>(server, joris, 'GET', second.links.prev ?? '');
      expect(back.body).toEqual(first.body);
    }
  });

  test('conversations cannot be muted, nor posts pinned, and that is said', async () => {
    const { act, post } = await theCommunity();
    for (const action of ['mute', 'pin'])
      expect(await act(action)).toMatchObject({
        status: 422,
        body: { error: expect.stringContaining('not supported') },
      });
    for (const action of ['unmute', 'unpin'])
      expect(await act(action)).toMatchObject({ status: 200, body: { id: post.id } });
  });
});

describe('boosts at home', () => {
  test('come from those whom one follows, unless one wants none of them', async () => {
    const { server, anna, joris, act, post } = await theCommunity();
    const fan = await aMember(server, 'fan');
    const choosy = await aMember(server, 'choosy');
    await follow(server, fan.account, joris.account);
    await follow(server, choosy.account, joris.account, 0);
    const { body: wrapper } = await act('reblog');
    const home = async (who: typeof fan) =>
      idsOf((await call<Shown[]>(server, who, 'GET', '/api/v1/timelines/home')).body);
    expect([await home(fan), await home(choosy), await home(anna)]).toEqual([
      [wrapper.id, post.id],
      [post.id],
      [post.id],
    ]);
    const posts = async (query: string) =>
      idsOf(
        (await call<Shown[]>(server, fan, 'GET', `/api/v1/accounts/${joris.account.id}/statuses${query}`))
          .body,
      );
    expect([await posts(''), await posts('?exclude_reblogs=true')]).toEqual([[wrapper.id], []]);
  });

  test('for followers only are for them only', async () => {
    const { server, joris, post } = await theCommunity();
    const fan = await aMember(server, 'fan');
    const stranger = await aMember(server, 'stranger');
    await follow(server, fan.account, joris.account);
    const path = `/api/v1/statuses/${post.id}/reblog`;
    const { body } = await call(server, joris, 'POST', path, { visibility: 'private' });
    expect(body.visibility).toBe('private');
    const sees = async (who: typeof fan) =>
      (await call(server, who, 'GET', `/api/v1/statuses/${body.id}`)).status;
    expect([await sees(fan), await sees(stranger)]).toEqual([200, 404]);
  });
});
