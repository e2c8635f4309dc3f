import { describe, expect, test } from 'vitest';
import { compileRecipes } from '@/utils/activity/compile';
import type { Exchange } from '@/utils/activity/exchange';
import { type Recipe, RecipeSchema, type Signal } from '@/utils/activity/recipe';
import { recognise } from '@/utils/activity/recognise';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import { activityIn, aForm, aJson, anExchange, aRecipe } from '../support/exchanges';
import { nextcloud, sharepoint } from '../support/recipes';

const shipped = (wanted: string) => SHIPPED_RECIPES.find(({ id }) => id === wanted) as Recipe;
const archivesspace = shipped('archivesspace');
const mediawiki = shipped('mediawiki');
const verbIn = (recipe: Recipe, part: Partial<Exchange>): string | null =>
  activityIn(anExchange(part), recipe)?.verb ?? null;
const matches = (when: Partial<Signal['when']>, part: Partial<Exchange>): boolean =>
  activityIn(anExchange(part), aRecipe({ when: { status: 200, ...when } })) !== null;

test.each([nextcloud, sharepoint].map((recipe) => [recipe.id, recipe] as const))(
  'the recipe for %s is valid',
  (_id, recipe) => expect(RecipeSchema.safeParse(recipe).error?.issues ?? []).toEqual([]),
);

describe('a status proves nothing by itself', () => {
  test.each([
    ['2xx', 200, true],
    ['2xx', 278, true],
    ['2xx', 302, false],
    ['3xx', 303, true],
    [201, 202, false],
    [[200, '3xx'], 303, true],
    [[200, 204], 201, false],
  ] as const)('%j and %i: %s', (wanted, status, expected) => {
    const recipe = aRecipe({ when: { status: typeof wanted === 'object' ? [...wanted] : wanted } });
    expect(verbIn(recipe, { status }) !== null).toBe(expected);
  });

  test('an error that answers 200 and says so in a header', () => {
    const save = {
      url: 'http://w.test/api.php',
      type: 'xmlhttprequest' as const,
      body: aForm({ action: 'visualeditoredit', paction: 'save', page: 'A_b' }),
    };
    expect(activityIn(anExchange(save), mediawiki)?.title).toBe('A b');
    expect(
      verbIn(mediawiki, { ...save, responseHeaders: { 'mediawiki-api-error': 'badcachekey' } }),
    ).toBeNull();
    const other = aForm({ action: 'visualeditoredit', paction: 'serializeforcache', page: 'A_b' });
    expect(verbIn(mediawiki, { ...save, body: other })).toBeNull();
  });

  test('a redirect that means success, and one of the same form that means failure', () => {
    const remove = { url: 'http://a.test/resources/7/delete', status: 302 };
    expect(verbIn(archivesspace, { ...remove, redirect: 'http://a.test/?deleted_uri=7' })).toBe('delete');
    expect(verbIn(archivesspace, { ...remove, redirect: 'http://a.test/resources/7' })).toBeNull();
  });

  test('a system that answers the same either way wants a look at the page', () => {
    const exchange = anExchange({ url: 'http://a.test/resources/7', type: 'xmlhttprequest' });
    const recognition = recognise(exchange, compileRecipes([archivesspace]), 'archivesspace');
    expect(recognition?.confirm).toEqual({ dom: '.alert-success', not: '.alert-danger', within: 3000 });
  });
});

