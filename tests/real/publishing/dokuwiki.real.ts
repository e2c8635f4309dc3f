import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '@/utils/community/connectors/dokuwiki/build';
import { dokuwiki } from '@/utils/community/connectors/dokuwiki/platform';
import { createHttp } from '@/utils/community/http';
import { must } from '../../support/outbox-world';
import { type RealWiki, startDokuwiki, WIKI_MEMBER } from '../dokuwiki';
import { fetchWithJar } from './jar';
import { aConclusion, type Publisher, publisher, recognised } from './publisher';
import { publishes } from './publishes';

const TOKEN = dokuwiki.tokenOf?.({ name: WIKI_MEMBER.name, secret: WIKI_MEMBER.password }) ?? '';

let wiki: RealWiki;
let base = '';
let anna: Publisher;

beforeAll(async () => {
  wiki = await startDokuwiki({ language: 'en', remote: true });
  base = `http://127.0.0.1:${new URL(wiki.url).port}`;
  anna = await publisher(dokuwiki, { base, token: TOKEN });
}, 60_000);

afterAll(() => wiki?.stop());

publishes({
  publisher: () => anna,
  shown: async (id) => {
    const answer = await fetch(`${base}/doku.php?id=${encodeURIComponent(id)}`);
    return answer.ok ? answer.text() : null;
  },
  count: async (text) => wiki.disk.pages().filter((id) => wiki.pageText(id)?.includes(text)).length,
  changeElsewhere: async (id, text) => wiki.disk.saveElsewhere(id, text),
  removeElsewhere: async (id) => wiki.disk.removeElsewhere(id),
});

test('is found below an address as people type it, and says what it is called', async () => {
  for (const typed of [base, `${base}/doku.php?id=start`, `${base}/lib/exe/xmlrpc.php`])
    expect(await recognised(dokuwiki, typed)).toEqual({ base, name: 'Intranet Wiki', version: '' });
  expect(must(await anna.ask<'capabilities'>({ verb: 'capabilities' }))).toMatchObject({
    name: 'Intranet Wiki',
  });
  expect(anna.account.member).toMatchObject({ handle: 'anna' });
});

test('a namespace is a place, once it holds a page', async () => {
  wiki.disk.saveElsewhere('praktijken:start', '====== Praktijken ======');
  const places = must(await anna.ask<'places'>({ verb: 'places', memberId: 'anna' }));
  expect(places).toEqual([{ id: 'praktijken', name: 'praktijken', closed: false }]);
  const practice = aConclusion({ title: 'Één naam & “aanhalingstekens”' });
  const { ref } = must(await anna.say(practice, 'DG-REAL-0001', { placeId: 'praktijken' }));
  expect(ref.id).toBe('praktijken:een_naam_aanhalingstekens_dg-real-0001');
  expect(wiki.pageText(ref.id)).toContain('====== Één naam & “aanhalingstekens” ======');
  const [post] = must(
    await anna.ask<'find'>({ verb: 'find', marker: 'DG-REAL-0001', since: 0, authorId: 'anna' }),
  ).posts;
  expect(post).toMatchObject({ id: ref.id, url: ref.url, version: ref.version, authorId: 'anna' });
});

test('the addresses that we make are the wiki’s own', async () => {
  for (const [n, title] of ['Ωμέγα', 'Straße · Ærø – 50 %', '日本語', '_x_', 'A'.repeat(300)].entries()) {
    const reference = `DG-REAL-${2_000 + n}`;
    const { ref } = must(await anna.say(aConclusion({ title }), reference));
    const found = await anna.found(reference);
    expect(found).toMatchObject([{ id: ref.id, practice: { title } }]);
  }
});

