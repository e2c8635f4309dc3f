import { browser } from 'wxt/browser';
import type { NewsForPage } from '@/utils/messaging/prompt-views';
import { wishAgainst } from '@/utils/prompting/decide';
import type { Prompt, Reason } from '@/utils/prompting/prompt';
import { readChoices } from './choices';
import { keep } from './keep';
import type { Services } from './services';

/** Takes back every question that waits for a moment or stands on a page, or those of one site. */
export async function recallPrompts(services: Services, reason: Reason, site?: string): Promise<void> {
  for (const prompt of await duePrompts(services)) {
    if (site === undefined || prompt.activity.site === site) await recall(services, prompt, reason);
  }
}

/** Takes back the questions that what somebody has just chosen is against. */
export async function recallUnwanted(services: Services): Promise<void> {
  const choices = await readChoices(services);
  for (const prompt of await duePrompts(services)) {
    const { activity, tabId } = prompt;
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    const pages = [activity.link, tab?.url].filter((page) => typeof page === 'string');
    const wish = wishAgainst(choices, { activity, pages }, services.clock());
    if (wish !== null) await recall(services, prompt, wish);
  }
}

/** Takes back one question, if it is still due: it waits in the popup, and its chip goes. */
export async function recall(services: Services, { id, tabId }: Prompt, reason: Reason): Promise<void> {
  const news: NewsForPage = { event: 'recall', promptId: id };
  await keep(services, id, reason);
  // Nothing may stand there yet; and a tab that the browser has frozen answers when somebody looks at it again.
  void browser.tabs.sendMessage(tabId, news, { frameId: 0 }).catch(() => undefined);
}

function duePrompts({ db }: Services): Promise<Prompt[]> {
  return db.prompts.where({ state: 'due' }).toArray();
}
