import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Serving } from '@/demo/run/serve';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { until } from '@/scripts/browsers/until';
import { putWorkerToSleep } from '@/scripts/browsers/worker';
import { type ChromiumWorld, openChromiumWorld, openTab } from './support/chromium-world';
import * as extension from './support/extension-steps';
import { flaws } from './support/flaws';
import { openSmallDms, SMALL_DMS_RECIPE } from './support/small-dms';

let dms: Serving;
beforeAll(async () => {
  dms = await openSmallDms();
});
afterAll(() => dms?.close());

/** Adds a recipe in the options, as somebody does who got it as a file. */
async function addRecipe({ context, t }: ChromiumWorld, text: string): Promise<Page> {
  const options = await openTab(context, extensionUrl('options.html#sites'));
  const file = { name: 'klein-dms.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await options.getByLabel(t('options.recipe-add')).setInputFiles(file);
  return options;
}

async function openForm(page: Page, title: string): Promise<void> {
  await page.goto(`${dms.origin}/dms/dossiers/7/bewerk`);
  await page.getByLabel('Titel').fill(title);
}

async function press(page: Page, button: 'Bewaar' | 'Annuleer'): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.locator('h1.dossier').waitFor();
}

async function allowedDms(world: ChromiumWorld): Promise<Page> {
  const page = await openTab(world.context, `${dms.origin}/dms/dossiers/7`);
  await extension.bringEarlierWork(world);
  await page.bringToFront();
  await extension.allowSite(world, page);
  return page;
}

const asked = (world: ChromiumWorld, page: Page) =>
  until('the chip', () => extension.isAsked(world, page), extension.ASKED_WITHIN_MS);

test('a system that only this organisation has is asked about once its recipe is there, and a cancel never', async () => {
  const world = await openChromiumWorld();
  const { context, t } = world;
  const wrong = await addRecipe(world, JSON.stringify({ ...SMALL_DMS_RECIPE, signals: [] }));
  await wrong.getByText('“signals”').waitFor();
  const options = await addRecipe(world, JSON.stringify(SMALL_DMS_RECIPE));
  await options.getByText(t('options.recipe-added', { name: 'Klein DMS' })).waitFor();

  const page = await allowedDms(world);
  await options.getByText(t('options.site-system', { system: 'Klein DMS' })).waitFor();
  await openForm(page, 'Iets anders');
  await press(page, 'Annuleer');
  await page.waitForTimeout(extension.NOT_ASKED_AFTER_MS);
  expect(await extension.isAsked(world, page)).toBe(false);
  await options.close();
  await wrong.close();

  await openForm(page, 'Dienstregeling 2027');
  await putWorkerToSleep(context);
  await press(page, 'Bewaar'); // the form itself wakes the worker
  await asked(world, page);
  const sidebar = await extension.shareFromChip(world, page);
  expect(await sidebar.getByRole('main').innerText()).toContain('Dienstregeling 2027');
});

test('a recipe that the organisation rolls out by policy works without anybody adding it', async () => {
  const policy = { recipes: ['{ "id": "half", ', JSON.stringify(SMALL_DMS_RECIPE)] };
  const world = await openChromiumWorld({ workerHead: managedBy(policy) });
  const { context, t } = world;
  const options = await openTab(context, extensionUrl('options.html#sites'));
  await options.getByText(t('options.recipe-nameless', { name: 'half' })).waitFor();
  await options.getByText(t('recipe-mistakes.json')).waitFor();
  await options.getByText('Klein DMS', { exact: true }).waitFor();
  expect(await flaws(options)).toEqual([]);
  await options.close();
  const page = await allowedDms(world);
  await openForm(page, 'Dienstregeling 2028');
  await press(page, 'Bewaar');
  await asked(world, page);
});

/** What an administrator set, told to the worker as the browser tells it: no driver can install a policy. */
function managedBy(policy: object): string {
  return `chrome.storage.managed.get = (...asked) => {
    const policy = ${JSON.stringify(policy)};
    const answer = asked.at(-1);
    if (typeof answer === 'function') answer(policy);
    else return Promise.resolve(policy);
  };\n`;
}
