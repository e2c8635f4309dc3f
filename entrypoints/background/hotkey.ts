import { browser } from 'wxt/browser';
import type { NewsForPage } from '@/utils/messaging/prompt-views';
import { ownPage } from '@/utils/platform/own-page';
import type { Services } from './services';
import { isTab, type PointedTab, pageIn, sharePointed } from './share-pointed';
import { unattended } from './unattended';

/** As the manifest names it. */
const SHARE = 'share';

/** The hotkey goes to what we placed on the page in front, and else to a new draft. */
export function answerHotkey(services: Services): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === SHARE) unattended(reach(services, tab));
  });
}

async function reach(services: Services, told: PointedTab | undefined): Promise<void> {
  const tab = told ?? (await tabInFront());
  if (tab?.url?.startsWith(ownPage('/sidebar.html'))) return; // who is writing already needs no other draft
  if (await hearsHotkey(tab?.id)) return;
  await sharePointed(services, { page: await pageIn(tab, tab?.url), selected: '' });
}

async function tabInFront(): Promise<PointedTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}

/** Whether something of ours stands there, and now has the focus. */
async function hearsHotkey(tabId: number | undefined): Promise<boolean> {
  if (!isTab(tabId)) return false;
  const news: NewsForPage = { event: 'hotkey' };
  const answer: unknown = await browser.tabs.sendMessage(tabId, news, { frameId: 0 }).catch(() => false);
  return answer === true;
}
