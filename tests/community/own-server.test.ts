import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApp } from '@/server/app';
import { hashPassword } from '@/server/auth/secrets';
import { createAccount } from '@/server/store/accounts';
import { makeCall } from '@/server/store/calls';
import { openStore } from '@/server/store/open-store';
import type { Store } from '@/server/store/store';
import { connect } from '@/utils/community/auth/connect';
import { createHttp, type Http } from '@/utils/community/http';
import { createPerform } from '@/utils/community/store';
import { DAY_MS, systemClock } from '@/utils/kernel/clock';
import { secureBytes } from '@/utils/kernel/random';
import { TIMES } from '@/utils/outbox/times';
import { read } from '@/utils/practice/read';
import { tidy } from '@/utils/practice/tidy';
import { must, START, World } from '../support/outbox-world';
import { aPlainJpeg } from '../support/picture-files';
import { aPractice, WORDINGS } from '../support/practices';

const ORIGIN = 'http://127.0.0.1:4999';
const REDIRECT = 'https://abc.chromiumapp.org/';
const PASSWORD = 'een lang wachtwoord';

let folder: string;
let store: Store;
let request: (url: string, init?: RequestInit) => Promise<Response>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deelgenoot-'));
  store = must(await openStore({ folder, communityName: 'Huis' }));
  const passwordHash = await hashPassword(PASSWORD);
  must(await createAccount(store, { handle: 'ann', displayName: 'Ann', passwordHash, role: 'member' }));
  const ports = { store, clock: systemClock, randomBytes: secureBytes, origin: ORIGIN, name: 'Huis' };
  const app = createApp({ ...ports, language: 'nl', version: '0.1.0' });
  request = async (url, init) => app.request(url, init);
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** The person at the sign-in window: signs in, and agrees on the page that asks. */
async function agree(url: string): Promise<string | null> {
  const post = (to: string, fields: URLSearchParams, cookie = '') =>
    request(to, {
      method: 'POST',
      body: fields,
      redirect: 'manual',
      headers: { origin: ORIGIN, cookie, 'sec-fetch-site': 'same-origin' },
    });
  const signedIn = await post(
    `${ORIGIN}/sign-in`,
    new URLSearchParams({ handle: 'ann', password: PASSWORD }),
  );
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await (await request(url, { headers: { cookie } })).text();
  const fields = new URLSearchParams({ decision: 'allow' });
  for (const [input] of page.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    const value = /value="([^"]*)"/.exec(input)?.[1]?.replaceAll('&amp;', '&');
    if (name !== undefined) fields.set(name, value ?? '');
  }
  return (await post(`${ORIGIN}/oauth/authorize`, fields, cookie)).headers.get('location');
}

async function connectedWorld() {
  const http: Http = createHttp((url, init) => request(String(url), init));
  const world = new World();
  const ports = { http, db: world.db, clock: world.clock, window: { redirectUri: REDIRECT, launch: agree } };
  const community = must(await connect(ports, { address: ORIGIN, scope: 'own' }));
  return { world, community, http, perform: createPerform(world.db, http, world.clock) };
}

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
