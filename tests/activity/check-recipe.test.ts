import { describe, expect, test } from 'vitest';
import { checkRecipe, type Finding } from '@/utils/activity/check-recipe';
import { compileRecipes } from '@/utils/activity/compile';
import { type Fixtures, FixturesSchema } from '@/utils/activity/fixtures';
import { findSelectors } from '@/utils/activity/html-markers';
import type { Recipe } from '@/utils/activity/recipe';
import { aRecipe } from '../support/exchanges';

const url = 'http://dms.test/documents/7/edit';
const recipe = aRecipe(
  {
    when: { method: 'POST', path: '/documents/{id}/edit', body: { action: 'save' }, status: 302 },
    title: ['{body.title}'],
    link: ['/documents/{id}'],
  },
  { site: { any: [{ dom: 'meta[name=generator][content="A DMS"]' }] } },
);
const save = { url, form: { action: 'save', title: 'Plan' }, status: 302 };
const cancel = { url, form: { action: 'cancel', title: 'Plan' }, status: 302 };
const good = {
  what: 'a save',
  verb: 'edit',
  title: 'Plan',
  link: 'http://dms.test/documents/7',
  exchange: save,
};
const bad = { what: 'a cancel', not: 'edit', exchange: cancel };
const site = { url, html: '<head><meta name="generator" content="A DMS"></head>' };

function findingsOf(part: object, others: readonly Recipe[] = []): Finding[] {
  const whole = { site, positives: [good, good], negatives: [bad, bad], reading: [], ...part };
  const fixtures: Fixtures = FixturesSchema.parse(whole);
  return checkRecipe(recipe.id, fixtures, compileRecipes([recipe, ...others]), findSelectors);
}

describe('a recipe against its fixtures', () => {
  test('all is well', () => expect(findingsOf({})).toEqual([]));

  test.each<[string, object, Partial<Finding>]>([
    ['missed', { positives: [good, good, { ...good, exchange: cancel }] }, { expected: 'edit' }],
    ['wrong-verb', { positives: [good, good, { ...good, verb: 'upload' }] }, { found: 'edit' }],
    ['wrong-title', { positives: [good, { ...good, title: 'Plans' }] }, { found: 'Plan' }],
    ['wrong-link', { positives: [good, { ...good, link: null }] }, { expected: 'null' }],
    ['false', { negatives: [bad, { ...bad, exchange: save }] }, { found: 'edit' }],
    ['few-positives', { positives: [good] }, { expected: '2', found: '1' }],
    ['few-negatives', { negatives: [] }, { expected: '2', found: '0' }],
    ['site-unknown', { site: { url, html: '<head></head>' } }, { found: 'null' }],
  ])('%s', (kind, part, expected) => {
    expect(findingsOf(part)).toMatchObject([{ kind, ...expected }]);
  });

  test('a signal that no positive reaches, and a verb that has none', () => {
    expect(findingsOf({ positives: [] }).map(({ kind }) => kind)).toEqual([
      'few-positives',
      'unproven-signal',
    ]);
  });

  test('a system whose markers fit the same page', () => {
    const twin = aRecipe({ when: { method: 'GET', status: 200 } }, { id: 'twin', site: recipe.site });
    expect(findingsOf({}, [twin])).toMatchObject([{ kind: 'site-unknown', found: 'null' }]);
  });

  test('a system that claims the exchange where no marker is seen', () => {
    const thief = aRecipe({ do: 'share', when: { body: { title: true }, status: 302 } }, { id: 'thief' });
    const unmarked = aRecipe({ when: { method: 'POST', path: '/documents/{id}/edit', status: 302 } });
    const fixtures = FixturesSchema.parse({
      site,
      positives: [{ ...good, title: '', link: null }],
      negatives: [],
      reading: [],
    });
    const found = checkRecipe(unmarked.id, fixtures, compileRecipes([unmarked, thief]), findSelectors);
    expect(found.map(({ kind }) => kind)).toContain('claimed-by-another');
  });
});

test('a constant that only the installation of the fixtures knows', () => {
  const when = { path: '/documents/{id}/edit', body: { action: '{params.saves}' }, status: 302 } as const;
  const open = { ...recipe, params: { saves: [] }, signals: [{ ...recipe.signals[0], do: 'edit', when }] };
  const fixtures = { site, positives: [good, good], negatives: [bad, bad], reading: [] };
  const kinds = (params: object): string[] =>
    checkRecipe(
      recipe.id,
      FixturesSchema.parse({ ...fixtures, ...params }),
      compileRecipes([open as Recipe]),
      findSelectors,
    ).map(({ kind }) => kind);
  expect(kinds({})).toContain('missed');
  expect(kinds({ params: { saves: ['save'] } })).toEqual([]);
});

describe('a proof that the page gives', () => {
  const confirmed = {
    ...recipe.signals[0],
    confirm: { dom: '.done', not: '.failed' },
  } as Recipe['signals'][0];
  const asked = { ...recipe, signals: [confirmed] };
  test.each([
    [{ '.done': '' }, []],
    [{}, ['missed']],
    [{ '.done': '', '.failed': '' }, ['missed']],
  ])('%j', (dom, kinds) => {
    const fixtures = FixturesSchema.parse({
      site,
      positives: [good, good, { ...good, page: { dom } }].map((each) => ({
        page: { dom: { '.done': '' } },
        ...each,
      })),
      negatives: [bad, bad],
      reading: [],
    });
    const found = checkRecipe(recipe.id, fixtures, compileRecipes([asked]), findSelectors);
    expect(found.map(({ kind }) => kind)).toEqual(kinds);
  });
});
