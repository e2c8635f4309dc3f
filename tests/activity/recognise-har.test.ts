import { describe, expect, test } from 'vitest';
import { compileRecipes } from '@/utils/activity/compile';
import { type RecordedExchange, readHar } from '@/utils/activity/har';
import { recogniseRecording } from '@/utils/activity/recognise-har';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import { aRecipe } from '../support/exchanges';
import { anEntry, aRecording } from '../support/recordings';

const recipes = compileRecipes(SHIPPED_RECIPES);

function read(...entries: readonly unknown[]): RecordedExchange[] {
  const recording = readHar(aRecording(entries));
  if (!recording.ok) throw new Error(recording.error.field);
  return recording.value;
}

describe('which recipe a recorded site has', () => {
  const html = (text: string) => ({ content: { mimeType: 'text/html', text } });
  const wiki = html('<head><meta name="generator" content="DokuWiki"/></head>');
  const demo = html('<head><meta name="generator" content="Voorbeeldintranet"></head>');
  const save = (origin: string) =>
    anEntry({
      request: {
        method: 'POST',
        url: `${origin}/doku.php?id=a`,
        postData: { mimeType: 'application/x-www-form-urlencoded', text: 'do%5Bsave%5D=1&wikitext=a&id=a' },
      },
      response: { status: 302, redirectURL: '/doku.php?id=a' },
    });
  const systems = (...entries: readonly unknown[]) =>
    recogniseRecording(read(...entries), recipes, null).map(({ system, unconfirmed }) => [
      system,
      unconfirmed,
    ]);
  const start = (origin: string, response: object, request: object = {}) =>
    anEntry({ request: { url: `${origin}/`, ...request }, response: { ...response } });

  test('its marker is found wherever in the recording it stands', () => {
    expect(systems(start('http://w.test', wiki), save('http://w.test'))).toEqual([['dokuwiki', undefined]]);
    expect(systems(save('http://w.test'), start('http://w.test', wiki))).toEqual([['dokuwiki', undefined]]);
  });

  test('it is found in a page that was recorded as base64', () => {
    const text = Buffer.from(String(wiki.content.text)).toString('base64');
    const page = start('http://w.test', { content: { mimeType: 'text/html', text, encoding: 'base64' } });
    expect(systems(page, save('http://w.test'))).toEqual([['dokuwiki', undefined]]);
  });

  test.each([
    ['the list of cookies', { cookies: [{ name: 'DokuWiki', value: 'a' }] }, {}],
    ['the header', { headers: [{ name: 'Cookie', value: 'a=1; DokuWiki=b' }] }, {}],
    ['the cookies of the answer', {}, { cookies: [{ name: 'DokuWiki', value: 'a' }] }],
    ['the header of the answer', {}, { headers: [{ name: 'Set-Cookie', value: 'DokuWiki=b; path=/' }] }],
  ])('its cookie is found in %s', (_where, request, response) => {
    expect(systems(start('http://w.test', response, request), save('http://w.test'))).toEqual([
      ['dokuwiki', undefined],
    ]);
  });

  test('a cookie of another port does not hide what the page says itself', () => {
    const origin = 'http://localhost:2';
    const publish = anEntry({
      request: { method: 'POST', url: `${origin}/documents/7/publish` },
      response: { status: 303, redirectURL: '/documents/7' },
    });
    const page = start(origin, demo, { cookies: [{ name: 'DokuWiki' }] });
    expect(systems(publish, page)).toEqual([['demo-intranet', undefined]]);
    const early = start(origin, {}, { cookies: [{ name: 'DokuWiki' }] });
    expect(systems(early, publish, page)).toEqual([['demo-intranet', undefined]]);
  });

  test('an address that other systems have as well does not hide what a page says itself', () => {
    const origin = 'http://w.test';
    const script = anEntry({ type: 'script', request: { url: `${origin}/lib/plugins/a/uploads.js` } });
    expect(systems(script, start(origin, wiki), save(origin))).toEqual([['dokuwiki', undefined]]);
  });

  test('a script whose name many systems use says nothing', () => {
    const origin = 'http://w.test';
    const script = anEntry({ type: 'script', request: { url: `${origin}/static/uploads.js` } });
    const cookie = start(origin, {}, { cookies: [{ name: 'DokuWiki', value: 'a' }] });
    expect(systems(script, cookie, save(origin))).toEqual([['dokuwiki', undefined]]);
  });

  test('its header is found among several of the same name', () => {
    const origin = 'https://news.test';
    const link = (value: string) => ({ name: 'Link', value });
    const page = start(origin, {
      headers: [
        link(`<${origin}/wp-json/>; rel="https://api.w.org/"`),
        link(`<${origin}/?p=2>; rel=shortlink`),
      ],
    });
    const publish = anEntry({
      type: 'fetch',
      request: {
        method: 'POST',
        url: `${origin}/wp-json/wp/v2/posts/5`,
        postData: { mimeType: 'application/json', text: '{"title":"A","status":"publish"}' },
      },
    });
    expect(systems(page, publish)).toEqual([['wordpress', undefined]]);
  });

  test('without a marker it counts where one recipe alone knows the fields, and says so', () => {
    expect(systems(save('http://w.test'))).toEqual([['dokuwiki', true]]);
  });

  test.each([
    ['high', null, [true]],
    ['high', 'a-dms', [undefined]],
    ['low', null, []],
    ['low', 'a-dms', [true]],
  ] as const)('confidence %s, bound to %s: %j', (confidence, forced, expected) => {
    const signal = { when: { method: 'POST', body: { 'do[save]': true }, status: 302 } } as const;
    const thin = compileRecipes([aRecipe(signal, { confidence })]);
    const told = recogniseRecording(read(save('http://w.test')), thin, forced);
    expect(told.map(({ unconfirmed }) => unconfirmed)).toEqual(expected);
  });

  test('without a marker a path and a status are not enough', () => {
    const publish = anEntry({
      request: { method: 'POST', url: 'http://x.test/documents/7/publish' },
      response: { status: 303, redirectURL: '/documents/7' },
    });
    expect(systems(publish)).toEqual([]);
    expect(recogniseRecording(read(publish), recipes, 'demo-intranet')).toHaveLength(1);
  });
});

