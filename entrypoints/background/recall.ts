import { browser } from 'wxt/browser';
import type { NewsForPage } from '@/utils/messaging/prompt-views';
import type { Reason } from '@/utils/prompting/prompt';
import { keep } from './place-prompt';
import type { Services } from './services';

/** Takes back every question that waits for a moment or stands on a page: the person has just said that they want none. */
export async function recallPrompts(services: Services, reason: Reason): Promise<void> {
  const due = await services.db.prompts.where({ state: 'due' }).toArray();
  const news: NewsForPage = { event: 'recall' };
  for (const { id, tabId } of due) {
    await keep(services, id, reason);
    await browser.tabs.sendMessage(tabId, news, { frameId: 0 }).catch(() => undefined); // nothing stands there yet
  }
}
