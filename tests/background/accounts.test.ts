import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tellStory } from '@/components/outbox/entry-story';
import { createNetwork } from '@/entrypoints/background/network';
import { createText } from '@/utils/language';
import nl from '@/utils/language/texts/nl.json';
import { deliver } from '@/utils/outbox/deliver';
import { exportData } from '@/utils/storage/export-data';
import { aBackground, NOW, popup } from '../support/background-world';
import { createLock, must } from '../support/outbox-world';

const ADDRESS = 'https://community.example';
const t = createText('nl', nl);

/** Who a token speaks for; a token that is not in it has expired. */
type Tokens = Record<string, { readonly id: string; readonly username: string }>;

/** A server that knows people by their tokens, and keeps under whose name each post came. */
function aServer() {
  const tokens: Tokens = { 'of-ann': { id: '1', username: 'Ann' }, 'of-bob': { id: '2', username: 'Bob' } };
  const posts: { by: string; text: string }[] = [];
  const answer = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const { pathname } = new URL(String(url));
    if (pathname === '/api/v2/instance')
      return Response.json({ title: 'Netwerk', version: '4.3.0', configuration: {} });
    const who = tokens[(new Headers(init?.headers).get('authorization') ?? '').replace('Bearer ', '')];
    if (who === undefined) return Response.json({ error: 'The token is invalid' }, { status: 401 });
    if (pathname === '/api/v1/accounts/verify_credentials') return Response.json(who);
    if (init?.method !== 'POST') return Response.json([]); // it keeps nothing to look for
    const { status: text } = JSON.parse(String(init?.body ?? '{}'));
    posts.push({ by: who.username, text });
    return Response.json({ id: String(posts.length), url: `${ADDRESS}/${posts.length}`, account: who });
  };
  return { tokens, posts, answer };
}

async function world() {
  const server = aServer();
  vi.stubGlobal('fetch', server.answer);
  const background = aBackground();
  const { db, ask, services } = background;
  Object.assign(services, createNetwork(db, services.clock));
  let now = NOW;
  const signIn = async (token: string) => {
    now += 1;
    const wanted = { address: ADDRESS, scope: 'own', way: 'token', secret: token };
    const signedIn = must(await ask<'community:sign-in'>('community:sign-in', wanted, popup));
    if (signedIn.state !== 'connected') throw new Error('Waits for somebody');
    return signedIn.community;
  };
  const run = () =>
    deliver({ db, clock: () => now, perform: services.perform, random: () => 0.5, lock: createLock() });
  const write = async (title: string, communityId: string | null) => {
    const { draftId } = must(await ask<'draft:new'>('draft:new', {}, popup));
    const { draft } = must(await ask<'draft:open'>('draft:open', { draftId }, popup));
    const practice = { ...draft.practice, title, did: 'Zo.' };
    const change = { draftId, revision: draft.revision, practice, communityId };
    const { revision, preview } = must(await ask<'draft:save'>('draft:save', change, popup));
    const to = { communityId, placeId: null, audience: 'followers' };
    return must(
      await ask<'draft:send'>('draft:send', { draftId, revision, text: preview.text, ...to }, popup),
    );
  };
  const row = async (id: string) => {
    const { waiting } = must(await ask<'overview:read'>('overview:read', {}, popup));
    const entry = waiting.rows.find((one) => one.id === id);
    return entry === undefined ? null : tellStory(entry, now, t, 'nl').sentence;
  };
  return { ...background, server, signIn, run, write, row };
}