describe('what a recording tells', () => {
  const edit = (second: number, title: string, action = 'save') =>
    anEntry({
      at: `2026-11-24T10:00:${String(second).padStart(2, '0')}.000Z`,
      request: {
        method: 'POST',
        url: 'http://dms.test/documents/7/edit',
        postData: {
          params: [
            { name: 'title', value: title },
            { name: 'action', value: action },
          ],
        },
      },
      response: { status: 303, redirectURL: '/documents/7' },
    });
  const found = (...entries: readonly unknown[]) =>
    recogniseRecording(read(...entries), recipes, 'demo-intranet');

  test('one line for each act, in the order of the file, with its entry', () => {
    expect(found(edit(30, 'B'), edit(1, 'A'), edit(15, 'C', 'cancel'))).toEqual([
      {
        verb: 'edit',
        title: 'B',
        link: 'http://dms.test/documents/7',
        system: 'demo-intranet',
        entry: 0,
        at: '2026-11-24T10:00:30.000Z',
      },
      expect.objectContaining({ title: 'A', entry: 1 }),
    ]);
  });

  test('what came within four seconds is one act, named by the one that won', () => {
    expect(found(edit(1, 'A'), edit(3, 'B'))).toEqual([
      expect.objectContaining({ title: 'B', entry: 1, n: 2 }),
    ]);
  });

  test('what wants a look at the page is unconfirmed', () => {
    const approve = anEntry({
      type: 'fetch',
      request: {
        method: 'POST',
        url: 'http://dms.test/documents/7/approve',
        postData: { mimeType: 'application/json', text: '{"decision":"approve"}' },
      },
    });
    expect(found(approve)).toEqual([
      expect.objectContaining({ verb: 'approve', link: 'http://dms.test/documents/7', unconfirmed: true }),
    ]);
  });

  test('an editor that saves by itself is told when its page is left, and not twice', () => {
    const recipe = {
      ...aRecipe({
        when: { method: 'PUT', status: 200 },
        title: ['Plan'],
        burst: { min: 2, until: 'leave' },
      }),
    };
    const own = compileRecipes([recipe]);
    const put = (at: number) =>
      anEntry({ at: new Date(at).toISOString(), type: 'xhr', request: { method: 'PUT' } });
    const visit = (at: number) => anEntry({ at: new Date(at).toISOString() });
    const saves = [put(0), put(90_000), visit(180_000), put(181_000), put(300_000), visit(400_000)];
    expect(recogniseRecording(read(...saves), own, recipe.id).map(({ entry }) => entry)).toEqual([1, 4]);
  });
});
