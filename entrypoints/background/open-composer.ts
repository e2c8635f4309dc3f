import { browser } from 'wxt/browser';
import { ownPage } from '@/utils/platform/own-page';

/** Opens a draft in a window of its own, which no page can cover; without an id, a new one as soon as it can be kept. */
export async function openComposer(draftId: string): Promise<void> {
  const path = `/sidebar.html?draft=${encodeURIComponent(draftId)}` as const;
  await browser.windows.create({ url: ownPage(path), type: 'popup', width: 480, height: 780 });
}
