import { expect, onTestFinished, test } from 'vitest';
import { MEMBER, openCommunity } from '@/tests/support/community';
import { DAY_MS } from '@/utils/kernel/clock';
import { openChromiumWorld, openedBy, openTab } from '../support/chromium-world';
import { signInAt } from '../support/community-steps';
import * as extension from '../support/extension-steps';
import { flaws } from '../support/flaws';
import { openPopupTab } from '../support/tour-steps';

const THEME = 'Deze maand: vernietigingslijsten, en alles wat daarbij komt kijken <b>';
const LAST_DAY = new Date(Date.now() + 20 * DAY_MS).toISOString().slice(0, 10);

test('a theme that the coordinator starts stands in popup and composer', async () => {
  const community = await openCommunity();
  onTestFinished(community.close);
  const world = await openChromiumWorld();
  const { context, t } = world;
  const page = await openTab(context, community.origin);
  await signInAt(page, t, community.origin, '/calls');
  const start = () => page.getByRole('button', { name: t('server.call-make') }).click();
  await page.getByLabel(t('server.call-text')).fill(THEME);
  await page.getByLabel(t('server.call-words')).fill('a-b');
  await page.getByLabel(t('server.call-until')).fill(LAST_DAY);
  await start();
  await page.getByRole('alert').waitFor();
  expect(await flaws(page)).toEqual([]);
  expect(await page.getByLabel(t('server.call-text')).inputValue()).toBe(THEME);
  await page.getByLabel(t('server.call-words')).fill('vernietig, selectie');
  await start();
  await page.getByRole('button', { name: t('server.call-end-label', { text: THEME }) }).waitFor();
  expect(await flaws(page)).toEqual([]);

  await page.getByRole('button', { name: t('server.sign-out', { name: MEMBER.displayName }) }).click();
  await page.getByLabel(t('server.password')).waitFor();
  await extension.connectCommunity(world, community);
  const popup = await openPopupTab(world);
  const theme = popup.getByRole('region', { name: t('call.title') });
  await theme.getByText(THEME, { exact: true }).waitFor();
  expect(await flaws(popup)).toEqual([]);
  const draft = await openedBy(context, () => theme.getByRole('button', { name: t('call.write') }).click());
  await draft.getByText(THEME).waitFor();
  await draft.getByText('vernietigingslijsten', { exact: true }).waitFor();
  expect(await flaws(draft)).toEqual([]);
});
