import { beforeEach, describe, expect, test } from 'vitest';
import {
  type AccountBody,
  aPlace,
  ask,
  everyPage,
  PLACES,
  type PlaceBody,
  type RelationshipBody,
  say,
} from './people';
import { aMember, aServer, type Member, type Server } from './support';

let server: Server;
let keeper: Member;
let joris: Member;
let mia: Member;

beforeEach(async () => {
  server = await aServer();
  keeper = await aMember(server, 'anna', 'coordinator');
  joris = await aMember(server, 'joris');
  mia = await aMember(server, 'mia');
});

const join = (member: Member, { id }: { id: string }) =>
  ask<RelationshipBody>(server, member, 'POST', `/api/v1/accounts/${id}/follow`);
const leave = (member: Member, { id }: { id: string }) =>
  ask<RelationshipBody>(server, member, 'POST', `/api/v1/accounts/${id}/unfollow`);
const settle = (action: string, member: Member, by = keeper) =>
  ask<RelationshipBody>(server, by, 'POST', `/api/v1/follow_requests/${member.account.id}/${action}`);
const waiting = async (by = keeper) =>
  (await everyPage<AccountBody>(server, by, '/api/v1/follow_requests?limit=1')).map(({ acct }) => acct);
const told = async (member: Member) =>
  (await ask<{ type: string }[]>(server, member, 'GET', '/api/v1/notifications')).body.map(
    ({ type }) => type,
  );
const home = async (member: Member) =>
  (await ask<{ id: string }[]>(server, member, 'GET', '/api/v1/timelines/home')).body.map(({ id }) => id);
const canRead = async (member: Member, id: string) =>
  (await ask(server, member, 'GET', `/api/v1/statuses/${id}`)).status === 200;
const list = async (member: Member) => (await ask<PlaceBody[]>(server, member, 'GET', PLACES)).body;

describe('an open place', () => {
  test('is joined and left by following; its posts come home to members', async () => {
    const place = await aPlace(server, keeper);
    expect((await join(joris, place)).body).toMatchObject({ following: true, requested: false });
    const id = await say(server, joris, 'Zo deed ik het @archief');
    expect([await home(joris), await home(keeper), await home(mia)]).toEqual([[id], [id], []]);
    expect([await canRead(mia, id), await told(keeper)]).toEqual([true, []]);
    expect((await ask(server, mia, 'POST', '/api/v1/statuses', { status: 'Ik ook @archief' })).status).toBe(
      422,
    );
    expect((await leave(joris, place)).body).toMatchObject({ following: false });
    expect(await list(joris)).toMatchObject([{ members: 1, membership: 'none' }]);
  });

  test('#place is the place to its members, and a topic to everybody else', async () => {
    await join(joris, await aPlace(server, keeper));
    const inside = await say(server, joris, 'Zo deed ik het #Archief');
    const outside = await say(server, mia, 'Iets anders #archief');
    expect(await home(mia)).toEqual([outside]);
    expect(await home(joris)).toEqual([outside, inside]);
  });

  test('is found as every account: in search, directory and following', async () => {
    const place = await aPlace(server, keeper);
    await join(joris, place);
    const { id } = joris.account;
    for (const path of [`/api/v1/accounts/${id}/following`, '/api/v1/accounts/search?q=plek'])
      expect((await ask(server, joris, 'GET', path)).body).toMatchObject([
        { acct: 'archief', group: true, locked: false },
      ]);
    const directory = await ask<AccountBody[]>(server, mia, 'GET', '/api/v1/directory?local=true');
    expect(directory.body.map(({ acct, group }) => [acct, group])).toContainEqual(['archief', true]);
  });
});

describe('a closed place', () => {
  test('is asked; a keeper lets in; only members read', async () => {
    const place = await aPlace(server, keeper, { locked: true });
    const before = await say(server, keeper, 'Onder ons @archief');
    expect((await join(joris, place)).body).toMatchObject({ following: false, requested: true });
    expect([await canRead(joris, before), await canRead(mia, before)]).toEqual([false, false]);
    expect([await told(keeper), await waiting(), await waiting(joris)]).toEqual([
      ['follow_request'],
      ['joris'],
      [],
    ]);
    expect(await list(joris)).toMatchObject([{ members: 1, membership: 'requested' }]);
    expect((await settle('authorize', joris, mia)).status).toBe(404);
    expect((await settle('authorize', joris)).body).toMatchObject({
      id: joris.account.id,
      requested_by: false,
    });
    expect([await told(keeper), await waiting(), await list(joris)]).toEqual([
      [],
      [],
      [expect.objectContaining({ members: 2, membership: 'member' })],
    ]);
    const after = await say(server, joris, 'Dank jullie #archief');
    expect([await home(joris), await home(mia)]).toEqual([[after, before], []]);
    expect(await canRead(mia, after)).toBe(false);
    await leave(joris, place);
    expect([await canRead(joris, before), await home(joris)]).toEqual([false, [after]]);
  });

  test('may refuse, and a request can be taken back; then nobody is asked any more', async () => {
    const place = await aPlace(server, keeper, { locked: true });
    for (const end of [() => settle('reject', joris), () => leave(joris, place)]) {
      await join(joris, place);
      await join(joris, place);
      expect([await waiting(), await told(keeper)]).toEqual([['joris'], ['follow_request']]);
      expect((await end()).status).toBe(200);
      expect([await waiting(), await told(keeper), (await list(joris))[0]?.membership]).toEqual([
        [],
        [],
        'none',
      ]);
    }
    expect((await settle('authorize', joris)).status).toBe(404);
  });

  test('who waits for two stands in the list once, and is let into the one asked first', async () => {
    const first = await aPlace(server, keeper, { handle: 'eerst', locked: true });
    const second = await aPlace(server, keeper, { handle: 'daarna', locked: true });
    for (const place of [first, second]) {
      server.time.now += 1;
      await join(joris, place);
    }
    server.time.now += 1;
    await join(mia, second);
    expect(await waiting()).toEqual(['mia', 'joris']);
    const own = await ask<{ source: object }>(server, keeper, 'GET', '/api/v1/accounts/verify_credentials');
    expect(own.body.source).toMatchObject({ follow_requests_count: 2 });
    const memberships = async () =>
      Object.fromEntries((await list(joris)).map(({ handle, membership }) => [handle, membership]));
    expect((await settle('authorize', joris)).body).toMatchObject({ requested_by: true });
    expect(await memberships()).toEqual({ eerst: 'member', daarna: 'requested' });
    expect([await waiting(), await told(keeper)]).toEqual([
      ['mia', 'joris'],
      ['follow_request', 'follow_request'],
    ]);
    await settle('reject', joris);
    expect([await memberships(), await waiting()]).toEqual([{ eerst: 'member', daarna: 'none' }, ['mia']]);
  });

  test('keepers need not ask; every coordinator keeps every place', async () => {
    const other = await aMember(server, 'lot', 'coordinator');
    const place = await aPlace(server, keeper, { locked: true });
    await join(joris, place);
    expect([await waiting(other), await told(other)]).toEqual([['joris'], ['follow_request']]);
    expect((await join(other, place)).body).toMatchObject({ following: true });
    await settle('authorize', joris, other);
    expect([await waiting(), await told(keeper), await told(other)]).toEqual([[], [], []]);
  });

  test('two keepers at once let in once', async () => {
    const other = await aMember(server, 'lot', 'coordinator');
    await join(joris, await aPlace(server, keeper, { locked: true }));
    const answers = await Promise.all([settle('authorize', joris), settle('reject', joris, other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });
});
