import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { until } from '@/scripts/browsers/until';
import { openCommunity } from '@/tests/support/community';
import { openChromiumWorld, openedBy, openTab } from '../support/chromium-world';
import * as extension from '../support/extension-steps';
import { flaws } from '../support/flaws';
import { letHoursPass } from '../support/hours-pass';
import { press, typeIn } from '../support/keyboard';
import { readRaw } from '../support/raw-database';

const QUESTION = 'Wie maakte al een vernietigingslijst voor e-mail?';
const REPLY = 'Wij. Begin bij de <b>selectielijst</b>.';
const BACK = 'Dat helpt ons verder.';
const COLLEAGUE = { displayName: 'Bram Claes', handle: 'bram', password: 'een-lang-genoeg-wachtwoord' };

test('a question is asked by keyboard alone, a colleague answers in an app, and the popup tells it once', async () => {
  const community = await openCommunity();
  onTestFinished(community.close);
  await community.join(COLLEAGUE);
  const world = await openChromiumWorld();
  const { context, t } = world;
  await extension.connectCommunity(world, community);
  const popup = await openTab(context, extensionUrl('popup.html'));

  const sidebar = await openedBy(context, () => press(popup.getByRole('button', { name: t('popup.ask') })));
  await typeIn(sidebar.locator('textarea').first(), QUESTION);
  await sendByKeyboard(sidebar, community.name);
  await extension.arrived(world, sidebar, community);
  await sidebar.close();
  const [asked] = await community.postsWith('vernietigingslijst');
  const reply = new URLSearchParams({ status: REPLY, in_reply_to_id: asked?.id ?? '' });
  const token = await community.tokenOf(COLLEAGUE);
  const headers = { authorization: `Bearer ${token}` };
  const answered = await fetch(`${community.origin}/api/v1/statuses`, {
    method: 'POST',
    body: reply,
    headers,
  });
  expect(answered.status).toBe(200);

  await letHoursPass(context);
  await popup.bringToFront();
  await popup.reload();
  const news = popup.getByRole('region', { name: t('shared.news') });
  await news.getByText(REPLY).waitFor();
  expect(await news.getByText('selectielijst').locator('b').count()).toBe(0);
  expect(await flaws(popup)).toEqual([]);
  await until('the news to count as read', () => isTold(popup));
  const label = t('popup.row-label', { action: t('shared.answer'), title: COLLEAGUE.displayName });
  const back = await openedBy(context, () => press(news.getByRole('button', { name: label })));
  await typeIn(back.locator('textarea').first(), BACK);
  await sendByKeyboard(back, community.name);
  await extension.arrived(world, back, community);
  expect(await community.postsWith(BACK)).toHaveLength(1);
  await back.close();

  await popup.reload();
  await popup.getByText(t('shared.replies', { count: 1 })).waitFor();
  expect(await news.count()).toBe(0);
}, 240_000);

/** News that was on the screen for a while is none the next time. */
async function isTold(popup: Page): Promise<boolean> {
  const { rows } = await readRaw(popup, 'responses');
  return (rows as { readonly toldAt: number }[]).some(({ toldAt }) => toldAt > 0);
}

async function sendByKeyboard(page: Page, community: string): Promise<void> {
  await press(page.getByRole('button', { name: community }));
}
