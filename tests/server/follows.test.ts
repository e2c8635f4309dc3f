import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AccountBody, aPlace, ask, everyPage, type RelationshipBody } from './people';
import { aMember, aServer, type Member, type Server } from './support';

const follow = (server: Server, member: Member, id: string, choices = {}) =>
  ask<RelationshipBody>(server, member, 'POST', `/api/v1/accounts/${id}/follow`, choices);
const unfollow = (server: Server, member: Member, id: string) =>
  ask<RelationshipBody>(server, member, 'POST', `/api/v1/accounts/${id}/unfollow`);
const relationship = async (server: Server, member: Member, id: string) =>
  (await ask<RelationshipBody[]>(server, member, 'GET', `/api/v1/accounts/relationships?id[]=${id}`)).body[0];
const notified = async (server: Server, member: Member) =>
  server
    .store()
    .db.selectFrom('notifications')
    .select(['type', 'from_account_id as from'])
    .where('account_id', '=', member.account.id)
    .execute();

const STRANGERS = {
  following: false,
  showing_reblogs: false,
  notifying: false,
  languages: null,
  followed_by: false,
  blocking: false,
  blocked_by: false,
  muting: false,
  muting_notifications: false,
  muting_expires_at: null,
  requested: false,
  requested_by: false,
  domain_blocking: false,
  endorsed: false,
  note: '',
};

describe('following a person', () => {
  test('is accepted at once; each step shows in the relationship and in what they are told', async () => {
    const server = await aServer();
    const anna = await aMember(server);
    const joris = await aMember(server, 'joris');
    const { id } = joris.account;
    const strangers = { id, ...STRANGERS };
    const following = { ...strangers, following: true, showing_reblogs: true };
    expect(await relationship(server, anna, id)).toEqual(strangers);
    expect((await follow(server, anna, id)).body).toEqual(following);
    expect((await follow(server, anna, id, { notify: true })).body).toEqual({
      ...following,
      notifying: true,
    });
    expect((await follow(server, anna, id, { reblogs: 'false' })).body).toEqual({
      ...following,
      notifying: true,
      showing_reblogs: false,
    });
    expect(await relationship(server, joris, anna.account.id)).toMatchObject({
      followed_by: true,
      following: false,
    });
    expect(await notified(server, joris)).toEqual([{ type: 'follow', from: anna.account.id }]);
    expect((await unfollow(server, anna, id)).body).toEqual(strangers);
    expect((await unfollow(server, anna, id)).body).toEqual(strangers);
    expect(await notified(server, joris)).toEqual([]);
  });

  test('nobody follows themselves, or nobody', async () => {
    const server = await aServer();
    const anna = await aMember(server);
    expect((await follow(server, anna, anna.account.id)).status).toBe(403);
    expect((await follow(server, anna, '17')).status).toBe(404);
  });

  test('a follower can be sent away', async () => {
    const server = await aServer();
    const anna = await aMember(server);
    const joris = await aMember(server, 'joris');
    await follow(server, anna, joris.account.id);
    const path = `/api/v1/accounts/${anna.account.id}/remove_from_followers`;
    const { body } = await ask<RelationshipBody>(server, joris, 'POST', path);
    expect(body).toMatchObject({ id: anna.account.id, followed_by: false });
    expect(await relationship(server, anna, joris.account.id)).toMatchObject({ following: false });
  });

  test('many at once are one follow, told once', async () => {
    const server = await aServer();
    const anna = await aMember(server);
    const joris = await aMember(server, 'joris');
    await Promise.all(Array.from({ length: 6 }, () => follow(server, anna, joris.account.id)));
    expect(await notified(server, joris)).toHaveLength(1);
  });
});

describe('relationships', () => {
  test('stand in the order asked, unknown accounts left out', async () => {
    const server = await aServer();
    const anna = await aMember(server);
    const others = [
      await aMember(server, 'joris'),
      await aMember(server, 'mia'),
      await aMember(server, 'lot'),
    ];
    const ids = others.map(({ account }) => account.id);
    await follow(server, anna, ids[1] ?? '');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...ids, '1', '%00', 'x'), { minLength: 1 }),
        async (asked) => {
          const query = asked.map((id) => `id[]=${id}`).join('&');
          const path = `/api/v1/accounts/relationships?${query}`;
          const { body } = await ask<RelationshipBody[]>(server, anna, 'GET', path);
          expect(body.map(({ id }) => id)).toEqual(asked.filter((id) => ids.includes(id)));
          for (const { id, following } of body) expect(following).toBe(id === ids[1]);
        },
      ),
      { numRuns: 20 },
    );
    expect((await ask(server, anna, 'GET', '/api/v1/accounts/relationships')).body).toEqual([]);
  });
});

describe('lists of followers', () => {
  test('are paged by their own ids, newest first, each account once', async () => {
    const server = await aServer();
    const anna = await aMember(server);
    const expected: string[] = [];
    const others: Member[] = [];
    for (const handle of ['aa', 'bb', 'cc', 'dd', 'ee']) others.push(await aMember(server, handle));
    for (const other of [...others].reverse()) {
      server.time.now += 1;
      await follow(server, other, anna.account.id);
      await follow(server, anna, other.account.id);
      expected.unshift(other.account.handle);
    }
    for (const list of ['followers', 'following']) {
      for (const limit of [1, 2, 5, 9]) {
        const path = `/api/v1/accounts/${anna.account.id}/${list}?limit=${limit}`;
        const read = await everyPage<AccountBody>(server, others[0] ?? anna, path);
        expect(read.map(({ acct }) => acct)).toEqual(expected);
      }
    }
  });

  test('who of those that one follows follows somebody too', async () => {
    const server = await aServer();
    const anna = await aMember(server);
    const joris = await aMember(server, 'joris');
    const mia = await aMember(server, 'mia');
    await follow(server, anna, joris.account.id);
    await follow(server, joris, mia.account.id);
    const path = `/api/v1/accounts/familiar_followers?id[]=${mia.account.id}&id[]=${joris.account.id}`;
    expect((await ask(server, anna, 'GET', path)).body).toMatchObject([
      { id: mia.account.id, accounts: [{ acct: 'joris' }] },
      { id: joris.account.id, accounts: [] },
    ]);
  });

  test('who is in a closed place only its members and keepers see', async () => {
    const server = await aServer();
    const keeper = await aMember(server, 'anna', 'coordinator');
    const joris = await aMember(server, 'joris');
    const place = await aPlace(server, keeper, { locked: true });
    const open = await aPlace(server, keeper, { handle: 'open' });
    const read = async (reader: Member, id: string, list: string) =>
      (await everyPage<AccountBody>(server, reader, `/api/v1/accounts/${id}/${list}`)).map(
        ({ acct }) => acct,
      );
    expect(await read(keeper, place.id, 'followers')).toEqual(['anna']);
    expect(await read(joris, place.id, 'followers')).toEqual([]);
    expect(await read(joris, open.id, 'followers')).toEqual(['anna']);
    expect((await read(keeper, keeper.account.id, 'following')).sort()).toEqual(['archief', 'open']);
    expect(await read(joris, keeper.account.id, 'following')).toEqual(['open']);
  });
});
