import { describe, expect, test } from 'vitest';
import { compileRecipes } from '@/utils/activity/compile';
import { candidatesOf, recognise } from '@/utils/activity/recognise';
import { chooseRecipe, type SiteClues } from '@/utils/activity/site-markers';
import { aForm, anExchange, aRecipe } from '../support/exchanges';
import { nextcloud, sharepoint } from '../support/recipes';

describe('which system it is', () => {
  const wantsBoth = aRecipe(
    {},
    {
      id: 'archivesspace',
      site: { all: [{ title: '* | *' }, { dom: "body[data-target='#archivesSpaceSidebar']" }] },
    },
  );
  const another = aRecipe(
    {},
    { id: 'a-wiki', site: { any: [{ dom: 'meta[name=generator][content^=Wiki]' }] } },
  );
  const all = compileRecipes([nextcloud, another, sharepoint, wantsBoth]);
  const clues: SiteClues = {
    host: 'a.test',
    path: '/',
    title: null,
    selectors: new Set(),
    cookieNames: [],
    responseHeaders: {},
  };

  test.each<[string, Partial<SiteClues>, string | null]>([
    ['nothing known', {}, null],
    ['a host', { host: 'gemeente.sharepoint.com' }, 'sharepoint'],
    ['a header', { responseHeaders: { microsoftsharepointteamservices: '16.0' } }, 'sharepoint'],
    ['one of two that are both needed', { title: 'ArchivesSpace | A' }, null],
    [
      'both',
      { title: 'ArchivesSpace | A', selectors: new Set(["body[data-target='#archivesSpaceSidebar']"]) },
      'archivesspace',
    ],
    [
      'two systems at once',
      { host: 'a.sharepoint.com', selectors: new Set(['meta[name=generator][content^=Wiki]']) },
      null,
    ],
  ])('%s', (_what, part, expected) => {
    expect(chooseRecipe(all, { ...clues, ...part })).toBe(expected);
  });

  test('without a bound recipe only a body, query or header that is there tells', () => {
    const path = aRecipe({ when: { method: 'POST', path: '/save', status: 200, res: { a: null } } });
    const absent = aRecipe({ when: { path: '/save', status: 200, body: { a: null, b: '!x' } } });
    const there = aRecipe({ when: { path: '/save', status: 200, body: { a: true } } });
    const exchange = anExchange({ url: 'http://a.test/save', body: aForm({ a: '1' }) });
    expect(recognise(exchange, compileRecipes([path]), null)).toBeNull();
    expect(recognise({ ...exchange, body: aForm({}) }, compileRecipes([absent]), null)).toBeNull();
    expect(recognise(exchange, compileRecipes([there]), null)).not.toBeNull();
    expect(recognise(exchange, compileRecipes([there, { ...there, id: 'other' }]), null)).toBeNull();
    expect(candidatesOf(exchange, compileRecipes([path, { ...there, id: 'other' }]))).toEqual([
      'a-dms',
      'other',
    ]);
    expect(recognise(exchange, compileRecipes([there]), 'gone')).toBeNull();
  });
});
