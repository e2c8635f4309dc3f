import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium } from '@/scripts/prepare/programs.mjs';
import { LANGUAGES, type Language } from '@/utils/language/languages';
import { MEMBER, openCommunity, type RealCommunity } from '../support/community';
import { flaws } from './support/flaws';
import { words } from './support/words';

let community: RealCommunity;
let browser: Browser;

beforeAll(async () => {
  community = await openCommunity();
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is not installed');
  const chromiumSandbox = process.getuid?.() !== 0; // it refuses to work for root
  browser = await chromium.launch({ executablePath, chromiumSandbox });
});

afterAll(async () => {
  await browser?.close();
  await community?.close();
});

/** Signed in, on the page of places. */
async function openPlaces(language: Language): Promise<Page> {
  const t = words(language);
  const page = await (await browser.newContext({ locale: language })).newPage();
  await page.goto(`${community.origin}/sign-in?next=/places`);
  await page.getByLabel(t('server.handle')).fill(MEMBER.handle);
  await page.getByLabel(t('server.password')).fill(MEMBER.password);
  await page.getByRole('button', { name: t('server.sign-in') }).click();
  await page.waitForURL(`${community.origin}/places`);
  return page;
}

test.each(LANGUAGES)('places are made, left and joined without a flaw in %s', async (language) => {
  const t = words(language);
  const page = await openPlaces(language);
  const found: Record<string, string[]> = {};
  const look = async (name: string): Promise<void> => {
    found[name] = await flaws(page);
  };
  await look('before');
  const name = `${language}: een plek met een opmerkelijk lange naam over scannen`;
  await page.getByLabel(t('server.place-name')).fill(name);
  await page.getByLabel(t('server.place-handle')).fill('NIET GOED');
  await page.getByLabel(t('server.place-about')).fill('Alles over scannen: van doos tot e-depot.');
  await page.getByLabel(t('server.place-closed-about')).check();
  await page.getByRole('button', { name: t('server.place-make') }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel(t('server.place-closed-about')).isChecked()).toBe(true);
  await look('refused');
  await page.getByLabel(t('server.place-handle')).fill(`een_plek_met_een_lange_naam_${language}`);
  await page.getByRole('button', { name: t('server.place-make') }).click();
  await page.waitForURL(/\/@een_plek/);
  await look('place');
  await page.getByRole('button', { name: t('server.place-leave') }).click();
  await page.getByRole('button', { name: t('server.place-join') }).waitFor();
  await page.goto(`${community.origin}/places`);
  await look('places');
  await page.getByRole('button', { name: `${t('server.place-join')}: ${name}` }).click();
  await page.getByRole('button', { name: `${t('server.place-leave')}: ${name}` }).waitFor();
  expect(Object.entries(found).filter(([, each]) => each.length > 0)).toEqual([]);
  await page.context().close();
});
