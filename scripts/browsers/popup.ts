import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { attach } from './attach';
import { EXTENSION_ID, extensionUrl } from './chromium';
import { Surface } from './surface';
import { until } from './until';
import { browserSession } from './worker';

/**
 * Opens the extension's popup as a click on its icon does, with `page` in front: an ordinary popup, with the rights
 * that the click lends. It closes when another tab comes to the front.
 */
export async function openPopup(context: BrowserContext, page: Page): Promise<Surface> {
  await page.bringToFront();
  const session = await browserSession(context);
  const tab = await tabTarget(session, page);
  await session.send('Extensions.triggerAction', { id: EXTENSION_ID, targetId: tab });
  const targetId = await until('the popup', async () => {
    const { targetInfos } = await session.send('Target.getTargets', {});
    return targetInfos.find(({ url, attached }) => url === extensionUrl('popup.html') && !attached)?.targetId;
  });
  return new Surface(await attach(session, targetId));
}

/** The tab around a page: what the toolbar belongs to. Pages and tabs know of each other by their address only. */
async function tabTarget(session: CDPSession, page: Page): Promise<string> {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tabs = targetInfos.filter(({ url }) => url === page.url());
  const [tab] = tabs;
  if (tab === undefined || tabs.length > 1) throw new Error(`${tabs.length} tabs show ${page.url()}`);
  return tab.targetId;
}
