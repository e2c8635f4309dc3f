import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { currentTeaching, hearExchange, isTaught, mayReadForLesson } from '@/entrypoints/background/lessons';
import type { Exchange } from '@/utils/activity/exchange';
import { LESSON_MS } from '@/utils/activity/teach/lesson';
import { aBackground, framed, inPage, NOW, popup, SITE } from '../support/background-world';
import { aForm, anExchange } from '../support/exchanges';
import { showPage } from '../support/fake-page';

const TAB = 7;
let badge = '';

beforeEach(() => {
  fakeBrowser.reset();
  showPage(TAB, { url: `${SITE}/zaken/1`, title: 'Zaak 1 | Zaaksysteem' });
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  Object.assign(fakeBrowser.action, {
    setBadgeText: async ({ text }: { text: string }) => {
      badge = text;
    },
    setTitle: async () => {},
    setBadgeBackgroundColor: async () => {},
  });
  Object.assign(fakeBrowser.tabs, { update: async () => ({}) });
});

const request = { origin: SITE, system: 'Zaaksysteem', verb: 'edit' };

function save(id: number, action = 'bewaren'): Exchange {
  return anExchange({
    url: `${SITE}/zaken/${id}/bewerken`,
    tabId: TAB,
    body: aForm({ titel: `Zaak ${id}`, actie: action }),
    status: 302,
    redirect: `${SITE}/zaken/${id}`,
  });
}

async function aLesson() {
  const world = aBackground();
  await world.db.sites.add({
    origin: SITE,
    recipeId: null,
    chosen: false,
    tries: false,
    addedAt: NOW,
    named: 'person',
  });
  expect(await world.ask('lesson:start', request, popup)).toEqual({ ok: true, value: null });
  return world;
}

async function aProposal() {
  const world = await aLesson();
  for (const [run, id] of [17, 23, 4711].entries()) {
    await hearExchange(world.services, save(id));
    await world.ask('lesson:next', { run }, popup);
  }
  await hearExchange(world.services, save(23, 'annuleren'));
  await world.ask('lesson:next', { run: 3 }, popup);
  return world;
}

const stored = async () => JSON.stringify(await fakeBrowser.storage.session.get(null));

describe('a lesson', () => {
  test.each([
    ['a script in a page', inPage],
    ['a frame in a page', framed],
    ['nobody we know', null],
  ])('is not begun, read or ended by %s', async (_who, caller) => {
    const { ask } = await aLesson();
    for (const [name, given] of [
      ['lesson:start', request],
      ['lesson:read', {}],
      ['lesson:next', { run: 0 }],
      ['lesson:stop', {}],
      ['lesson:keep', { text: '' }],
    ] as const) {
      expect(await ask(name, given, caller)).toEqual({ ok: false, error: { code: 'not-allowed' } });
    }
  });

  test('is only about a site that is allowed and is on the list', async () => {
    const { ask } = aBackground();
    expect(await ask('lesson:start', request, popup)).toEqual({
      ok: false,
      error: { code: 'lesson-not-allowed' },
    });
    const { ask: again } = await aLesson();
    Object.assign(fakeBrowser.permissions, { contains: async () => false });
    expect(await again('lesson:start', request, popup)).toMatchObject({ ok: false });
  });

  test('shows on the badge, and tells how far it is and no more', async () => {
    const { ask, services } = await aLesson();
    expect(badge).toBe('●');
    await hearExchange(services, save(17));
    const read = await ask('lesson:read', {}, popup);
    const { verb, system } = request;
    const view = {
      phase: 'recording',
      origin: SITE,
      system,
      verb,
      run: 0,
      endsAt: NOW + LESSON_MS,
      heard: 1,
    };
    expect(read).toEqual({ ok: true, value: view });
    await ask('lesson:stop', {}, popup);
    expect(badge).toBe('');
    expect(await stored()).not.toContain('zaken');
  });

  test('goes on only when something was seen, and a second press skips nothing', async () => {
    const { ask, services } = await aLesson();
    expect(await ask('lesson:next', { run: 0 }, popup)).toEqual({
      ok: false,
      error: { code: 'lesson-nothing-seen' },
    });
    await hearExchange(services, save(17));
    await Promise.all([ask('lesson:next', { run: 0 }, popup), ask('lesson:next', { run: 0 }, popup)]);
    expect(await ask('lesson:read', {}, popup)).toMatchObject({ value: { run: 1 } });
  });

  test('ends when its tab is gone', async () => {
    const { ask } = await aLesson();
    Object.assign(fakeBrowser.tabs, { get: () => Promise.reject(new Error('no tab')) });
    expect(await ask('lesson:next', { run: 0 }, popup)).toMatchObject({ error: { code: 'lesson-tab-gone' } });
    expect(await ask('lesson:read', {}, popup)).toEqual({ ok: true, value: null });
  });

  test('is forgotten whole after ten minutes', async () => {
    const { services } = await aLesson();
    const later = { ...services, clock: () => NOW + LESSON_MS };
    expect(await isTaught(later, save(17))).toBe(false);
    expect(await currentTeaching(later)).toBeNull();
    expect(await stored()).not.toContain('Zaaksysteem');
  });

  test.each<[string, string, unknown]>([
    ['the site is taken off the list', 'site:remove', { origin: SITE }],
    ['everything is erased', 'data:wipe', {}],
  ])('is forgotten when %s', async (_what, name, given) => {
    const { ask } = await aLesson();
    Object.assign(fakeBrowser.permissions, {
      remove: async () => true,
      getAll: async () => ({ origins: [] }),
    });
    await ask(name as 'site:remove', given, popup);
    expect(await ask('lesson:read', {}, popup)).toEqual({ ok: true, value: null });
  });

  test('reads the body of no sign-in, of no other tab and of no other site', async () => {
    const { services } = await aLesson();
    const may = (path: string, tabId = TAB) =>
      mayReadForLesson(services, { url: path, type: 'main_frame' }, tabId);
    expect(await may(`${SITE}/zaken/17/bewerken`)).toBe(true);
    expect(await may(`${SITE}/login`)).toBe(false);
    expect(await may(`${SITE}/zaken/17/bewerken`, 8)).toBe(false);
    expect(await may('https://other.example/zaken/17/bewerken')).toBe(false);
  });
});

