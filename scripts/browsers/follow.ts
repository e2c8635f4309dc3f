import type { Page } from 'playwright-core';

const FOLLOWS_WITHIN_MS = 30_000;

/** Clicks and waits for the page that follows, fully loaded. Says which of the two did not happen. */
export async function follow(page: Page, selector: string): Promise<void> {
  const loaded = page.waitForEvent('load', { timeout: FOLLOWS_WITHIN_MS });
  loaded.catch(() => undefined); // a click that failed is what went wrong, not the page that did not come
  await page.click(selector, { noWaitAfter: true });
  await loaded;
}
