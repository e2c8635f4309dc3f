import type { browser as Browser } from '@wxt-dev/browser';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPopup } from '@/scripts/browsers/popup';
import { surfaceOf } from '@/scripts/browsers/surface';
import { until } from '@/scripts/browsers/until';
import { allowedWiki } from './support/chromium-path';
import { type ChromiumWorld, openChromiumWorld, openTab } from './support/chromium-world';
import * as extension from './support/extension-steps';
import { useServers } from './support/servers';
import { savePage } from './support/wiki-steps';

const servers = useServers();

async function onAllowedWiki(): Promise<{ world: ChromiumWorld; page: Page }> {
  const world = await openChromiumWorld();
  return { world, page: await allowedWiki(world, servers.wiki) };
}

test('the chip comes back on the next page of the same site, and only there', async () => {
  const { world, page } = await onAllowedWiki();
  await savePage(page, servers.wiki, 'praxis:volgt', 'Een eerste versie.');
  await until('the chip', () => extension.isAsked(world, page), extension.ASKED_WITHIN_MS);
  await page.goto(`${servers.wiki.url}/doku.php?id=start`);
  await until('the chip on the next page', () => extension.isAsked(world, page), extension.ASKED_WITHIN_MS);
  const elsewhere = await openTab(world.context, `${servers.wiki.url}/doku.php?id=start`);
  await elsewhere.waitForTimeout(extension.NOT_ASKED_AFTER_MS);
  expect(await extension.isAsked(world, elsewhere)).toBe(false);
});

test('an open draft goes along to the next page', async () => {
  const { world, page } = await onAllowedWiki();
  await savePage(page, servers.wiki, 'praxis:verder', 'Een eerste versie.');
  const sidebar = await extension.shareFromChip(world, page);
  await extension.write(world, sidebar, { title: 'Half af', did: 'Dit is nog niet klaar.' });
  await page.goto(`${servers.wiki.url}/doku.php?id=start`);
  const surface = await surfaceOf(page);
  await surface.click('button', world.t('chip.go-on'), extension.ASKED_WITHIN_MS);
  const again = await extension.sidebarIn(page);
  const { t } = world;
  await until('the text', async () => (await again.getByLabel(t('sidebar.field-did')).inputValue()) !== '');
  expect(await again.getByLabel(t('sidebar.field-did')).inputValue()).toBe('Dit is nog niet klaar.');
});

test('permission that was taken away in the browser: the popup says so and asks again', async () => {
  const { world, page } = await onAllowedWiki();
  const { context, t } = world;
  const [worker] = context.serviceWorkers();
  const pattern = `http://${new URL(servers.wiki.url).hostname}/*`;
  await worker?.evaluate((origin) => {
    const { chrome } = globalThis as unknown as { chrome: typeof Browser };
    return chrome.permissions.remove({ origins: [origin] });
  }, pattern);
  await page.reload();
  const popup = await openPopup(context, page);
  await until('the words', async () => (await popup.text()).includes(t('popup.site-lost')));
  await popup.click('button', t('popup.allow-again'));
  await until('the grant', async () => (await popup.text()).includes(t('popup.site-granted')));
});
