import type { Page } from 'playwright-core';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { openTab } from './chromium-world';
import type { Tour } from './tour';

/** A newcomer's first five minutes: every step, a number masked, and a practice that was never sent. */
export async function fiveMinutes({ world: { context, t }, look }: Tour): Promise<void> {
  const welcome = await openTab(context, extensionUrl('welcome.html'));
  const onwards = async (title: string, button: 'next' | 'skip' = 'next'): Promise<void> => {
    await welcome.getByRole('button', { name: t(`welcome.${button}`), exact: true }).click();
    await welcome.getByRole('heading', { name: title }).waitFor();
  };
  await welcome.getByRole('heading', { name: t('welcome.step-promises') }).waitFor();
  await look('welcome', welcome);
  await onwards(t('welcome.step-sites'));
  await look('welcome-sites', welcome);
  await onwards(t('welcome.step-community'));
  await look('welcome-community', welcome);
  await onwards(t('welcome.step-practices'), 'skip');
  await welcome.getByText(t('welcome.example-3-title')).waitFor();
  await look('welcome-practices', welcome);
  await onwards(t('welcome.step-rehearsal'));
  await rehearse(welcome, { t, look });
  await onwards(t('welcome.step-often'));
  await welcome.getByText(t('asking.often'), { exact: true }).waitFor();
  await look('welcome-often', welcome);
  await welcome.close();
}

async function rehearse(
  welcome: Page,
  { t, look }: Pick<Tour['world'], 't'> & Pick<Tour, 'look'>,
): Promise<void> {
  await welcome.getByRole('button', { name: t('rehearsal.fill') }).click();
  const mask = welcome.getByRole('button', { name: t('guard.mask'), exact: true });
  await mask.waitFor();
  await look('welcome-rehearsal-number', welcome);
  await mask.click();
  await welcome.getByRole('button', { name: t('rehearsal.send') }).click();
  await welcome.getByText(t('rehearsal.erased')).waitFor();
  await look('welcome-rehearsal-erased', welcome);
}
