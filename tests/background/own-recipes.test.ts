import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followExchange } from '@/entrypoints/background/follow-activity';
import { mayReadBody } from '@/entrypoints/background/may-read-body';
import type { Recipe } from '@/utils/activity/recipe';
import type { Site } from '@/utils/settings/settings';
import { aBackground, NOW, popup } from '../support/background-world';
import { aForm, anExchange, aRecipe } from '../support/exchanges';
import { showPage } from '../support/fake-page';
import { must } from '../support/outbox-world';

const ORIGIN = 'http://dms.test';
const PAGE = `${ORIGIN}/documents/7`;
const save = anExchange({ body: aForm({ title: 'Plan' }), status: 302, redirect: PAGE, tabId: 7, at: NOW });

/** A system of this organisation: a save that is answered with a redirect. */
const own = (part: Partial<Recipe> = {}): Recipe =>
  aRecipe(
    {
      when: { method: 'POST', path: '/documents/{id}/edit', body: { title: true }, status: '3xx' },
      title: ['{body.title}'],
      burst: { quiet: 0 },
    },
    part,
  );
const site: Site = {
  origin: ORIGIN,
  recipeId: null,
  chosen: false,
  tries: false,
  addedAt: NOW,
  named: 'person',
};

async function aSite(recipe: Recipe = own(), part: Partial<Site> = {}) {
  const world = aBackground();
  await world.db.sites.add({ ...site, ...part });
  world.policy.current = { recipes: [JSON.stringify(recipe)] };
  const settings = async () => must(await world.ask<'settings:read'>('settings:read', {}, popup));
  const row = async () => (await settings()).sites[0];
  /** The prompts that there are once so many have been made; where none is expected, a moment later. */
  const follow = async (expected: number, exchange = save) => {
    await followExchange(world.services, exchange);
    if (expected === 0) await new Promise((resume) => setTimeout(resume, 30));
    await vi.waitUntil(async () => (await world.db.prompts.count()) >= expected);
    return world.db.prompts.toArray();
  };
  return { ...world, settings, row, follow };
}

beforeEach(() => {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  showPage(7, { url: PAGE, selectors: ['#dms'] });
});

describe('a recipe from policy', () => {
  test('is recognised at the first save, and leads to a prompt', async () => {
    const { follow, row } = await aSite();
    expect(await follow(1)).toMatchObject([{ activity: { system: 'a-dms', title: 'Plan' }, state: 'due' }]);
    expect((await row())?.system).toMatchObject({ id: 'a-dms', sure: true, tested: [] });
  });

  test('knows its system by a header of the answer', async () => {
    const marked = own({ site: { any: [{ res: { 'X-DMS': '4.*' } }] } });
    const { follow } = await aSite(marked);
    showPage(7, { url: PAGE });
    expect(await follow(0)).toEqual([]);
    expect(await follow(1, { ...save, responseHeaders: { 'x-dms': '4.2' } })).toHaveLength(1);
  });

  test('that changes counts at once; one that goes leaves the site to be recognised anew', async () => {
    const { follow, policy, services, row } = await aSite();
    await follow(1);
    policy.current = { recipes: [own({ name: 'Another name' })] };
    await services.recipes.renew();
    expect((await row())?.system?.name).toBe('Another name');
    policy.current = { recipes: [own({ id: 'another' })] };
    await services.recipes.renew();
    expect((await row())?.system).toBeNull();
    await follow(2);
    expect((await row())?.system?.id).toBe('another');
  });

  test('that is wrong is refused alone, and the options say why', async () => {
    const { policy, services, settings } = await aSite();
    policy.current = { recipes: [{ ...own(), signals: [{ do: 'edit', when: {} }] }, own({ id: 'right' })] };
    await services.recipes.renew();
    expect((await settings()).recipes).toEqual([
      {
        id: 'a-dms',
        name: 'a-dms',
        origin: 'policy',
        mistake: { code: 'missing', field: 'signals.0.when.status', detail: '' },
      },
      { id: 'right', name: 'A DMS', origin: 'policy', mistake: null },
    ]);
  });
});

describe('a recipe from a file', () => {
  const asked = async () => {
    const world = await aSite();
    world.policy.current = {};
    const add = async (text: string) => must(await world.ask<'recipe:add'>('recipe:add', { text }, popup));
    return { ...world, add };
  };

  test('is kept, used, handed out again and removed', async () => {
    const { add, ask, settings, follow, db } = await asked();
    const recipe = own({ $schema: '../recipe.schema.json' });
    expect(await add(`\uFEFF${JSON.stringify(recipe)}`)).toEqual({
      ok: true,
      value: { id: 'a-dms', name: 'A DMS' },
    });
    expect((await settings()).recipes).toEqual([
      { id: 'a-dms', name: 'A DMS', origin: 'file', mistake: null },
    ]);
    expect(await follow(1)).toHaveLength(1);
    const file = must(await ask<'recipe:export'>('recipe:export', { recipeId: 'a-dms' }, popup));
    expect(JSON.parse(file.json)).toEqual(recipe);
    must(await ask('recipe:remove', { recipeId: 'a-dms' }, popup));
    expect([await settings(), await db.recipes.count()]).toMatchObject([{ recipes: [] }, 0]);
    expect(await ask('recipe:export', { recipeId: 'a-dms' }, popup)).toEqual({
      ok: false,
      error: { code: 'recipe-gone' },
    });
  });

  test('that is wrong changes nothing, also where one with its id is there', async () => {
    const { add, settings } = await asked();
    await add(JSON.stringify(own()));
    expect(await add('{')).toEqual({ ok: false, error: { code: 'json', field: 'json', detail: '' } });
    expect(await add(JSON.stringify({ ...own(), name: '' }))).toMatchObject({
      error: { code: 'at-least', field: 'name', detail: '1' },
    });
    expect((await settings()).recipes).toMatchObject([{ name: 'A DMS', mistake: null }]);
  });

  test('that the language no longer knows is refused, and can still be removed', async () => {
    const { db, services, settings, ask } = await asked();
    await db.recipes.add({ id: 'old', origin: 'file', recipe: { v: 0 }, addedAt: NOW });
    await services.recipes.renew();
    expect((await settings()).recipes).toMatchObject([
      { id: 'old', mistake: { code: 'choice', field: 'v' } },
    ]);
    must(await ask('recipe:remove', { recipeId: 'old' }, popup));
    expect((await settings()).recipes).toEqual([]);
  });

  test('goes along in an export of everything', async () => {
    const { add, ask } = await asked();
    await add(JSON.stringify(own()));
    const { json } = must(await ask<'data:export'>('data:export', {}, popup));
    const other = aBackground();
    must(await other.ask('data:import', { json }, popup));
    const { recipes } = must(await other.ask<'settings:read'>('settings:read', {}, popup));
    expect(recipes).toMatchObject([{ id: 'a-dms', origin: 'file', mistake: null }]);
  });
});

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