test('what the wiki shows is what was written', async () => {
  const did = '**vet** en *schuin*, 100% [zeker] __niet__ en/of <b>x</b>\n  ingesprongen\n\n- een\n- twee';
  const { ref } = must(await anna.say(aConclusion({ title: 'Getoond', did }), 'DG-REAL-0002'));
  const html = await (await fetch(ref.url)).text();
  for (const part of [
    '<strong>vet</strong>',
    '<em>schuin</em>',
    '100',
    '[',
    'zeker',
    '__',
    'en/of',
    '&lt;',
    'Getoond</h1>',
  ])
    expect(html).toContain(part);
  expect(html).not.toMatch(/<b>x<\/b>|<pre class="code">|%%/);
});

test('while somebody has it open, a page waits; once it is free, it is written', async () => {
  const practice = aConclusion({ title: 'Open bij een ander' });
  const { ref } = must(await anna.say(practice, 'DG-REAL-0003'));
  const next = { ...practice, why: 'Daarom.' };
  const how = { edits: ref.id, basedOn: ref.version ?? '' };
  wiki.disk.lockElsewhere(ref.id, 'ben');
  expect(await anna.say(next, 'DG-REAL-0003', how)).toMatchObject({
    error: { kind: 'retry', applied: 'no', afterMs: 300_000 },
  });
  wiki.disk.unlockElsewhere(ref.id);
  must(await anna.say(next, 'DG-REAL-0003', how));
  expect(wiki.disk.isLocked(ref.id)).toBe(false);
});

test('after a conflict nobody is kept from the page', async () => {
  const practice = aConclusion({ title: 'Vrij na afloop' });
  const { ref } = must(await anna.say(practice, 'DG-REAL-0004'));
  wiki.disk.saveElsewhere(ref.id, 'anders');
  const how = { edits: ref.id, basedOn: ref.version ?? '' };
  expect(await anna.say(practice, 'DG-REAL-0004', how)).toMatchObject({ error: { kind: 'conflict' } });
  expect(wiki.disk.isLocked(ref.id)).toBe(false);
});

test('a wrong password, a part that is closed and a word that is not wanted are told apart', async () => {
  const wrong = dokuwiki.tokenOf?.({ name: 'anna', secret: 'fout' }) ?? '';
  await expect(publisher(dokuwiki, { base, token: wrong })).rejects.toThrow(/expired/);
  wiki.disk.closeForWriting('directie');
  const closed = await anna.say(aConclusion({ title: 'Besloten' }), 'DG-REAL-0005', { placeId: 'directie' });
  expect(closed).toMatchObject({ error: { kind: 'auth', why: 'forbidden' } });
  const spam = await anna.say(aConclusion({ did: 'Koop wow gold.' }), 'DG-REAL-0006');
  expect(spam).toMatchObject({ error: { kind: 'invalid' } });
});

test('what we remove is gone, also when it was already', async () => {
  const { ref } = must(await anna.say(aConclusion({ title: 'Weg ermee' }), 'DG-REAL-0007'));
  must(await anna.ask<'remove'>({ verb: 'remove', postId: ref.id }));
  expect(wiki.pageText(ref.id)).toBeNull();
  must(await anna.ask<'remove'>({ verb: 'remove', postId: ref.id }));
});

test('an older wiki does not say whose session it is', async () => {
  const send = fetchWithJar();
  const http = createHttp(send);
  const account = { base, token: '', asSignedIn: true } as const;
  const login = call('dokuwiki.login', [WIKI_MEMBER.name, WIKI_MEMBER.password], account);
  must(await http(login));
  expect(must(await http(call('dokuwiki.getVersion', [], account))).text).toContain('2022-07-31b');
  await expect(publisher(dokuwiki, account, send)).rejects.toThrow(/expired/);
});

test('a wiki whose interface is switched off is recognised, and says that an administrator is needed', async () => {
  const off = await startDokuwiki();
  try {
    const there = `http://127.0.0.1:${new URL(off.url).port}`;
    expect(await recognised(dokuwiki, there)).toEqual({ base: there, name: '', version: '' });
    await expect(publisher(dokuwiki, { base: there, token: TOKEN })).rejects.toThrow(/consent/);
  } finally {
    await off.stop();
  }
});
