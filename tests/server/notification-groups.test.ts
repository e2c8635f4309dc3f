import { describe, expect, test } from 'vitest';
import { notify } from '@/server/store/notifications';
import type { NotificationType } from '@/server/store/schema-people';
import { type AccountBody, ask, say } from './people';
import { aMember, aServer, type Member, type Server } from './support';

const PATH = '/api/v2/notifications';

interface GroupBody {
  readonly group_key: string;
  readonly type: NotificationType;
  readonly notifications_count: number;
  readonly page_min_id: string;
  readonly page_max_id: string;
  readonly sample_account_ids: readonly string[];
  readonly status_id?: string;
}

interface Results {
  readonly accounts: readonly AccountBody[];
  readonly partial_accounts?: readonly AccountBody[];
  readonly statuses: readonly { readonly id: string }[];
  readonly notification_groups: readonly GroupBody[];
}

/** Anna, two colleagues who thanked her for two posts, and more of what can happen. */
async function aReader() {
  const server = await aServer();
  const anna = await aMember(server);
  const others = [await aMember(server, 'joris'), await aMember(server, 'mia')] as const;
  const posts = [await say(server, anna, 'Een'), await say(server, anna, 'Twee')] as const;
  const told = async (from: Member, type: NotificationType, statusId: string | null = null) => {
    server.time.now += 1;
    const store = server.store();
    await notify(store.db, store, { to: anna.account.id, from: from.account.id, type, statusId });
  };
  for (const from of others) {
    for (const post of posts) await told(from, 'favourite', post);
    await told(from, 'reblog', posts[0]);
    await told(from, 'follow');
    await told(from, 'mention', posts[1]);
  }
  return { server, anna, others, posts };
}

async function everyGroup(server: Server, member: Member, path: string): Promise<GroupBody[]> {
  const groups: GroupBody[] = [];
  for (let next: string | null = path; next !== null; ) {
    const page: Awaited<ReturnType<typeof ask<Results>>> = await ask<Results>(server, member, 'GET', next);
    groups.push(...page.body.notification_groups);
    next = page.next;
  }
  return groups;
}

describe('grouped notifications', () => {
  test('tell thanks, boosts and followers together, each account and post once', async () => {
    const { server, anna, others, posts } = await aReader();
    const { body } = await ask<Results>(server, anna, 'GET', PATH);
    const [joris, mia] = others.map(({ account }) => account.id);
    const both = { notifications_count: 2, sample_account_ids: [mia, joris] };
    const groups = body.notification_groups;
    expect(groups).toMatchObject([
      { type: 'mention', notifications_count: 1, sample_account_ids: [mia], status_id: posts[1] },
      { type: 'follow', group_key: 'follow-2026-11-24', ...both },
      { type: 'reblog', group_key: `reblog-${posts[0]}`, ...both },
      { type: 'favourite', group_key: `favourite-${posts[1]}`, ...both },
      { type: 'favourite', group_key: `favourite-${posts[0]}`, ...both },
      { type: 'mention', notifications_count: 1, sample_account_ids: [joris] },
    ]);
    expect(groups[0]?.group_key).toMatch(/^ungrouped-\d{18}$/);
    expect(body.accounts.map(({ acct }) => acct).sort()).toEqual(['joris', 'mia']);
    expect(body.statuses.map(({ id }) => id).sort()).toEqual([...posts]);
    expect(body.partial_accounts).toBeUndefined();
  });

  test('cover every notification once over pages of any size', async () => {
    const { server, anna } = await aReader();
    for (const limit of [1, 2, 3, 7, 10, 80]) {
      const groups = await everyGroup(server, anna, `${PATH}?limit=${limit}`);
      expect(groups.reduce((sum, group) => sum + group.notifications_count, 0)).toBe(10);
    }
  });

  test('the id of the newest is written to its last digit', async () => {
    const { server, anna } = await aReader();
    const answer = await server.request(PATH, { headers: { authorization: `Bearer ${anna.token}` } });
    const text = await answer.text();
    const { notification_groups } = JSON.parse(text) as Results;
    for (const { page_max_id } of notification_groups)
      expect(text).toContain(`"most_recent_notification_id":${page_max_id},`);
  });

  test('group only what is asked to be grouped', async () => {
    const { server, anna } = await aReader();
    const { body } = await ask<Results>(server, anna, 'GET', `${PATH}?grouped_types[]=reblog&types[]=reblog`);
    expect(body.notification_groups.map((group) => group.notifications_count)).toEqual([2]);
    const apart = await ask<Results>(server, anna, 'GET', `${PATH}?grouped_types[]=mention`);
    expect(apart.body.notification_groups).toHaveLength(10);
  });

  test('carry small accounts beside the newest where asked', async () => {
    const { server, anna } = await aReader();
    const query = 'expand_accounts=partial_avatars&types[]=follow';
    const { body } = await ask<Results>(server, anna, 'GET', `${PATH}?${query}`);
    expect(body.accounts.map(({ acct }) => acct)).toEqual(['mia']);
    expect(body.partial_accounts?.map(({ acct }) => acct)).toEqual(['joris']);
    expect((await ask(server, anna, 'GET', `${PATH}?expand_accounts=none`)).status).toBe(400);
  });

  test('one group is read whole, with everybody in it, and dismissed whole', async () => {
    const { server, anna, others, posts } = await aReader();
    const key = `${PATH}/favourite-${posts[0]}`;
    const { body } = await ask<Results>(server, anna, 'GET', key);
    expect(body.notification_groups).toMatchObject([{ type: 'favourite', notifications_count: 2 }]);
    const accounts = await ask<AccountBody[]>(server, anna, 'GET', `${key}/accounts`);
    expect(accounts.body.map(({ acct }) => acct)).toEqual(['mia', 'joris']);
    expect((await ask(server, others[0], 'GET', key)).status).toBe(404);
    const unread = async () =>
      (await ask<{ count: number }>(server, anna, 'GET', `${PATH}/unread_count`)).body.count;
    expect(await unread()).toBe(6);
    expect((await ask(server, anna, 'POST', `${key}/dismiss`)).body).toEqual({});
    expect((await ask(server, anna, 'GET', key)).status).toBe(404);
    expect((await ask(server, anna, 'GET', `${PATH}/constructor`)).status).toBe(404);
    expect(await unread()).toBe(5);
    const follows = `${PATH}/follow-2026-11-24`;
    expect((await ask<AccountBody[]>(server, anna, 'GET', `${follows}/accounts`)).body).toHaveLength(2);
    expect((await ask(server, anna, 'GET', `${PATH}/follow-2026-11-23`)).status).toBe(404);
  });
});
