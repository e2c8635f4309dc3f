import type { BrowserContext, Page } from 'playwright-core';
import { HOUR_MS } from '@/utils/kernel/clock';
import { besideTheExtension, putRaw, readRaw } from './raw-database';

/**
 * Two hours go by for what arrived and for what was asked: nobody looks for replies in a post's first hour, and a platform's
 * limit forgets what was asked before.
 */
export async function letHoursPass(context: BrowserContext): Promise<void> {
  const back = ({ at }: { readonly at: number }) => ({ at: at - 2 * HOUR_MS });
  await beside(context, async (page) => {
    for (const table of ['receipts', 'requests']) await change(page, table, back);
  });
}

declare const chrome: {
  readonly alarms: { create(name: string, info: { readonly when: number }): Promise<void> };
};

/** The time has come to look again at what waits for a moderator; the browser says so, as it does by its alarm. */
export async function letModeratorsLook(context: BrowserContext): Promise<void> {
  await beside(context, async (page) => {
    await change<{ state: string }>(page, 'entries', ({ state }) => (state === 'held' ? { dueAt: 1 } : {}));
    await page.evaluate(() => chrome.alarms.create('deliver', { when: Date.now() }));
  });
}

async function beside(context: BrowserContext, act: (page: Page) => Promise<void>): Promise<void> {
  const page = await besideTheExtension(context);
  await act(page);
  await page.close();
}

async function change<Row extends object>(
  page: Page,
  table: string,
  changed: (row: Row) => object,
): Promise<void> {
  const rows = (await readRaw(page, table)).rows as readonly Row[];
  await putRaw(
    page,
    table,
    rows.map((row) => ({ ...row, ...changed(row) })),
  );
}