describe('what came of it', () => {
  test('holds no value, and nothing of the lesson', async () => {
    await aProposal();
    expect(await stored()).not.toMatch(/traces|salt|Zaak \d|4711/);
  });

  test('is tried with its own test, and a mistake names its field', async () => {
    const { services, ask } = await aProposal();
    const teaching = await currentTeaching(services);
    if (teaching?.phase !== 'proposed') throw new Error('nothing was proposed');
    const recipe = teaching.proposal.candidates[0]?.recipe;
    const check = (json: unknown) => ask('lesson:check', { text: JSON.stringify(json), candidate: 0 }, popup);
    expect(await check(recipe)).toEqual({ ok: true, value: { ok: true, value: [] } });
    const [signal] = recipe?.signals ?? [];
    const { body: _body, ...loose } = signal?.when ?? {};
    const signals = (changes: object) => ({ ...recipe, signals: [{ ...signal, ...changes }] });
    expect(await check(signals({ when: loose }))).toMatchObject({ value: { value: ['false'] } });
    expect(await check(signals({ when: { ...loose, path: '/x', status: 200 } }))).toMatchObject({
      value: { value: ['missed'] },
    });
    expect(await check(signals({ do: 'move' }))).toMatchObject({ value: { value: ['wrong-verb'] } });
    const { status: _status, ...noStatus } = loose as { status?: unknown };
    expect(await check(signals({ when: noStatus }))).toMatchObject({
      value: { ok: false, error: { field: 'signals.0.when.status' } },
    });
  });

  test('is kept as a recipe of one’s own, and the site uses it', async () => {
    const { services, db, ask } = await aProposal();
    const teaching = await currentTeaching(services);
    if (teaching?.phase !== 'proposed') throw new Error('nothing was proposed');
    expect(await ask('lesson:keep', { text: '{}' }, popup)).toMatchObject({ value: { ok: false } });
    const text = JSON.stringify(teaching.proposal.candidates[0]?.recipe);
    expect(await ask('lesson:keep', { text }, popup)).toMatchObject({
      value: { ok: true, value: { id: 'taught-zaaksysteem' } },
    });
    expect(await db.sites.get(SITE)).toMatchObject({ recipeId: 'taught-zaaksysteem', chosen: true });
    expect(await db.recipes.get('taught-zaaksysteem')).toMatchObject({ origin: 'taught' });
    expect(await stored()).not.toContain('proposal');
    expect((await services.recipes.current()).compiled.has('taught-zaaksysteem')).toBe(true);
  });
});
