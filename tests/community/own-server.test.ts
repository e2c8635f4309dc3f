import { expect, test } from 'vitest';
import { makeCall } from '@/server/store/calls';
import { identify } from '@/utils/community/auth/identify';
import { leave } from '@/utils/community/auth/leave';
import type { Http } from '@/utils/community/http';
import { PLATFORMS, platformOf } from '@/utils/community/register';
import { createPerform } from '@/utils/community/store';
import { DAY_MS } from '@/utils/kernel/clock';
import { TIMES } from '@/utils/outbox/times';
import { read } from '@/utils/practice/read';
import { tidy } from '@/utils/practice/tidy';
import { must, START } from '../support/outbox-world';
import { aPlainJpeg } from '../support/picture-files';
import { aPractice, WORDINGS } from '../support/practices';
import { connectedWorld, ORIGIN, request, store, useOwnServer } from './own-server-world';

useOwnServer();

test('our own server: sign in, send, read back the same practice, thank and remove', async () => {
  const { world, community, perform } = await connectedWorld();
  expect(community).toMatchObject({
    name: 'Huis',
    accountName: 'Ann',
    keepsKeys: true,
    canInvite: true,
    maxCharacters: 5_000,
  });
  const entry = await world.send('Over “é” & <b>', { communityId: community.id, audience: 'members' });
  expect(must(await world.deliver({ perform })).delivered).toBe(1);
  const receipt = await world.db.receipts.get(entry.id);
  const postId = receipt?.postId ?? '';
  const query = {
    verb: 'find',
    marker: entry.reference,
    since: START,
    authorId: community.accountId,
  } as const;
  const found = must(await perform<'find'>(community, query));
  expect(found.posts).toMatchObject([{ id: postId, url: receipt?.url }]);
  expect(read(found.posts[0]?.text ?? '', WORDINGS)).toEqual({
    reference: entry.reference,
    practice: tidy(aPractice({ title: 'Over “é” & <b>' })),
  });
  expect((await perform<'mark'>(community, { verb: 'mark', postId, on: true })).ok).toBe(true);
  expect(must(await perform<'thread'>(community, { verb: 'thread', postId })).posts).toEqual([]);
  const picture = { bytes: aPlainJpeg(), type: 'image/jpeg', description: 'Een map' } as const;
  expect((await perform<'attach'>(community, { verb: 'attach', picture })).ok).toBe(true);
  expect((await perform<'remove'>(community, { verb: 'remove', postId })).ok).toBe(true);
});

test('our own server: an answer that is lost makes no second post, also when the post was removed meanwhile', async () => {
  const { world, community, http } = await connectedWorld();
  let answersLost = 0;
  const losing: Http = async (plain) => {
    const answer = await http(plain);
    if (plain.method !== 'POST' || answersLost > 2) return answer;
    answersLost += 1;
    return { ok: false, error: { kind: 'retry', applied: 'unknown', answered: false } };
  };
  const perform = createPerform(world.db, losing, world.clock);
  const kept = await world.send('Blijft', { communityId: community.id, audience: 'members' });
  for (let step = 0; step < 4; step += 1) {
    await world.deliver({ perform });
    world.pass(10 * TIMES.settleMs);
  }
  const { postId = '' } = (await world.db.receipts.get(kept.id)) ?? {};
  await world.db.receipts.delete(kept.id);
  await world.db.entries.put({ ...kept, state: 'uncertain', firstTriedAt: START, dueAt: 0 });
  const query = {
    verb: 'find',
    marker: kept.reference,
    since: START,
    authorId: community.accountId,
  } as const;
  expect(must(await perform<'find'>(community, query)).posts).toHaveLength(1);
  await perform<'remove'>(community, { verb: 'remove', postId });
  await world.deliver({ perform });
  expect(await world.entry(kept.id)).toMatchObject({ state: 'parked', reason: 'withdrawn' });
  expect(must(await perform<'find'>(community, query)).posts).toEqual([]);
});

test('our own server: a theme that the coordinator starts is a call', async () => {
  const { community, perform } = await connectedWorld();
  expect(must(await perform<'calls'>(community, { verb: 'calls' }))).toEqual([]);
  const { accountId: id } = community;
  const lastDay = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10);
  await makeCall(store, { text: 'Deze week: #Selectie', words: ['selectie', 'tri'], lastDay }, { id });
  const called = must(await perform<'calls'>(community, { verb: 'calls' }));
  expect(called).toMatchObject([{ text: 'Deze week: #Selectie', words: ['selectie', 'tri'] }]);
  expect(called[0]?.until).toBe(new Date(`${lastDay}T00:00:00`).setHours(24));
});

test('our own server: too early to invite, and then a link that a colleague can open', async () => {
  const { world, community, perform } = await connectedWorld();
  const wishes = { verb: 'invite', uses: 10, days: 14 } as const;
  expect(must(await perform<'invite'>(community, wishes))).toEqual({
    kind: 'too-early',
    readable: 0,
    needed: 3,
  });
  for (const title of ['Een', 'Twee', 'Drie'])
    await world.send(title, { communityId: community.id, audience: 'members' });
  expect(must(await world.deliver({ perform })).delivered).toBe(3);
  const made = must(await perform<'invite'>(community, wishes));
  if (made.kind !== 'made') throw new Error(made.kind);
  expect(made.messages.find(({ language }) => language === 'nl')?.text).toContain(made.url);
  const page = await (await request(made.url)).text();
  expect(page).toContain('Ann nodigt je uit in Huis');
  for (const title of ['Een', 'Twee', 'Drie']) expect(page).toContain(`>${title}</h2>`);
});

test('our own server: what is added to a post stands under it, once, and is refused where that is gone', async () => {
  const { world, community, perform, http } = await connectedWorld();
  const first = await world.send('Eerst', { communityId: community.id, audience: 'members' });
  const reply = await world.answer(first.id, 'Erachter');
  let lost = 0;
  const losing: Http = async (plain) => {
    const answer = await http(plain);
    if (plain.method !== 'POST' || lost > 1) return answer;
    lost += 1;
    return { ok: false, error: { kind: 'retry', applied: 'unknown', answered: false } };
  };
  for (let step = 0; step < 4; step += 1) {
    await world.deliver({ perform: createPerform(world.db, losing, world.clock) });
    world.pass(10 * TIMES.settleMs);
  }
  const { postId = '' } = (await world.db.receipts.get(first.id)) ?? {};
  const { posts } = must(await perform<'thread'>(community, { verb: 'thread', postId }));
  expect(posts.map(({ text }) => text.includes(reply.reference))).toEqual([true]);

  const late = await world.answer(first.id, 'Te laat');
  must(await perform<'remove'>(community, { verb: 'remove', postId }));
  await world.deliver({ perform });
  expect(await world.entry(late.id)).toMatchObject({ state: 'parked', reason: 'answered-gone' });
});

test('our own server: is found below any of its pages, and says what its token may do', async () => {
  const { community, http } = await connectedWorld();
  expect(await identify(http, PLATFORMS, `${ORIGIN}/@ann/1`)).toMatchObject({
    value: { base: ORIGIN, name: 'Huis' },
  });
  expect(community.mayDo).toContain('write:statuses');
});

test('our own server: a token that was taken back on leaving opens nothing any more', async () => {
  const { world, community, http, perform } = await connectedWorld();
  must(await perform<'me'>(community, { verb: 'me' }));
  await (await leave({ db: world.db, http }, platformOf, community.id)).takenBack;
  expect(await perform<'me'>(community, { verb: 'me' })).toMatchObject({ error: { kind: 'auth' } });
  expect(await world.db.tokens.count()).toBe(0);
});
