import { browser } from 'wxt/browser';

/**
 * The address of a page of the extension, under its fixed origin. `runtime.getURL` of a page that websites may frame
 * (`use_dynamic_url`) gives this session's other origin in Chromium, which is blocked in a tab or window of its own.
 */
export function ownPage(path: `/${string}`): string {
  const root = browser.runtime.getURL('/' as Parameters<typeof browser.runtime.getURL>[0]);
  return new URL(path, root).href;
}
