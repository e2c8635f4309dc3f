import { afterAll, beforeAll, expect, test } from 'vitest';
import { mediawiki } from '@/utils/community/connectors/mediawiki/platform';
import { must } from '../../support/outbox-world';
import { type RealMediawiki, startMediawiki, WIKI_ADMIN, WIKI_PERSON } from '../mediawiki';
import { fetchWithJar } from './jar';
import { aConclusion, type Publisher, publisher, recognised } from './publisher';
import { publishes } from './publishes';

let wiki: RealMediawiki;
let base = '';
let anna: Publisher;
let admin: typeof fetch;

beforeAll(async () => {
  wiki = await startMediawiki();
  base = `http://127.0.0.1:${new URL(wiki.url).port}`;
  anna = await publisher(mediawiki, { base, asSignedIn: true }, await signedIn(WIKI_PERSON));
  admin = await signedIn(WIKI_ADMIN);
}, 120_000);

afterAll(() => wiki?.stop());

/** Signs in on the wiki's own page, as people do. */
async function signedIn({ name, password }: typeof WIKI_ADMIN): Promise<typeof fetch> {
  const send = fetchWithJar();
  const { query } = await api(send, { action: 'query', meta: 'tokens', type: 'login' });
  const fields = { logintoken: query.tokens.logintoken, username: name, password, loginreturnurl: base };
  const { clientlogin } = await api(send, { action: 'clientlogin', ...fields });
  expect(clientlogin.status).toBe('PASS');
  return send;
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the wiki says
async function api(send: typeof fetch, fields: Readonly<Record<string, string>>): Promise<any> {
  const body = new URLSearchParams({ format: 'json', formatversion: '2', ...fields });
  const answer = await send(`${base}/api.php`, { method: 'POST', body, credentials: 'include' });
  return answer.json();
}

async function byAdmin(fields: Readonly<Record<string, string>>): Promise<void> {
  const { query } = await api(admin, { action: 'query', meta: 'tokens' });
  const done = await api(admin, { ...fields, token: query.tokens.csrftoken });
  expect(done.error).toBeUndefined();
}

publishes({
  publisher: () => anna,
  shown: async (id) => {
    const answer = await fetch(`${base}/index.php?curid=${id}`);
    return answer.ok ? answer.text() : null;
  },
  count: async (text) => {
    const generator = {
      generator: 'allpages',
      gaplimit: 'max',
      prop: 'revisions',
      rvprop: 'content',
      rvslots: 'main',
    };
    const { query } = await api(fetch, { action: 'query', ...generator });
    return query.pages.filter((page: unknown) => JSON.stringify(page).includes(text)).length;
  },
  changeElsewhere: (id, text) => byAdmin({ action: 'edit', pageid: id, text }),
  removeElsewhere: (id) => byAdmin({ action: 'delete', pageid: id }),
});

test('is found below an address as people type it, by what it says of itself', async () => {
  for (const typed of [base, `${base}/index.php/Main_Page`, `${base}/api.php`])
    expect(await recognised(mediawiki, typed)).toEqual({ base, name: 'Intranet Wiki', version: '1.39.17' });
});

test('says how long a page may be, and who asks', async () => {
  expect(must(await anna.ask<'capabilities'>({ verb: 'capabilities' }))).toMatchObject({
    name: 'Intranet Wiki',
    maxCharacters: 2_097_152,
    canRemove: false,
  });
  expect(anna.account.member).toMatchObject({ handle: 'Anna' });
});

test('a page that was renamed is replaced under its new name', async () => {
  const practice = aConclusion({ title: 'Oude naam' });
  const { ref } = must(await anna.say(practice, 'DG-REAL-0001'));
  await byAdmin({ action: 'move', fromid: ref.id, to: 'Nieuwe naam', noredirect: '1' });
  const [moved] = must(
    await anna.ask<'find'>({
      verb: 'find',
      marker: 'DG-REAL-0001',
      since: 0,
      authorId: anna.account.member?.id ?? '',
    }),
  ).posts;
  expect(moved?.id).toBe(ref.id);
  const again = await anna.say({ ...practice, why: 'Nog steeds.' }, 'DG-REAL-0001', {
    edits: ref.id,
    basedOn: ref.version ?? '',
  });
  expect(must(again).ref.id).toBe(ref.id);
  expect((await anna.found('DG-REAL-0001'))[0]?.practice).toMatchObject({
    title: 'Oude naam',
    why: 'Nog steeds.',
  });
});

test('a stranger is asked to sign in; who may not remove is told so; a protected page is not written', async () => {
  const stranger = { base, asSignedIn: true } as const;
  const http = publisher(mediawiki, stranger, fetchWithJar());
  await expect(http).rejects.toThrow(/expired/);
  const { ref } = must(await anna.say(aConclusion({ title: 'Beschermd' }), 'DG-REAL-0002'));
  expect(await anna.ask<'remove'>({ verb: 'remove', postId: ref.id })).toEqual({
    ok: false,
    error: { kind: 'auth', why: 'forbidden' },
  });
  await byAdmin({ action: 'protect', pageid: ref.id, protections: 'edit=sysop' });
  const edits = { edits: ref.id, basedOn: ref.version ?? '' };
  expect(
    await anna.say(aConclusion({ title: 'Beschermd', why: 'Toch.' }), 'DG-REAL-0002', edits),
  ).toMatchObject({
    error: { kind: 'auth', why: 'forbidden' },
  });
  await byAdmin({ action: 'block', user: WIKI_PERSON.name });
  expect(await anna.say(aConclusion(), 'DG-REAL-0003')).toMatchObject({
    error: { kind: 'auth', why: 'forbidden' },
  });
  await byAdmin({ action: 'unblock', user: WIKI_PERSON.name });
});

test('a wiki that only its members read is recognised, and says nothing to strangers', async () => {
  const closed = await startMediawiki({ closed: true });
  try {
    const there = `http://127.0.0.1:${new URL(closed.url).port}`;
    expect(await recognised(mediawiki, there)).toEqual({ base: there, name: '', version: '' });
  } finally {
    await closed.stop();
  }
});