describe('what browsers and pages do by themselves', () => {
  const dav = 'http://n.test/remote.php/dav';
  test.each<[string, Recipe, Partial<Exchange>, string | null]>([
    [
      'a chunk names the final file',
      nextcloud,
      {
        method: 'PUT',
        url: `${dav}/uploads/anna/web-1/3`,
        requestHeaders: { destination: `${dav}/files/anna/a.pdf` },
      },
      null,
    ],
    [
      'the last move makes it one',
      nextcloud,
      {
        method: 'MOVE',
        url: `${dav}/uploads/anna/web-1/.file`,
        requestHeaders: { destination: `${dav}/files/anna/a.pdf` },
        status: 201,
      },
      'upload',
    ],
    [
      'an editor keeps in touch',
      nextcloud,
      { url: 'http://n.test/apps/text/session/7/sync', type: 'xmlhttprequest' },
      null,
    ],
    [
      'an editor saves by itself',
      nextcloud,
      {
        url: 'http://n.test/apps/text/session/7/save',
        type: 'xmlhttprequest',
        body: aJson({ manualSave: false }),
      },
      null,
    ],
    [
      'a person saves',
      nextcloud,
      {
        url: 'http://n.test/apps/text/session/7/save',
        type: 'xmlhttprequest',
        body: aJson({ manualSave: true }),
      },
      'edit',
    ],
    [
      'a page that is left claims a save',
      nextcloud,
      { url: 'http://n.test/apps/text/session/7/save', type: 'ping', body: aJson({ manualSave: true }) },
      null,
    ],
    [
      'a draft saves itself',
      sharepoint,
      { url: 'http://s.test/_api/sitepages/pages(7)/SavePageCoAuth' },
      null,
    ],
    [
      'a list is read by POST',
      sharepoint,
      { url: "http://s.test/_api/web/GetList('a')/RenderListDataAsStream" },
      null,
    ],
    [
      'capitals do not count',
      sharepoint,
      { url: 'http://s.test/_API/SitePages/Pages(7)/Publish' },
      'publish',
    ],
    [
      'a file is chosen, not sent',
      mediawiki,
      {
        url: 'http://w.test/api.php',
        type: 'xmlhttprequest',
        body: aForm({ action: 'upload', stash: '1', ignorewarnings: '1' }),
      },
      null,
    ],
  ])('%s', (_what, recipe, part, verb) => expect(verbIn(recipe, part)).toBe(verb));

  test('a link that changes something is believed of a navigation, not of a prefetch', () => {
    const when: Partial<Signal['when']> = {
      method: 'GET',
      type: 'main_frame',
      query: { action: 'trash' },
      status: 302,
    };
    const trash = { method: 'GET', url: 'http://b.test/post.php?post=7&action=trash', status: 302 };
    expect(matches(when, trash)).toBe(true);
    expect(matches(when, { ...trash, type: 'other' })).toBe(false);
  });

  test('what is done in a frame belongs to its tab', () => {
    const recipe = aRecipe({ when: { type: 'sub_frame', status: 200 } });
    const exchange = anExchange({ type: 'sub_frame', tabId: 4 });
    expect(recognise(exchange, compileRecipes([recipe]), recipe.id)?.tabId).toBe(4);
  });

  test.each([
    ['an escaped slash ends no segment', '/documents/{id}/edit', 'http://a.test/documents/a%2Fb/edit', true],
    [
      'an escaped path does not pose as another',
      '/documents/7/delete',
      'http://a.test/documents/7%2Fdelete',
      false,
    ],
    ['escapes that are no UTF-8', '/documents/{id}', 'http://a.test/documents/%zz', true],
    ['a slash at the end means nothing', '/documents/{id}', 'http://a.test/documents/7/', true],
    ['a query is no part of a path', '/documents/{id}', 'http://a.test/documents/7?a=/edit', true],
  ])('%s', (_what, path, url, expected) => expect(matches({ path }, { url })).toBe(expected));
});

describe('what only an installation knows', () => {
  const closing = (closed: string[]): Recipe =>
    aRecipe(
      { do: 'close', when: { body: { status_id: '{params.closed}' }, status: 302 } },
      { params: { closed } },
    );
  const change = (status_id: string): Partial<Exchange> => ({ status: 302, body: aForm({ status_id }) });
  test.each<[readonly string[], string, string | null]>([
    [['5', '6'], '6', 'close'],
    [['5', '6'], '56', null],
    [[], '5', null],
    [['5*'], '51', 'close'],
  ])('closed is one of %j, and it became %s: %s', (closed, status, expected) => {
    expect(verbIn(closing([...closed]), change(status))).toBe(expected);
  });
});
