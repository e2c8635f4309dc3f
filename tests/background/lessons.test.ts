import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  currentTeaching,
  hearExchange,
  isTaught,
  mayReadForLesson,
  watchLessons,
} from '@/entrypoints/background/lessons';
import { LESSON_MS } from '@/utils/activity/teach/lesson';
import { aBackground, framed, inPage, NOW, popup, SITE } from '../support/background-world';
import { aLesson, badge, openSite, request, save, stored, TAB } from '../support/lesson-world';

beforeEach(openSite);

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
    expect(badge.text).toBe('●');
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
    expect(badge.text).toBe('');
    expect(await stored()).not.toContain('zaken');
  });

  test('has the network listened to as soon as it begins, and no longer than it lasts', async () => {
    const told = vi.fn();
    const { ask, services } = await aLesson();
    watchLessons(services, told);
    await ask('lesson:start', request, popup);
    expect(told).toHaveBeenCalledTimes(1);
    for (const alarm of await fakeBrowser.alarms.getAll()) await fakeBrowser.alarms.onAlarm.trigger(alarm);
    expect(told).toHaveBeenCalledTimes(1); // it is not over yet
    await ask('lesson:stop', {}, popup);
    expect(told).toHaveBeenCalledTimes(2);
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
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