beforeEach(() => {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
  vi.spyOn(fakeBrowser.identity, 'getRedirectURL').mockReturnValue('https://abc.chromiumapp.org/');
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('what one person queued never leaves as another', () => {
  test('signed in as somebody else at the same address: it waits, says for whom, and goes when they are back', async () => {
    const { server, signIn, run, write, row } = await world();
    const ann = await signIn('of-ann');
    delete server.tokens['of-ann'];
    const { id } = await write('Van Ann', ann.id);
    await run();
    expect(await row(id)).toBe(
      'Je aanmelding bij Netwerk is verlopen. Meld je opnieuw aan, dan vertrekt het bericht vanzelf.',
    );
    const bob = await signIn('of-bob');
    await write('Van Bob', bob.id);
    await run();
    expect(server.posts.map(({ by, text }) => [by, text.split('\n')[0]])).toEqual([['Bob', 'Van Bob']]);
    expect(await row(id)).toBe(
      'Je schreef dit als Ann; bij Netwerk ben je nu verbonden als Bob. Het vertrekt niet onder een andere naam: ' +
        'meld je opnieuw aan als Ann, dan gaat het vanzelf.',
    );
    server.tokens['of-ann-again'] = { id: '1', username: 'Ann' };
    await signIn('of-ann-again');
    await run();
    expect(server.posts.map(({ by, text }) => [by, text.split('\n')[0]])).toContainEqual(['Ann', 'Van Ann']);
    expect(await row(id)).toBeNull();
  });

  test('a pasted token of somebody else is that other person: the first one’s posts keep their own token', async () => {
    const { server, signIn, run, write } = await world();
    const ann = await signIn('of-ann');
    await write('Van Ann', ann.id);
    expect((await signIn('of-bob')).id).not.toBe(ann.id);
    await run();
    expect(server.posts.map(({ by }) => by)).toEqual(['Ann']);
  });

  test('a sign-in that ends on another device, in the middle of it all, ends here as well', async () => {
    const { server, signIn, run, write, row } = await world();
    const ann = await signIn('of-ann');
    const ids = [];
    for (const title of ['Een', 'Twee', 'Drie', 'Vier', 'Vijf', 'Zes'])
      ids.push((await write(title, ann.id)).id);
    const { answer } = server;
    vi.stubGlobal('fetch', async (...request: Parameters<typeof answer>) => {
      const answered = await answer(...request);
      if (server.posts.length === 2) delete server.tokens['of-ann'];
      return answered;
    });
    await run();
    await signIn('of-bob');
    await run();
    expect(new Set(server.posts.map(({ by }) => by))).toEqual(new Set(['Ann']));
    const waiting = (await Promise.all(ids.map(row))).filter((sentence) => sentence !== null);
    expect(waiting.length + server.posts.length).toBe(6);
    expect(waiting.every((sentence) => sentence.startsWith('Je schreef dit als Ann'))).toBe(true);
  });

  test('written before anybody was connected, it goes as the first who is, and stays theirs', async () => {
    const { server, signIn, run, write, row } = await world();
    const { id } = await write('Van wie?', null);
    delete server.tokens['of-ann'];
    server.tokens['of-ann-1'] = { id: '1', username: 'Ann' };
    await signIn('of-ann-1');
    delete server.tokens['of-ann-1'];
    await run();
    await signIn('of-bob');
    await run();
    expect(server.posts).toEqual([]);
    expect(await row(id)).toMatch(/^Je schreef dit als Ann/);
  });

  test('from a file, on a machine where somebody else is connected, it waits for its own account', async () => {
    const mine = await world();
    const ann = await mine.signIn('of-ann');
    const { id } = await mine.write('Uit een bestand', ann.id);
    const json = await exportData(mine.db, NOW);
    const { ask, server, signIn, run, row } = await world();
    must(await ask('data:import', { json }, popup));
    must(await ask('entry:retry', { entryId: id }, popup));
    expect(await row(id)).toBe(
      'community.example is niet verbonden. Verbind opnieuw, dan vertrekt het bericht vanzelf.',
    );
    await signIn('of-bob');
    await run();
    expect(server.posts).toEqual([]);
    expect(await row(id)).toMatch(
      /^Dit is met een ander account geschreven; bij community\.example ben je verbonden als Bob\./,
    );
    await signIn('of-ann');
    await run();
    await run();
    expect(server.posts.map(({ by }) => by)).toEqual(['Ann']);
  });

  test('a file whose account does not fit its community sends nothing', async () => {
    const { db, ask, signIn, run, write, row, server } = await world();
    const ann = await signIn('of-ann');
    const { id } = await write('Vervalst', ann.id);
    await db.entries.update(id, { accountId: '2', state: 'parked', reason: 'imported' });
    must(await ask('entry:retry', { entryId: id }, popup));
    await run();
    expect(server.posts).toEqual([]);
    expect(await row(id)).toMatch(/^Dit is met een ander account geschreven/);
  });
});
