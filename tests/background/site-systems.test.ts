import { describe, expect, test } from 'vitest';
import { mayReadBody } from '@/entrypoints/background/may-read-body';
import type { Recipe } from '@/utils/activity/recipe';
import type { Site } from '@/utils/settings/settings';
import { popup } from '../support/background-world';
import { must } from '../support/outbox-world';
import { aSite, ORIGIN, own, save } from '../support/own-recipe-world';

describe('a recipe that is not sure of its system', () => {
  test('is named, and asks nothing until the person wants it tried', async () => {
    const { follow, row, ask } = await aSite(own({ confidence: 'low' }));
    expect(await follow(0)).toEqual([]);
    expect(await row()).toMatchObject({ system: { id: 'a-dms', sure: false }, tries: false });
    must(await ask('site:try', { origin: ORIGIN, tries: true }, popup));
    expect(await follow(1)).toHaveLength(1);
    must(await ask('site:try', { origin: ORIGIN, tries: false }, popup));
    expect(await follow(0)).toHaveLength(1);
  });

  test('is not tried any more once the site turns out to be another system', async () => {
    const { row, ask, follow, policy, services } = await aSite(own({ confidence: 'low' }));
    await follow(0);
    must(await ask('site:try', { origin: ORIGIN, tries: true }, popup));
    policy.current = { recipes: [own({ id: 'another', confidence: 'low' })] };
    await services.recipes.renew();
    expect(await follow(0)).toEqual([]);
    expect(await row()).toMatchObject({ system: { id: 'another' }, tries: false });
  });
});

describe('the word of the person', () => {
  test('goes before what the site shows: another system', async () => {
    const { follow, row, ask, policy, services } = await aSite();
    policy.current = { recipes: [own(), own({ id: 'chosen', site: { any: [{ dom: '#none' }] } })] };
    await services.recipes.renew();
    must(await ask('site:choose', { origin: ORIGIN, recipeId: 'chosen' }, popup));
    expect(await follow(1)).toMatchObject([{ activity: { system: 'chosen' } }]);
    expect(await row()).toMatchObject({ system: { id: 'chosen' }, chosen: true });
  });

  test('none: nothing is recognised there, however clear it is', async () => {
    const { follow, row, ask } = await aSite();
    must(await ask('site:choose', { origin: ORIGIN, recipeId: null }, popup));
    expect(await follow(0)).toEqual([]);
    expect(await row()).toMatchObject({ system: null, chosen: true });
  });

  test('can be taken back: a tab that shows the site says at once which it is', async () => {
    const { row, ask } = await aSite();
    must(await ask('site:choose', { origin: ORIGIN, recipeId: null }, popup));
    must(await ask('site:recognise', { origin: ORIGIN }, popup));
    expect(await row()).toMatchObject({ system: { id: 'a-dms' }, chosen: false });
  });
});

describe('whose body may be read for a recipe that did not come with the package', () => {
  const start = { method: 'POST', url: save.url, type: 'main_frame' } as const;

  test.each<[string, boolean, Partial<Site>?, Recipe?, Partial<typeof start>?]>([
    ['a site that is bound to it', true, { recipeId: 'a-dms' }],
    ['a site that is still to be recognised', true],
    ['a site that is bound to another', false, { recipeId: 'dokuwiki' }],
    ['a site where the person wants none', false, { chosen: true }],
    ['one that is not sure', false, { recipeId: 'a-dms' }, own({ confidence: 'low' })],
    ['one that is not sure and tried', true, { recipeId: 'a-dms', tries: true }, own({ confidence: 'low' })],
    ['a path that no signal has', false, {}, own(), { url: `${ORIGIN}/search` }],
    ['a sign-in', false, {}, own(), { url: `${ORIGIN}/login/documents/7/edit` }],
    ['a host that is no site', false, {}, own(), { url: 'http://other.test/documents/7/edit' }],
  ])('%s: %s', async (_what, expected, part, recipe, change) => {
    const { services } = await aSite(recipe ?? own(), part ?? {});
    expect(await mayReadBody(services, { ...start, ...change })).toBe(expected);
  });

  test('nobody at all where there is no such recipe', async () => {
    const { services, policy } = await aSite();
    policy.current = {};
    expect(await mayReadBody(services, start)).toBe(false);
  });
});
