import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { until } from '@/scripts/browsers/until';
import { CATALOGUES } from '@/utils/language/catalogues';
import type { Language } from '@/utils/language/languages';
import { ASKED_WITHIN_MS } from '../support/extension-steps';
import { chooseInMenu, pressHotkey } from '../support/firefox-calls';
import { allowedWiki } from '../support/firefox-path';
import * as extension from '../support/firefox-steps';
import { savePage } from '../support/firefox-wiki-steps';
import { type FirefoxWorld, openFirefoxWorld, openTab } from '../support/firefox-world';
import { useServers } from '../support/servers';

const servers = useServers();

/** The composer that opened last. */
function composer({ browser }: FirefoxWorld, after: readonly Page[]): Promise<Page> {
  return until('a composer', async () => {
    for (const page of await browser.pages()) {
      if (after.includes(page)) continue;
      const isThere = await page
        .evaluate(() => document.querySelector('textarea') !== null)
        .catch(() => false);
      if (isThere) return page;
    }
    return undefined;
  });
}

async function chooseLanguage({ open }: FirefoxWorld, language: Language): Promise<void> {
  const options = await open('options.html#language');
  await options.select('#language select', language);
  await options.close();
}

const texts = (page: Page): Promise<{ did: string; page: string }> =>
  page.evaluate(() => ({
    did: document.querySelector('textarea')?.value ?? '',
    page: document.body.innerText,
  }));

test('“Deel als praktijk” in the browser’s own menu quotes what was selected, on a site that nothing was allowed on', async () => {
  const world = await openFirefoxWorld();
  const { t, browser } = world;
  const page = await openTab(world, `${servers.wiki.url}/doku.php?id=start`);
  const text = 'Elke zaak krijgt een eigen map.';
  await page.evaluate((words) => {
    const line = document.createElement('p');
    line.textContent = words;
    document.body.prepend(line);
    getSelection()?.selectAllChildren(line);
  }, text);
  const title = await page.title();
  const before = await browser.pages();
  await chooseInMenu(world, text, t('menu.share'));
  const shown = await texts(await composer(world, before));
  expect(shown.did).toBe(`“${text}”\n\n`);
  expect(shown.page).toContain(t('sidebar.page-title-add', { title }));
  expect(shown.page).toContain(`${servers.wiki.url}/doku.php?id=start`);

  await chooseLanguage(world, 'fr');
  await page.bringToFront();
  const then = await browser.pages();
  await chooseInMenu(world, text, CATALOGUES.fr.menu.share);
  const again = await texts(await composer(world, then));
  expect(again.did).toContain(text);
});

test('on a page of the browser’s own the hotkey opens an empty composer, also when the background was stopped', async () => {
  const world = await openFirefoxWorld();
  await openTab(world, 'about:blank');
  await world.chrome(`openTrustedLinkIn('about:license', 'current')`); // where no driver may go
  await until('the page', async () => (await world.chrome('gBrowser.currentURI.spec')) === 'about:license');
  await world.stopBackground();
  const before = await world.browser.pages();
  await pressHotkey(world);
  const shown = await texts(await composer(world, before));
  expect(shown.did).toBe('');
  expect(shown.page).not.toContain(world.t('sidebar.page'));
});

test('the hotkey reaches the chip; a letter answers it only there, and Escape gives the focus back', async () => {
  const world = await openFirefoxWorld();
  const { screen, t } = world;
  const page = await allowedWiki(world, servers.wiki);
  await savePage(page, servers.wiki, 'praxis:sneltoets', 'Een eerste versie.');
  const link = await page.waitForSelector('a[href]');
  await link?.focus();
  await until('the chip', () => extension.isAsked(world), ASKED_WITHIN_MS);
  const hasFocus = () => link?.evaluate((element) => element === document.activeElement);
  await page.keyboard.press('n');
  expect(await extension.isAsked(world)).toBe(true);

  await pressHotkey(world);
  await until('the focus to go', async () => !(await hasFocus()));
  await page.keyboard.press('Escape');
  await until('it to fold', () => screen.has('button', t('chip.unfold')));
  expect(await hasFocus()).toBe(true);

  await pressHotkey(world);
  await until('it to unfold', () => extension.isAsked(world));
  await page.keyboard.press('n');
  await until('the chip to go', async () => !(await extension.isAsked(world)));
  expect(await hasFocus()).toBe(true);
});
