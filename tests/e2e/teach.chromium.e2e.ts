import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { surfaceOf } from '@/scripts/browsers/surface';
import { until } from '@/scripts/browsers/until';
import { stopWorker } from '@/scripts/browsers/worker';
import { type CaseSystem, openCaseSystem } from '@/tests/support/case-system';
import { readRecipe } from '@/utils/activity/read-recipe';
import { type ChromiumWorld, openChromiumWorld, openTab } from './support/chromium-world';
import * as extension from './support/extension-steps';
import { everythingKept } from './support/kept';
import { missedByTab } from './support/keyboard';
import { beginLesson, type Change, changeCase, endRunInOptions, endRunInPopup } from './support/lesson-steps';

const CHANGES = [
  { id: 'ZK-4711', title: 'Kanarie kapvergunning', note: 'Zeer vertrouwelijke kanarie' },
  { id: 'ZK-4712', title: 'Kanarie markt', note: 'Kanarie over de markt' },
  { id: 'ZK-4713', title: 'Kanarie terras', note: 'Kanarie over een terras' },
  { id: 'ZK-4714', title: 'Kanarie die niet doorgaat', note: 'Kanarie die niemand bewaart' },
] as const satisfies readonly Change[];
const VALUES = /kanarie|ZK-471|geheim-formulier/i;

let system: CaseSystem;
beforeAll(async () => {
  system = await openCaseSystem();
});
afterAll(() => system?.close());

async function allowedSystem(world: ChromiumWorld): Promise<Page> {
  const page = await openTab(world.context, system.origin);
  await extension.bringEarlierWork(world);
  await page.bringToFront();
  await extension.allowSite(world, page);
  return page;
}

/** All that the extension keeps, but for the tab's own number and the site's address. */
async function keptText({ context }: ChromiumWorld): Promise<string> {
  const { databases, areas } = await everythingKept(context);
  return JSON.stringify({ databases, areas });
}

test('a system that nobody knows is shown three times and cancelled once, and is recognised from then on', async () => {
  const world = await openChromiumWorld();
  const { context, t } = world;
  const page = await allowedSystem(world);
  const options = await beginLesson(world, system);
  const [first, second, third, cancelled] = CHANGES;
  await changeCase(page, system, first);
  expect(await keptText(world)).not.toMatch(VALUES);
  await endRunInPopup(world, page, 'first');
  await changeCase(page, system, second);
  await endRunInOptions(world, options, 'second');
  await stopWorker(context); // the lesson outlives it
  await changeCase(page, system, third);
  await endRunInPopup(world, page, 'third');
  await changeCase(page, system, cancelled, 'Annuleren');
  expect(await keptText(world)).not.toMatch(VALUES);
  await endRunInPopup(world, page, 'cancel');

  await options.bringToFront();
  await options.getByText('POST /zaken/{id}/bewerken', { exact: true }).waitFor();
  await options.getByText('actie, titel, toelichting, token', { exact: true }).waitFor();
  await options.getByText(t('lesson.check-good')).waitFor();
  await options.getByText(t('lesson.recipe-title')).click();
  const recipe = await options.getByLabel(t('lesson.recipe'), { exact: true }).inputValue();
  const read = readRecipe(recipe);
  if (!read.ok) throw new Error(read.error.field);
  expect(read.value.signals).toEqual([
    {
      do: 'edit',
      when: {
        method: 'POST',
        type: 'main_frame',
        path: '/zaken/{id}/bewerken',
        status: '3xx',
        redirect: '*/zaken/*',
        body: { actie: 'bewaren' },
      },
      title: ['{body.titel}', '$title'],
      link: ['$location'],
    },
  ]);
  expect(await keptText(world)).not.toMatch(VALUES);
  expect(await missedByTab(options)).toEqual([]);

  const keep = options.getByRole('button', { name: t('lesson.keep', { site: new URL(system.origin).host }) });
  await keep.click();
  await options.getByText(t('ui.words-unchecked')).waitFor();
  await options.getByLabel(t('lesson.constants-agree')).check();
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.getByRole('button', { name: t('lesson.export'), exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('taught-zaaksysteem.json');
  expect(readFileSync(await download.path(), 'utf8')).toBe(recipe);
  await keep.click();
  await options.getByText(t('options.site-chosen', { system: 'Zaaksysteem' })).waitFor();
  expect(JSON.stringify((await everythingKept(context)).areas)).not.toContain('"teaching":{');

  await changeCase(page, system, { id: 'ZK-4715', title: 'Toch maar niet', note: '' }, 'Annuleren');
  await page.waitForTimeout(extension.NOT_ASKED_AFTER_MS);
  expect(await extension.isAsked(world, page)).toBe(false);
  expect(JSON.stringify((await everythingKept(context)).databases)).not.toContain('Toch maar niet');
  await changeCase(page, system, { id: 'ZK-4715', title: 'Evenement op het plein', note: 'Vlaggen' });
  const surface = await surfaceOf(page);
  await surface.box('button', t('chip.share'), extension.ASKED_WITHIN_MS);
  await until('the activity', async () => {
    const { databases } = await everythingKept(context);
    const kept = JSON.stringify(databases['deelgenoot/prompts']);
    return kept.includes('Evenement op het plein') && !kept.includes('Toch maar niet');
  });
}, 240_000);

test('what is stopped is forgotten, and nothing is heard of another tab or after the end', async () => {
  const world = await openChromiumWorld();
  const { context, t } = world;
  const page = await allowedSystem(world);
  const options = await beginLesson(world, system);
  const elsewhere = await openTab(context, system.origin);
  await changeCase(elsewhere, system, CHANGES[0]);
  await options.bringToFront();
  await until('the tab’s own news', async () => (await keptText(world)).includes('"traces":[{'));
  expect(JSON.stringify((await everythingKept(context)).areas)).not.toContain('main_frame');
  await changeCase(page, system, CHANGES[1]);
  await until('the save', async () => (await keptText(world)).includes('main_frame'));
  await options.bringToFront();
  await options.getByRole('button', { name: t('lesson.stop') }).click();
  await options.getByText(t('lesson.promise')).waitFor({ state: 'detached' });
  await changeCase(page, system, CHANGES[2]);
  const { areas } = await everythingKept(context);
  expect(JSON.stringify(areas)).not.toMatch(/traces|main_frame/);
}, 120_000);
