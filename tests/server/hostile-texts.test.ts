import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { contentToHtml } from '@/server/content';
import { renameAccount } from '@/server/store/accounts';
import { aPng } from '@/tests/support/picture-files';
import { HOSTILE_TEXTS } from '../support/hostile-texts';
import { say } from './people';
import { upload } from './pictures/sending';
import { aMember, aServer, get, ORIGIN, PASSWORD, type Server } from './support';
import { Visitor } from './visitor';

const TEXTS = HOSTILE_TEXTS.filter((text) => text.trim() !== '');
const MARKDOWN = { content_type: 'text/markdown' } as const;
/** On our pages each needs a post of its own: the quick form takes every fourth of what others collected. */
const POSTED = process.env.DEELGENOOT_LONG === '1' ? TEXTS : TEXTS.filter((_, n) => n % 4 === 0 || n > 450);
/** As they reach the store: no request brings NUL that far (parameters.test). */
const NAMES = POSTED.map((text) => text.replaceAll('\0', ''));

const { DOMParser } = new Window();
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
type Parsed = ReturnType<typeof parse>;

const elements = (page: Parsed) => [...page.querySelectorAll('*')];
const namesIn = (page: Parsed) => new Set(elements(page).map(({ localName }) => localName));
const attributesIn = (page: Parsed) => new Set(elements(page).flatMap((one) => one.getAttributeNames()));
/** Where a press leads; what no browser can make an address of leads nowhere. */
const protocolsIn = (page: Parsed) =>
  new Set(
    [...page.querySelectorAll('[href]')].flatMap((one) => {
      const address = one.getAttribute('href') ?? '';
      return URL.canParse(address, ORIGIN) ? [new URL(address, ORIGIN).protocol] : [];
    }),
  );
/** What is found and not known. */
const beyond = (found: ReadonlySet<string>, known: ReadonlySet<string>) =>
  new Set([...found].filter((name) => !known.has(name)));
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

const CONTENT = new Set(['html', 'head', 'body', 'p', 'br', 'a', 'span', 'strong', 'em', 'ul', 'ol', 'li']);
const OF_LINKS = new Set(['href', 'class', 'rel', 'target']);
const WEB = new Set(['http:', 'https:']);

test.each([
  ['plain text', null],
  ['Markdown', 'text/markdown'],
] as const)(
  'whatever stands in %s, its HTML is our own elements and leads only to the web',
  (_, content_type) => {
    for (const text of TEXTS)
      for (const origin of [ORIGIN, null]) {
        const page = parse(contentToHtml({ text, content_type }, origin));
        expect([text, beyond(namesIn(page), CONTENT)]).toEqual([text, new Set()]);
        expect([text, beyond(attributesIn(page), OF_LINKS)]).toEqual([text, new Set()]);
        expect([text, beyond(protocolsIn(page), WEB)]).toEqual([text, new Set()]);
        if (content_type === null && origin !== null)
          expect(squeezed(page.body.textContent.replaceAll('\n', ' '))).toBe(
            squeezed(text.replaceAll(/\n/g, '')),
          );
      }
  },
);

/** A server on which everybody is called as they write. */
async function aHostileServer(texts: readonly string[], names: readonly string[] = texts) {
  const server = await aServer();
  const ids: string[] = [];
  for (const [n, text] of texts.entries()) {
    const member = await aMember(server, `lid${n}`);
    await renameAccount(server.store(), member.account.id, names[n] ?? text);
    ids.push(await say(server, member, text, n % 2 === 0 ? {} : MARKDOWN));
  }
  const reader = await aMember(server, 'anna');
  const visitor = new Visitor(server);
  await visitor.signIn('anna', PASSWORD);
  const open = async (path: string) => parse(await (await visitor.open(path)).text());
  return { server, reader, open, ids };
}

/** The timeline, page after page. */
async function timeline(open: (path: string) => Promise<Parsed>): Promise<Parsed[]> {
  const pages = [await open('/')];
  for (let next = true; next; ) {
    const href = pages.at(-1)?.querySelector('a[rel=next]')?.getAttribute('href');
    next = href !== undefined && href !== null;
    if (next) pages.push(await open(href ?? '/'));
  }
  return pages;
}

test('on our pages everybody may be called, and write, whatever they like', {
  timeout: 120_000,
}, async () => {
  const plain = await aHostileServer([
    'Een gewone tekst\n\n**en** nog een',
    'Mappen\n\n**Vet** *schuin*\n\n- een\n\n1. twee\n\nhttps://a.example/',
  ]);
  const hostile = await aHostileServer(POSTED, NAMES);
  const look = async ({ open, ids, server, reader }: Awaited<ReturnType<typeof aHostileServer>>) => {
    const posts = await Promise.all(ids.map((id, n) => open(`/@lid${n}/${id}`)));
    const found = await open(`/search?q=${encodeURIComponent('alert script tekst')}`);
    const { body } = await get<object[]>(server, reader.token, '/api/v1/timelines/public?limit=40');
    expect(body.length).toBeGreaterThan(0);
    return [...(await timeline(open)), ...posts, found];
  };
  const known = await look(plain);
  const names = new Set(known.flatMap((page) => [...namesIn(page)]));
  const attributes = new Set(known.flatMap((page) => [...attributesIn(page)]));
  const pages = await look(hostile);
  for (const page of pages) {
    expect(beyond(namesIn(page), names)).toEqual(new Set());
    expect(beyond(attributesIn(page), attributes)).toEqual(new Set());
    expect(beyond(protocolsIn(page), WEB)).toEqual(new Set());
  }
  const authors = pages
    .slice(0, -1 - POSTED.length)
    .flatMap((page) => [...page.querySelectorAll('.byline a')].map((link) => link.textContent));
  expect(authors.toReversed()).toEqual(NAMES);
});

test('what a picture shows is told as text', { timeout: 60_000 }, async () => {
  const server: Server = await aServer();
  const member = await aMember(server);
  const visitor = new Visitor(server);
  await visitor.signIn('anna', PASSWORD);
  for (let from = 0; from < POSTED.length; from += 4) {
    const some = POSTED.slice(from, from + 4);
    const sent = await Promise.all(
      some.map((description) => upload(server, member, aPng(), { description })),
    );
    const media_ids = sent.map(({ body }) => body.id);
    const id = await say(server, member, 'Kijk', { media_ids } as never);
    const page = parse(await (await visitor.open(`/@anna/${id}`)).text());
    const images = [...page.querySelectorAll('img')];
    expect(images.map((image) => image.getAttribute('alt'))).toEqual(
      sent.map(({ body }) => body.description),
    );
    const kept = new Set(images.flatMap((image) => image.getAttributeNames()));
    expect([...kept].filter((name) => /^on|style|srcdoc/.test(name))).toEqual([]);
    expect(sent.map(({ body }) => squeezed(body.description ?? ''))).toEqual(
      some.map((text) => squeezed(text.replaceAll('\0', ''))),
    );
  }
});
