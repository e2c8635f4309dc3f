import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DAY_MS } from '@/utils/kernel/clock';
import { remember } from '@/utils/prompting/history';
import type { Answer } from '@/utils/prompting/prompt';
import { DEFAULT_ASKING_HOURS } from '@/utils/settings/asking';
import { PAUSED_ALWAYS } from '@/utils/settings/settings';
import { aBackground, activity, duePrompt, NOW, popup, SITE } from '../support/background-world';
import { must } from '../support/outbox-world';

type World = ReturnType<typeof aBackground>;

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ version: '1' } as never);
});
afterEach(() => vi.restoreAllMocks());

/** Chips of the last days, the newest last, with these answers. */
async function wasAsked({ db }: World, answers: readonly (Answer | null)[], everyDays = 1): Promise<void> {
  await db.history.bulkPut(
    answers.map((answer, index) => {
      const shownAt = NOW - (answers.length - index) * everyDays * DAY_MS;
      const past = remember({ ...activity, id: `past-${shownAt}`, at: shownAt }, 'eligible');
      return { ...past, shownAt, answer, answeredAt: answer && shownAt };
    }),
  );
}

const settingsOf = async ({ ask }: World) =>
  must(await ask<'settings:read'>('settings:read', {}, popup)).asking;
const noticesOf = async ({ ask }: World) =>
  must(await ask<'overview:read'>('overview:read', {}, popup)).asking;
const storyOf = async ({ ask }: World) =>
  must(await ask<'asking:story'>('asking:story', { site: SITE }, popup));

describe('what somebody chose', () => {
  test('is kept whole, without leave that is over', async () => {
    const world = aBackground();
    const coming = { from: '2026-11-24', to: '2026-11-24' };
    const hours = {
      ...DEFAULT_ASKING_HOURS,
      days: [1, 2],
      daysOff: [{ from: '2026-11-01', to: '2026-11-23' }, coming],
    };
    must(await world.ask('asking:save', { hours, perWeek: 1 }, popup));
    expect(await settingsOf(world)).toMatchObject({ hours: { ...hours, daysOff: [coming] }, perWeek: 1 });
  });

  test.each([
    [
      'hours that end before they begin',
      { hours: { ...DEFAULT_ASKING_HOURS, from: 600, to: 600 }, perWeek: 2 },
    ],
    ['four a week', { hours: DEFAULT_ASKING_HOURS, perWeek: 4 }],
    [
      'leave that ends before it begins',
      { hours: { ...DEFAULT_ASKING_HOURS, daysOff: [{ from: '2026-12-02', to: '2026-12-01' }] }, perWeek: 2 },
    ],
  ])('is not %s', async (_what, request) => {
    const world = aBackground();
    expect(await world.ask('asking:save', request, popup)).toMatchObject({ ok: false });
    expect(await world.db.settings.get(1)).toBeUndefined();
  });

  test('is shown beside what is left of it by the organisation', async () => {
    const world = aBackground();
    world.policy.current = { prompts: { perWeek: 1, from: 600, sensitive: [`${SITE}/hr`] } };
    const { hours, allowed, inForce, organisationSensitive } = await settingsOf(world);
    expect([hours.from, allowed.from, inForce.from]).toEqual([570, 600, 600]);
    expect(organisationSensitive).toEqual([{ site: SITE, path: '/hr' }]);
    expect((await storyOf(world)).counters.cap).toBe(1);
  });
});

describe('what was learned', () => {
  test('is told, and forgotten with the chips that taught it', async () => {
    const world = aBackground();
    await wasAsked(world, [null, null, null]);
    const { learned } = await settingsOf(world);
    expect(learned.map(({ rule }) => rule.kind)).toEqual(['resting']);
    must(await world.ask('asking:forget', learned[0]?.forget, popup));
    expect((await settingsOf(world)).learned).toEqual([]);
  });

  test('forgotten twice is kept once, as the newest', async () => {
    const world = aBackground();
    const forget = (at: number) =>
      world.ask('asking:forget', { kind: 'brake', site: null, verb: null, at }, popup);
    await forget(5);
    await forget(9);
    await forget(7);
    expect((await world.services.settings()).forgotten.map(({ at }) => at)).toEqual([9]);
  });

  test('the brake is told in the popup', async () => {
    const world = aBackground();
    await wasAsked(world, Array(12).fill(null), 4);
    expect((await noticesOf(world)).brake?.rule).toMatchObject({ kind: 'brake', showings: 12, shared: 0 });
  });
});

