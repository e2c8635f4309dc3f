import { browser } from 'wxt/browser';
import type { Services } from './services';

/** The badge counts only what needs the person: posts that cannot go on without them. */
export async function updateBadge(services: Services): Promise<void> {
  const parked = await services.db.entries.filter(({ state }) => state === 'parked').count();
  await browser.action.setBadgeText({ text: parked === 0 ? '' : String(parked) });
  if (parked === 0) return;
  await browser.action.setBadgeBackgroundColor({ color: '#8f1d1d' });
  const { t } = await services.words();
  await browser.action.setTitle({ title: t('popup.badge', { count: parked }) });
}
