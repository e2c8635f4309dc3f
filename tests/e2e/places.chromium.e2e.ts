import { expect, onTestFinished, test } from 'vitest';
import { openCommunity } from '../support/community';
import { makePlace } from './support/community-places';
import { signInAt } from './support/community-steps';
import { flaws } from './support/flaws';
import { openPlainChromium } from './support/plain-chromium';
import { words } from './support/words';

const NAME = 'Een plaats met een opmerkelijk lange naam over scannen';
const ABOUT = 'Alles over scannen: van doos tot e-depot.';

test('a place is made after a refusal that forgot nothing, left, and joined from the list', async () => {
  const t = words('nl');
  const community = await openCommunity();
  onTestFinished(community.close);
  const browser = await openPlainChromium();
  onTestFinished(() => browser.close());
  const page = await (await browser.newContext({ locale: 'nl' })).newPage();
  await signInAt(page, t, community.origin, '/places');

  await page.getByLabel(t('server.place-closed-about')).check();
  await makePlace(page, 'nl', { name: NAME, handle: 'NIET GOED', about: ABOUT });
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel(t('server.place-closed-about')).isChecked()).toBe(true);
  expect(await page.getByLabel(t('server.place-name')).inputValue()).toBe(NAME);
  expect(await page.getByLabel(t('server.place-about')).inputValue()).toBe(ABOUT);
  await page.getByLabel(t('server.place-handle')).fill('een_plaats_met_een_lange_naam');
  await page.getByRole('button', { name: t('server.place-make') }).click();
  await page.waitForURL(/\/@een_plaats/);
  expect(await flaws(page)).toEqual([]);

  await page.getByRole('button', { name: t('server.place-leave') }).click();
  await page.getByRole('button', { name: t('server.place-join') }).waitFor();
  await page.goto(`${community.origin}/places`);
  expect(await flaws(page)).toEqual([]);
  await page.getByRole('button', { name: `${t('server.place-join')}: ${NAME}` }).click();
  await page.getByRole('button', { name: `${t('server.place-leave')}: ${NAME}` }).waitFor();
});
