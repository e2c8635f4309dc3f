import { describe, expect, test } from 'vitest';
import { notify } from '@/server/store/notifications';
import type { NotificationType } from '@/server/store/schema-people';
import { type AccountBody, aPlace, ask, everyPage, say } from './people';
import { aMember, aServer, type Member, type Server } from './support';

interface NotificationBody {
  readonly id: string;
  readonly type: NotificationType;
  readonly group_key: string;
  readonly account: AccountBody;
  readonly status: { readonly id: string } | null;
}

const PATH = '/api/v1/notifications';

/** Tells a member something, as what happened would. */
async function tell(
  server: Server,
  to: Member,
  from: Member,
  type: NotificationType,
  statusId: string | null = null,
): Promise<void> {
  server.time.now += 1;
  const store = server.store();
  await notify(store.db, store, { to: to.account.id, from: from.account.id, type, statusId });
}

async function aReader() {
  const server = await aServer();
  const anna = await aMember(server);
  const joris = await aMember(server, 'joris');
  const read = async (query = '', reader = anna) =>
    (await ask<NotificationBody[]>(server, reader, 'GET', `${PATH}${query}`)).body;
  const types = async (query = '') => (await read(query)).map(({ type }) => type);
  return { server, anna, joris, read, types };
}

describe('notifications', () => {
  test('each kind names who did it, and the post where there is one', async () => {
    const { server, anna, joris, read } = await aReader();
    const mine = await say(server, anna, 'Mijn praktijk');
    const theirs = await say(server, joris, 'Dag @anna');
    for (const type of ['favourite', 'reblog', 'update'] as const)
      await tell(server, anna, joris, type, mine);
    await tell(server, anna, joris, 'status', theirs);
    await ask(server, joris, 'POST', `/api/v1/accounts/${anna.account.id}/follow`);
    const all = await read();
    expect(all.map(({ type, status }) => [type, status?.id])).toEqual([
      ['follow', undefined],
      ['status', theirs],
      ['update', mine],
      ['reblog', mine],
      ['favourite', mine],
      ['mention', theirs],
    ]);
    expect(new Set(all.map(({ account }) => account.acct))).toEqual(new Set(['joris']));
    for (const one of all)
      expect((await ask<NotificationBody>(server, anna, 'GET', `${PATH}/${one.id}`)).body).toEqual(one);
    expect((await ask(server, joris, 'GET', `${PATH}/${all[0]?.id}`)).status).toBe(404);
  });

  test('are chosen by kind and by who did it', async () => {
    const { server, anna, joris, types } = await aReader();
    const mia = await aMember(server, 'mia');
    const mine = await say(server, anna, 'Mijn praktijk');
    await tell(server, anna, joris, 'favourite', mine);
    await tell(server, anna, mia, 'follow');
    await tell(server, anna, mia, 'mention', mine);
    expect(await types()).toEqual(['mention', 'follow', 'favourite']);
    expect(await types('?types[]=mention&types[]=follow')).toEqual(['mention', 'follow']);
    expect(await types('?types[]=poll')).toEqual([]);
    expect(await types('?exclude_types[]=mention&exclude_types[]=poll')).toEqual(['follow', 'favourite']);
    expect(await types(`?account_id=${mia.account.id}&exclude_types[]=follow`)).toEqual(['mention']);
    expect(await types('?account_id=%00x')).toEqual([]);
  });

  test('of a post that was deleted, or can be read no longer, are left out', async () => {
    const { server, anna, joris, types } = await aReader();
    const keeper = await aMember(server, 'mia', 'coordinator');
    const place = await aPlace(server, keeper, { locked: true });
    const inPlace = await say(server, keeper, 'Onder ons in @archief');
    const gone = await say(server, joris, 'Even');
    await tell(server, anna, joris, 'status', gone);
    await tell(server, anna, keeper, 'status', inPlace);
    expect(await types()).toEqual(['status']);
    await ask(server, joris, 'DELETE', `/api/v1/statuses/${gone}`);
    expect(await types()).toEqual([]);
    await ask(server, anna, 'POST', `/api/v1/accounts/${place.id}/follow`);
    await ask(server, keeper, 'POST', `/api/v1/follow_requests/${anna.account.id}/authorize`);
    expect(await types()).toEqual(['status']);
  });

  test('are read page after page, each once, for any page size', async () => {
    const { server, anna, joris } = await aReader();
    for (let n = 0; n < 11; n += 1) await tell(server, anna, joris, 'follow');
    const all = (await everyPage<NotificationBody>(server, anna, PATH)).map(({ id }) => id);
    expect(new Set(all).size).toBe(11);
    for (const limit of [1, 2, 3, 5, 11, 80]) {
      const read = await everyPage<NotificationBody>(server, anna, `${PATH}?limit=${limit}`);
      expect(read.map(({ id }) => id)).toEqual(all);
    }
  });

  test('are dismissed one by one, or cleared', async () => {
    const { server, anna, joris, read } = await aReader();
    for (const to of [anna, anna, anna, joris]) await tell(server, to, to === anna ? joris : anna, 'follow');
    const [first] = await read();
    const dismiss = () => ask(server, anna, 'POST', `${PATH}/${first?.id}/dismiss`);
    expect((await ask(server, joris, 'POST', `${PATH}/${first?.id}/dismiss`)).status).toBe(404);
    expect([(await dismiss()).status, (await dismiss()).status]).toEqual([200, 404]);
    expect(await read()).toHaveLength(2);
    expect((await ask(server, anna, 'POST', `${PATH}/clear`)).body).toEqual({});
    expect(await read()).toEqual([]);
    expect(await read('', joris)).toHaveLength(1);
  });

  test('count as unread until the mark has passed them', async () => {
    const { server, anna, joris, read } = await aReader();
    const unread = async (query = '') =>
      (await ask<{ count: number }>(server, anna, 'GET', `${PATH}/unread_count${query}`)).body.count;
    expect(await unread()).toBe(0);
    for (let n = 0; n < 4; n += 1) await tell(server, anna, joris, 'follow');
    expect([await unread(), await unread('?limit=3'), await unread('?types[]=mention')]).toEqual([4, 3, 0]);
    const [, second] = await read();
    await ask(server, anna, 'POST', '/api/v1/markers', { notifications: { last_read_id: second?.id } });
    expect(await unread()).toBe(1);
    await tell(server, anna, joris, 'follow');
    expect(await unread()).toBe(2);
  });

  test('are held back from nobody, which can be read and not changed', async () => {
    const { server, anna } = await aReader();
    const pending = { pending_requests_count: 0, pending_notifications_count: 0 };
    const v2 = '/api/v2/notifications/policy';
    const { body } = await ask(server, anna, 'GET', v2);
    expect(body).toMatchObject({ for_not_following: 'accept', for_new_accounts: 'accept', summary: pending });
    expect((await ask(server, anna, 'GET', `${PATH}/policy`)).body).toMatchObject({
      filter_new_accounts: false,
      summary: pending,
    });
    expect((await ask(server, anna, 'PATCH', v2, { for_not_following: 'accept' })).body).toEqual(body);
    expect((await ask(server, anna, 'PATCH', v2, { for_not_following: 'filter' })).status).toBe(422);
  });
});
