import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileRecipes } from '@/utils/activity/compile';
import { requestFilters } from '@/utils/activity/filters';
import type { Recipe, When } from '@/utils/activity/recipe';
import { recognise } from '@/utils/activity/recognise';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import { anExchange, aRecipe } from '../support/exchanges';
import { letsThrough as letsPatternThrough } from '../support/fake-web-request';

const letsThrough = (urls: readonly string[], address: string): boolean =>
  urls.some((pattern) => letsPatternThrough(pattern, address));

const ofPath = (path: string, part: Partial<Recipe> = {}): Recipe =>
  aRecipe({ when: { path, status: 200 } }, part);

describe('what the browser is asked to tell', () => {
  test.each([
    ['/doku.php', 'http://a.test/wiki/doku.php?id=a', true],
    ['/doku.php', 'http://a.test/index.php', false],
    ['/documents/{id}/edit', 'http://a.test/documents/7/edit', true],
    ['/documents/{id}/edit', 'http://a.test/documents/7/show', false],
    ['/documents/', 'http://a.test/documents', true],
    ['/{posts|pages}/{id}', 'http://a.test/pages/7', true],
    ["/files('{name}')/publish(**", "http://a.test/files('a%20b')/publish(comment='')", true],
    ['/één/{id}', 'http://a.test/%C3%A9%C3%A9n/7', true],
  ])('%s: %s is %s', (path, address, expected) => {
    expect(letsThrough(requestFilters([ofPath(path)]).hops.urls, address)).toBe(expected);
  });

  const piece = fc.constantFrom(
    'a',
    'B',
    '/',
    '{x}',
    '{a|b}',
    '**',
    '*',
    'é',
    ' ',
    '%',
    '(',
    '.',
    '{y**}',
    '+',
  );
  const letter = fc.constantFrom('a', 'B', 'b', '/', 'é', ' ', '(', '.', '+', 'x');

  test('is never less than what the recipe would match', () => {
    const path = fc.array(piece, { maxLength: 6 }).map((pieces) => `/${pieces.join('')}`);
    const text = fc.array(letter, { maxLength: 8 }).map((letters) => `/${letters.join('')}`);
    fc.assert(
      fc.property(path, text, fc.boolean(), (pattern, pathname, ci) => {
        const recipe = ofPath(pattern, { ci });
        const address = new URL(pathname.replace(/^\/+/, '/'), 'http://a.test').href;
        const exchange = anExchange({ url: address });
        if (recognise(exchange, compileRecipes([recipe]), recipe.id) === null) return;
        expect(letsThrough(requestFilters([recipe]).hops.urls, address)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('a query that says which narrows a signal without a path', () => {
    const recipe = aRecipe({ when: { status: 302, query: { title: true, action: 'submit' } } });
    expect(requestFilters([recipe]).hops.urls).toEqual(['*://*/*?*action=submit*']);
  });

  test.each<[string, When['query'], string]>([
    ['a value', { action: 'trash' }, '*://*/*admin/post.php*?*action=trash*'],
    ['a value that may be escaped', { route: '/posts/{id}' }, '*://*/*admin/post.php*?*route*'],
    ['a value of any kind', { _nonce: true }, '*://*/*admin/post.php*?*_nonce*'],
    ['the one that says most', { page: true, action: 'trash' }, '*://*/*admin/post.php*?*action=trash*'],
    ['a name that may be escaped', { 'post[]': true }, '*://*/*admin/post.php*'],
    ['what may be missing', { a: '!b', b: null, c: ['d', null] }, '*://*/*admin/post.php*'],
  ])('a query narrows a path: %s', (_what, query, expected) => {
    const recipe = aRecipe({ when: { path: '/admin/post.php', query, status: 302 } });
    expect(requestFilters([recipe]).hops.urls).toEqual([expected]);
  });

  test('a bare name in an address is there as well', () => {
    const recipe = aRecipe({ when: { path: '/a', query: { force: true }, status: 200 } });
    expect(letsThrough(requestFilters([recipe]).hops.urls, 'http://a.test/a?force')).toBe(true);
  });

  test('where case does not count, a browser cannot help', () => {
    const recipe = aRecipe({ when: { status: 200, query: { action: 'submit' } } }, { ci: true });
    expect(requestFilters([recipe]).hops.urls).toEqual(['*://*/*']);
  });

  test('where case does not count, the beginning of a path still narrows it, in every way to write it', () => {
    const { urls } = requestFilters([ofPath('/_api/web/**/publish(**)', { ci: true })]).hops;
    for (const path of ['/_api/web/a/publish()', '/sites/x/_API/Web/a/Publish()', '/_Api/web/a/publish()']) {
      expect(letsThrough(urls, `http://a.test${path}`)).toBe(true);
    }
    for (const path of ['/', '/login', '/rapi/web', '/api/web/a/publish()']) {
      expect(letsThrough(urls, `http://a.test${path}`)).toBe(false);
    }
  });

  test('only the kinds of request that a signal wants', () => {
    const typed = SHIPPED_RECIPES.filter(({ id }) => ['dokuwiki', 'demo-intranet'].includes(id));
    const { hops } = requestFilters(typed);
    expect([...hops.types].sort()).toEqual(['main_frame', 'xmlhttprequest']);
    expect(requestFilters([aRecipe()]).hops.types).toHaveLength(4);
    expect(requestFilters([aRecipe({ when: { status: 200, type: 'ping' } })]).hops.types).toEqual(['ping']);
  });
});

describe('whose body the browser is asked for', () => {
  const bodies = (recipe: Recipe): readonly string[] => requestFilters([recipe]).bodies.urls;
  const when = { path: '/save', status: 200 } as const;

  test.each([
    ['a signal that tests a field', aRecipe({ when: { ...when, body: { a: true } } }), true],
    ['a title that shows one', aRecipe({ when, title: ['{body.title}'] }), true],
    ['a link that needs one', aRecipe({ when, link: ['/a/{body.id}'] }), true],
    ['a recipe that ignores by a field', aRecipe({ when }, { ignore: [{ body: { cancel: true } }] }), true],
    ['a method that a field may override', aRecipe({ when: { ...when, method: 'DELETE' } }), false],
    ['none of these', aRecipe({ when, title: ['$title'] }), false],
  ])('%s', (_who, recipe, expected) => {
    expect(bodies(recipe)).toEqual(expected ? ['*://*/*save*'] : []);
  });

  test('never that of a sign-in', () => {
    for (const path of ['/sign-in', '/login', '/wp-login.php', '/users/sign_in', '/oauth/token']) {
      expect(letsThrough(requestFilters(SHIPPED_RECIPES).bodies.urls, `http://a.test${path}`)).toBe(false);
    }
  });
});
