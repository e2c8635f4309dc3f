import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { EXTENSION_ID, extensionUrl } from './chromium';
import { type Cdp, Surface } from './surface';
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

const CLOSED = 'the popup has closed';

interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Playwright leaves popups alone, so its commands travel inside messages of the browser's own session. */
async function attach(session: CDPSession, targetId: string): Promise<Cdp> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  session.on('Target.receivedMessageFromTarget', (received) => {
    if (received.sessionId !== sessionId) return;
    const answer = JSON.parse(received.message);
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  session.on('Target.detachedFromTarget', (gone) => {
    if (gone.sessionId !== sessionId) return;
    for (const settle of waiting.values()) settle({ error: { message: CLOSED } });
    waiting.clear();
  });
  const send = async (method: string, params: object = {}): Promise<unknown> => {
    last += 1;
    const id = last;
    const answered = new Promise<Answer>((settle) => {
      waiting.set(id, settle);
    });
    const message = JSON.stringify({ id, method, params });
    await session.send('Target.sendMessageToTarget', { sessionId, message });
    const { result, error } = await answered;
    if (error?.message === CLOSED && method.startsWith('Input.')) return undefined; // the press itself closed it
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
  return { send: send as Cdp['send'] };
}
