import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type ChromiumWorld, openChromiumWorld } from '../support/chromium-world';
import { DELIVERED_WITHIN_MS } from '../support/extension-steps';
import { findPlatform, isConnected, openConnect, paste, tryAddress } from '../support/paste-steps';
import { sendPractice } from '../support/platform-sending';
import { servePage, servePlatform } from '../support/platform-server';
import { CHAT } from '../support/platforms';
import { openPopupTab } from '../support/tour-steps';

const TITLES = ['Mappen per zaak', 'Lijsten per serie'];
const DID = 'Zo vindt iedereen alles terug.';

test('wrong addresses and a wrong token are said, and forget nothing that was typed', async () => {
  const world = await openChromiumWorld();
  const { t } = world;
  const options = await openConnect(world);
  await tryAddress(options, t, 'http://127.0.0.1:9'); // where nothing listens
  await said(options, t('errors.community-unreachable', { detail: '127.0.0.1:9' }));
  await tryAddress(options, t, 'intranet');
  await said(options, t('errors.address-invalid', { detail: 'intranet' }));
  await tryAddress(options, t, 'http://praat.example');
  await said(options, t('errors.address-insecure', { detail: 'praat.example' }));
  const page = await servePage('<html><title>Kantine</title><p>Soep.</p></html>');
  await tryAddress(options, t, page);
  await said(options, t('errors.found-page', { detail: 'Kantine' }));
  expect(await options.getByLabel(t('options.address')).inputValue()).toBe(page);
  const portal = await servePage('<title>Portaal</title><form><input type="password"></form>');
  await tryAddress(options, t, portal);
  await said(options, t('errors.found-sign-in', { detail: new URL(portal).host }));
  const old = await servePage('{"versions":["r0.6.0"]}', 'application/json');
  await tryAddress(options, t, old);
  await said(options, t('errors.found-too-old', { detail: 'Matrix r0.6.0' }));

  const server = await servePlatform(CHAT.specimen);
  // As it stands in the address bar of somebody who looks at a channel.
  await findPlatform(options, t, CHAT, { address: `${server.address}/archief/channels/praktijk` });
  await paste(options, t, { secret: 'verkeerd' });
  await said(options, t('errors.token-refused', { detail: new URL(server.address).host }));
  await paste(options, t, CHAT);
  await isConnected(options, t);
});

test('what waits when a token is revoked keeps its text, says so, and arrives once after signing in', async () => {
  const world = await openChromiumWorld();
  const { t } = world;
  const server = await servePlatform(CHAT.specimen);
  const options = await openConnect(world);
  await findPlatform(options, t, CHAT, server);
  await paste(options, t, CHAT);
  await isConnected(options, t);
  server.renew('nieuwe-code');
  await shareWithout(world, server.address);
  expect(server.fake.posts()).toEqual([]);

  await options.bringToFront();
  await options.getByRole('button', { name: t('options.sign-in') }).click();
  await options.getByLabel(t('connect.choose-token')).check();
  await paste(options, t, { secret: 'nieuwe-code' });
  await isConnected(options, t);
  await expect.poll(() => server.fake.posts().length, { timeout: DELIVERED_WITHIN_MS }).toBe(TITLES.length);
  const popup = await openPopupTab(world);
  await expect.poll(() => popup.getByText(t('popup.state-parked')).count()).toBe(0);
  for (const title of TITLES)
    expect(server.fake.posts().filter(({ text }) => text.includes(title))).toHaveLength(1);
});

/** Sends while nobody is let in: each post waits with its text and the reason. */
async function shareWithout(world: ChromiumWorld, address: string): Promise<void> {
  const { t } = world;
  const community = CHAT.title ?? new URL(address).host;
  const reason = t('parked.signed-out', { community });
  for (const title of TITLES) {
    const page = await sendPractice(world, { community, place: CHAT.place }, { title, did: DID });
    await page.getByText(reason).waitFor();
    await page.getByText(title).waitFor();
    await page.close();
  }
  const popup = await openPopupTab(world);
  await expect.poll(() => popup.getByText(reason).count()).toBe(TITLES.length);
  await popup.close();
}

function said(page: Page, sentence: string): Promise<void> {
  return page.getByRole('alert').filter({ hasText: sentence }).waitFor();
}
