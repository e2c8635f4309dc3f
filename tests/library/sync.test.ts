import { describe, expect, test } from 'vitest';
import { aPlace, call, follow, say } from '@/tests/server/a-community';
import { aMember } from '@/tests/server/support';
import { forgetCommunity } from '@/utils/library/store';
import { TURN_MS } from '@/utils/library/sync';
import { inspect } from '@/utils/storage/inspect';
import { aWorld, share } from './reading';

describe('what a member may read', () => {
  test('is found: aloud, in open places, in closed ones of their own, by whom they follow, and their own', async () => {
    const { server, anna, joris, turn, titles, db } = await aWorld();
    const lotte = await aMember(server, 'lotte');
    const [open, mine, theirs] = [
      await aPlace(server, 'open', false),
      await aPlace(server, 'mijn', true),
      await aPlace(server, 'hun', true),
    ];
    for (const place of [open, mine, theirs]) await follow(server, joris.account, place);
    await follow(server, anna.account, mine);
    await follow(server, anna.account, joris.account);
    await share(server, joris, { title: 'Hardop' });
    await share(server, joris, { title: 'In een open plek' }, { place_id: open.id });
    await share(server, joris, { title: 'In een gesloten plek van haar' }, { place_id: mine.id });
    await share(server, joris, { title: 'In een gesloten plek van anderen' }, { place_id: theirs.id });
    await share(server, joris, { title: 'Voor zijn volgers' }, { visibility: 'private' });
    await share(server, lotte, { title: 'Voor haar volgers' }, { visibility: 'private' });
    await share(server, anna, { title: 'Van haarzelf' }, { visibility: 'private' });
    await say(server, joris, 'Zomaar een bericht zonder kenmerk');
    await turn();
    expect((await titles()).sort()).toEqual(
      [
        'Hardop',
        'In een gesloten plek van haar',
        'In een open plek',
        'Van haarzelf',
        'Voor zijn volgers',
      ].sort(),
    );
    expect(await inspect(db, server.time.now)).toBe(0);
  });

  test('comes with its author, its thanks and what it answers', async () => {
    const { server, anna, joris, turn, db } = await aWorld();
    const first = await share(server, joris, { title: 'Eerste' });
    await call(server, anna, 'POST', `/api/v1/statuses/${first.id}/favourite`);
    await share(server, anna, { title: 'Erbij' }, { in_reply_to_id: first.id });
    await turn();
    const rows = await db.shared.orderBy('at').toArray();
    expect(rows).toMatchObject([
      { authorName: 'joris', thanks: 1, thanked: true, replies: 1, answersId: null, source: 'aloud' },
      { authorName: 'anna', answersId: first.id },
    ]);
  });

  test('that somebody passed on stays its author’s', async () => {
    const { server, anna, joris, turn, db } = await aWorld();
    await follow(server, anna.account, joris.account);
    const { id } = await share(server, anna, { title: 'Van Anna' });
    await call(server, joris, 'POST', `/api/v1/statuses/${id}/reblog`);
    await turn();
    expect(await db.shared.toArray()).toMatchObject([{ authorName: 'anna' }]);
  });
});

describe('a page that is read again', () => {
  test('replaces what was edited, and takes away what was removed or is no practice any more', async () => {
    const { server, joris, turn, titles, changes } = await aWorld();
    const [stays, removed, edited, undone] = [
      await share(server, joris, { title: 'Blijft' }),
      await share(server, joris, { title: 'Verdwijnt' }),
      await share(server, joris, { title: 'Met een fout' }),
      await share(server, joris, { title: 'Wordt een bericht' }),
    ];
    await turn();
    changes.length = 0;
    await call(server, joris, 'DELETE', `/api/v1/statuses/${removed.id}`);
    const source = await call<{ text: string }>(server, joris, 'GET', `/api/v1/statuses/${edited.id}/source`);
    await call(server, joris, 'PUT', `/api/v1/statuses/${edited.id}`, {
      status: source.body.text.replace('Met een fout', 'Zonder fout'),
    });
    await call(server, joris, 'PUT', `/api/v1/statuses/${undone.id}`, { status: 'Zomaar' });
    await call(server, joris, 'POST', `/api/v1/statuses/${stays.id}/favourite`);
    server.time.now += TURN_MS;
    await turn();
    expect(await titles()).toEqual(['Zonder fout', 'Blijft']);
    expect(changes.flatMap(({ put }) => put.map(({ practice }) => practice.title))).toEqual(['Zonder fout']);
  });
});

test('what is asked says nothing of this person: two addresses, a page, no words', async () => {
  const { server, joris, turn, requests } = await aWorld();
  for (let n = 0; n < 90; n += 1) await share(server, joris, { title: `Praktijk ${n}` });
  await turn();
  for (const { method, url, body } of requests) {
    const { pathname, searchParams } = new URL(url);
    expect(method).toBe('GET');
    expect(body).toBeUndefined();
    expect(pathname).toMatch(/^\/api\/v1\/timelines\/(public|home)$/);
    const { max_id, ...rest } = Object.fromEntries(searchParams);
    expect(max_id ?? '0').toMatch(/^\d+$/);
    expect([
      { limit: '40', exclude_reblogs: 'true' },
      { limit: '40', exclude_reblogs: 'true', local: 'true' },
    ]).toContainEqual(rest);
  }
});

test('a community that is disconnected leaves nothing behind, also in the middle of a turn', async () => {
  const { server, joris, turn, db, community, titles, way, toServer } = await aWorld();
  await share(server, joris, { title: 'Weg' });
  await turn();
  expect(await titles()).toEqual(['Weg']);
  const none = { thanks: 1, replyCount: 0, replies: [], askedAt: 1, toldThanks: 0, toldAt: 0 };
  await db.responses.add({ entryId: 'e', communityId: community.id, postId: '1', ...none });
  server.time.now += TURN_MS;
  way.http = async (request) => {
    const answer = await toServer(request);
    await db.communities.delete(community.id);
    await forgetCommunity(db, community.id);
    return answer;
  };
  await turn();
  expect([await titles(), await db.reaches.count(), await db.responses.count()]).toEqual([[], 0, 0]);
});
