import { describe, expect, test } from 'vitest';
import { aBackground, NOW, popup } from '../support/background-world';
import { showPage } from '../support/fake-page';
import { must } from '../support/outbox-world';
import { aSite, own, PAGE, save } from '../support/own-recipe-world';

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
