import { describe, expect, test } from 'vitest';
import { aMember, aServer, get, ORIGIN, PASSWORD, type PostedStatus, post, type Server } from './support';
import { Visitor } from './visitor';

interface Found {
  readonly accounts: readonly { readonly acct: string }[];
  readonly statuses: readonly PostedStatus[];
  readonly hashtags: readonly { readonly name: string; readonly following: boolean }[];
}

async function search(server: Server, token: string, query: Readonly<Record<string, string>>) {
  const { body } = await get<Found>(server, token, `/api/v2/search?${new URLSearchParams(query)}`);
  return {
    accounts: body.accounts.map(({ acct }) => acct),
    statuses: body.statuses.map(({ id }) => id),
    hashtags: body.hashtags.map(({ name }) => name),
  };
}

/** Anna and Bram, with a post of Anna's for everybody and one that Bram may not read. */
async function aCommunity() {
  const server = await aServer();
  const anna = await aMember(server, 'anna_v');
  const bram = await aMember(server, 'bram');
  const open = (await post(server, anna.token, 'Archieven overgebracht #Archief #archiefbeheer')).body.id;
  const made = await server.request('/api/v1/statuses', {
    method: 'POST',
    headers: { authorization: `Bearer ${anna.token}` },
    body: new URLSearchParams({ status: 'Geheim archief #archiefgeheim', visibility: 'private' }),
  });
  const hidden = ((await made.json()) as PostedStatus).id;
  return { server, anna, bram, open, hidden };
}

describe('searching as an app', () => {
  test('finds posts, people and topics, of each what the reader may know', async () => {
    const { server, anna, bram, open, hidden } = await aCommunity();
    expect(await search(server, bram.token, { q: 'archief' })).toEqual({
      accounts: [],
      statuses: [open],
      hashtags: ['archief', 'archiefbeheer'],
    });
    expect(await search(server, anna.token, { q: 'archief' })).toMatchObject({
      statuses: [hidden, open],
      hashtags: ['archief', 'archiefbeheer', 'archiefgeheim'],
    });
    expect(await search(server, bram.token, { q: 'ANN' })).toMatchObject({ accounts: ['anna_v'] });
  });

  test.each([
    [{ q: 'from:me' }, { accounts: [], statuses: ['hidden', 'open'], hashtags: [] }],
    [{ q: 'from:anna_v overgebracht' }, { statuses: ['open'] }],
    [{ q: 'from:@anna_v@127.0.0.1:8700 overgebracht' }, { statuses: ['open'] }],
    [
      { q: '#Archief' },
      { accounts: [], statuses: ['open'], hashtags: ['archief', 'archiefbeheer', 'archiefgeheim'] },
    ],
    [
      { q: 'archief', type: 'hashtags', limit: '1', offset: '1' },
      { statuses: [], hashtags: ['archiefbeheer'] },
    ],
    [
      { q: 'archief', type: 'statuses', limit: '1', offset: '1' },
      { statuses: ['open'], hashtags: [] },
    ],
    [
      { q: 'archief', limit: '1', offset: '1' },
      { statuses: ['hidden'], hashtags: ['archief'] },
    ],
    [
      { q: 'archief', type: 'accounts' },
      { accounts: [], statuses: [], hashtags: [] },
    ],
    [{ q: '@anna_v@127.0.0.1:8700', resolve: 'true' }, { accounts: ['anna_v'] }],
    [{ q: '@anna_v@127.0.0.1' }, { accounts: ['anna_v'] }],
    [{ q: '@anna_v@elders.example', resolve: 'true' }, { accounts: [] }],
    [{ q: 'anna', following: 'true' }, { accounts: [] }],
    [
      { q: `${ORIGIN}/@anna_v`, resolve: 'true' },
      { accounts: ['anna_v'], statuses: [] },
    ],
    [
      { q: `${ORIGIN}/@nobody`, resolve: 'true' },
      { accounts: [], statuses: [] },
    ],
    [{ q: 'https://elders.example/@anna_v', resolve: 'true' }, { accounts: [] }],
    [{ q: 'archief', type: 'statuses', offset: '99999999999999999999' }, { statuses: [] }],
    [{ q: 'archief', type: 'statuses', offset: 'x', limit: '-1' }, { statuses: ['hidden', 'open'] }],
  ] as const)('%j', async (query, expected) => {
    const { server, anna, open, hidden } = await aCommunity();
    const found = await search(server, anna.token, query);
    const names: Readonly<Record<string, string>> = { [open]: 'open', [hidden]: 'hidden' };
    expect({ ...found, statuses: found.statuses.map((id) => names[id]) }).toMatchObject(expected);
  });

  test("resolves a post's address for whoever may read it", async () => {
    const { server, anna, bram, open, hidden } = await aCommunity();
    const ask = (token: string, id: string) =>
      search(server, token, { q: `${ORIGIN}/@anna_v/${id}`, resolve: 'true' });
    expect((await ask(bram.token, open)).statuses).toEqual([open]);
    expect((await ask(anna.token, hidden)).statuses).toEqual([hidden]);
    expect(await ask(bram.token, hidden)).toEqual({ accounts: [], statuses: [], hashtags: [] });
  });

  test('finds nothing that was deleted', async () => {
    const { server, anna, open } = await aCommunity();
    await server.request(`/api/v1/statuses/${open}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${anna.token}` },
    });
    expect((await search(server, anna.token, { q: 'overgebracht' })).statuses).toEqual([]);
    expect((await search(server, anna.token, { q: 'archiefbeheer' })).hashtags).toEqual([]);
  });

  test('without words, or without a member, is refused', async () => {
    const { server, anna } = await aCommunity();
    for (const path of ['/api/v2/search', '/api/v2/search?q=', '/api/v2/search?q=%20']) {
      expect(await get(server, anna.token, path)).toMatchObject({
        status: 400,
        body: { error: 'param is missing or the value is empty: q' },
      });
    }
    expect((await server.request('/api/v2/search?q=archief')).status).toBe(401);
  });

  test.each(["'", '"', '%', '\\', '*', 'a*', '(', 'from:', '#', '@', '%00', '￿', 'x'.repeat(5_000)])(
    'answers %s',
    async (q) => {
      const { server, anna } = await aCommunity();
      const answer = await get(
        server,
        anna.token,
        `/api/v2/search?${new URLSearchParams({ q, resolve: '1' })}`,
      );
      expect(answer.status).toBe(200);
    },
  );
});

