import { browser } from 'wxt/browser';
import { countInState } from '@/utils/outbox/counts';
import { diskCodeOf } from '@/utils/outbox/disk';
import { teaching } from './lesson-state';
import { lostAt } from './loss';
import type { Services } from './services';

/** A lesson is never out of sight. */
const TEACHING = '●';
const ALARMED = '!';
const COLOUR = '#8f1d1d';

/**
 * The badge counts only what needs the person: posts that cannot go on without them, and what was put aside and not
 * looked at. During a lesson it says so, and also where nothing can be read. Thanks, replies and reuse are no part of
 * it: nothing is lost while they wait, no rule can say which reply needs an answer, and a number for them would call
 * people back all day. The popup tells of them when it is opened.
 */
export async function updateBadge(services: Services): Promise<void> {
  const { t } = await services.words();
  const now = await teaching.read();
  if (now?.phase === 'recording') {
    return show(TEACHING, t('lesson.badge', { site: new URL(now.lesson.origin).host }));
  }
  const count = await countNeeding(services);
  if (count === null) return show(ALARMED, t('popup.badge-storage'));
  if ((await lostAt()) !== null) return show(ALARMED, t('popup.badge-lost'));
  if (count === 0) return show('', t('product.name'));
  return show(String(count), t('popup.badge', { count }));
}

/** Null where the disk does not say. */
async function countNeeding({ db }: Services): Promise<number | null> {
  try {
    const parked = await db.patiently(countInState(db, ['parked']));
    return parked + (await db.quarantine.where({ seen: 0 }).count());
  } catch (error) {
    if (diskCodeOf(error) === null) throw error;
    return null;
  }
}

async function show(text: string, title: string): Promise<void> {
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title });
  if (text !== '') await browser.action.setBadgeBackgroundColor({ color: COLOUR });
}