describe('the offer to stop', () => {
  const thrice = ['not-now', 'not-now', 'not-now'] as const;

  test('comes after the third “not now” in a row, and once', async () => {
    const world = aBackground();
    await wasAsked(world, thrice.slice(1));
    expect((await noticesOf(world)).offer).toBeNull();
    await wasAsked(world, thrice);
    expect((await noticesOf(world)).offer).toBe(3);
    must(await world.ask('asking:go-on', {}, popup));
    expect((await noticesOf(world)).offer).toBeNull();
    const shownAt = NOW - DAY_MS / 2; // a fourth one in the same row
    const past = remember({ ...activity, id: 'fourth', at: shownAt }, 'eligible');
    await world.db.history.put({ ...past, shownAt, answer: 'not-now', answeredAt: shownAt });
    expect((await noticesOf(world)).offer).toBeNull();
  });

  test('comes again for another row', async () => {
    const world = aBackground();
    await wasAsked(world, thrice, 2);
    must(await world.ask('asking:go-on', {}, popup));
    await world.db.history.clear();
    await wasAsked(world, ['share', ...thrice]);
    expect((await noticesOf(world)).offer).toBe(3);
  });

  test('that is taken stops the questions until the person says otherwise', async () => {
    const world = aBackground();
    await wasAsked(world, thrice);
    must(await world.ask('asking:stop', {}, popup));
    expect((await world.services.settings()).pausedUntil).toBe(PAUSED_ALWAYS);
    expect((await noticesOf(world)).offer).toBeNull();
  });
});

describe('why somebody was not asked', () => {
  test('tells the newest decisions on the site, by title while that is known', async () => {
    const world = aBackground();
    await world.db.prompts.add({ ...duePrompt, state: 'silent', reason: 'encounter' });
    await world.db.history.bulkAdd([
      remember(activity, 'encounter'),
      ...[1, 2, 3, 4, 5, 6].map((days) =>
        remember(
          { ...activity, id: `${days}`, verb: 'upload', count: 3, at: NOW - days * DAY_MS },
          'sensitive',
        ),
      ),
      remember({ ...activity, id: 'elsewhere', site: 'https://other.example' }, 'eligible'),
    ]);
    const { decisions } = await storyOf(world);
    expect(decisions).toHaveLength(3);
    expect(decisions.slice(0, 2)).toEqual([
      { id: 'activity', sentence: '“Aktenplan” bewerkt', at: NOW, reason: 'encounter', shown: false },
      { id: '1', sentence: '3 bestanden opgeladen', at: NOW - DAY_MS, reason: 'sensitive', shown: false },
    ]);
  });

  test('and how matters stand: counters, pause and hours', async () => {
    const world = aBackground();
    await wasAsked(world, [null, 'share'], 2);
    await world.services.changeSettings({ pausedUntil: NOW + 1 });
    expect(await storyOf(world)).toMatchObject({
      counters: { today: 0, shown: 2, cap: 2, days: 7 },
      pausedUntil: NOW + 1,
      perDay: 1,
      hours: DEFAULT_ASKING_HOURS,
    });
  });
});

describe('sensitive pages', () => {
  const pages = { site: SITE, path: '/hr/' };

  test('are marked once, and taken off again', async () => {
    const world = aBackground();
    must(await world.ask('sensitive:add', pages, popup));
    must(await world.ask('sensitive:add', pages, popup));
    expect((await settingsOf(world)).sensitive).toEqual([pages]);
    must(await world.ask('sensitive:remove', pages, popup));
    expect((await settingsOf(world)).sensitive).toEqual([]);
  });

  test.each(['wiki.example', `${SITE}/hr`, 'file:///x'])('need a site, and %s is none', async (site) => {
    expect(await aBackground().ask('sensitive:add', { site, path: '/' }, popup)).toMatchObject({ ok: false });
  });
});