describe('the search page', () => {
  async function aVisitor() {
    const { server, anna, open, hidden } = await aCommunity();
    const visitor = new Visitor(server);
    await visitor.signIn('anna_v', PASSWORD);
    const visit = async (path: string): Promise<string> => (await visitor.open(path)).text();
    return { server, anna, open, hidden, visit };
  }
  const idsIn = (html: string): string[] =>
    [...html.matchAll(/<h2><a href="[^"]*\/(\d+)">/g)].map(([, id]) => id ?? '');

  test('is reached from the timeline by a labelled box, and shows what was found', async () => {
    const { visit, open } = await aVisitor();
    const box =
      /<search><form method="get" action="\/search".*<input type="search" name="q"[^>]*aria-label="Zoeken in de praktijken"/;
    expect(await visit('/')).toMatch(box);
    const page = await visit('/search?q=overgebracht');
    expect(page).toMatch(box);
    expect(page).toContain('<h1>Gevonden bij “overgebracht”</h1>');
    expect(page).toContain('value="overgebracht"');
    expect(idsIn(page)).toEqual([open]);
  });

  test('says so where nothing was found, and asks where nothing was typed', async () => {
    const { visit } = await aVisitor();
    expect(await visit('/search?q=walvis')).toContain('Niets gevonden.');
    const empty = await visit('/search');
    expect(empty).toContain('<h1>Zoeken</h1>');
    expect(empty).not.toContain('Niets gevonden.');
    expect(await visit('/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E')).not.toContain('<script');
  });

  test('leads through all that was found, and back', async () => {
    const { server, anna, visit } = await aVisitor();
    const made: string[] = [];
    for (let n = 0; n < 45; n += 1) made.unshift((await post(server, anna.token, `Perkament ${n}`)).body.id);
    const walk = async (path: string, rel: string): Promise<string[][]> => {
      const html = await visit(path);
      const next = new RegExp(`<a href="([^"]+)" rel="${rel}">`).exec(html)?.[1]?.replaceAll('&amp;', '&');
      return next === undefined ? [idsIn(html)] : [idsIn(html), ...(await walk(next, rel))];
    };
    const pages = await walk('/search?q=perkamenten', 'next');
    expect(pages.flat()).toEqual(made);
    expect(await walk('/search?q=perkamenten&page=3', 'prev')).toEqual(pages.reverse());
    for (const page of ['0', '-1', 'x', '9'.repeat(30)])
      expect(await visit(`/search?q=a&page=${page}`)).toContain('<h1>');
  });

  test('is for members', async () => {
    const server = await aServer();
    const answer = await new Visitor(server).open('/search?q=archief');
    expect(answer.headers.get('location')).toBe('/sign-in?next=%2Fsearch%3Fq%3Darchief');
  });
});
