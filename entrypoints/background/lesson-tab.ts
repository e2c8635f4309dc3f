import { browser } from 'wxt/browser';
import { permissionPattern } from '@/utils/platform/origins';
import { originOf } from '@/utils/settings/policy';
import { readInPage } from './read-page';

/** The tab of a site that was looked at last, or a new one; null where the browser refuses. */
export async function lessonTab(origin: string): Promise<number | null> {
  const tabs = await browser.tabs.query({ url: permissionPattern(origin) });
  const ofSite = tabs.filter(({ url }) => originOf(url ?? '') === origin);
  const [last] = ofSite.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  if (last?.id !== undefined) return last.id;
  const made = await browser.tabs.create({ url: origin, active: false }).catch(() => undefined);
  return made?.id ?? null;
}

/** Brings a tab to the front. */
export async function showTab(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true }).catch(() => undefined);
  if (tab?.windowId !== undefined)
    await browser.windows.update(tab.windowId, { focused: true }).catch(() => undefined);
}

/** What the page says of its system; null where the tab is gone. Where another site stands in it, nothing. */
export async function lookAtPage(
  tabId: number,
  origin: string,
): Promise<{ readonly generator: string; readonly title: string } | null> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (tab === undefined) return null;
  if (originOf(tab.url ?? '') !== origin) return { generator: '', title: '' };
  const seen = await readInPage(tabId, readGenerator, null);
  return { generator: String(seen ?? ''), title: tab.title ?? '' };
}

/** Runs in the page: self-contained. */
function readGenerator(): string {
  const tag: Element | null = Document.prototype.querySelector.call(document, 'meta[name=generator]');
  return tag === null ? '' : (Element.prototype.getAttribute.call(tag, 'content') ?? '').slice(0, 100);
}
