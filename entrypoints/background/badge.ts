import { browser } from 'wxt/browser';
import { countInState } from '@/utils/outbox/counts';
import { teaching } from './lesson-state';
import type { Services } from './services';

/** A lesson is never out of sight. */
const TEACHING = '●';
const COLOUR = '#8f1d1d';

/** The badge counts only what needs the person: posts that cannot go on without them. During a lesson it says so. */
export async function updateBadge(services: Services): Promise<void> {
  const { t } = await services.words();
  const now = await teaching.read();
  if (now?.phase === 'recording') {
    return show(TEACHING, t('lesson.badge', { site: new URL(now.lesson.origin).host }));
  }
  const parked = await countInState(services.db, ['parked']);
  if (parked === 0) return show('', t('product.name'));
  return show(String(parked), t('popup.badge', { count: parked }));
}

async function show(text: string, title: string): Promise<void> {
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title });
  if (text !== '') await browser.action.setBadgeBackgroundColor({ color: COLOUR });
}
