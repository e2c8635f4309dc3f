import type { BrowserContext, Page } from 'playwright-core';
import { HOUR_MS, MINUTE_MS } from '@/utils/kernel/clock';
import { besideTheExtension, putRaw, readRaw } from './raw-database';

interface At {
  readonly at: number;
}

/** Two hours go by for what arrived: nobody looks for replies in a post's first hour. */
export async function letHoursPass(context: BrowserContext): Promise<void> {
  await beside(context, (page) => change<At>(page, 'receipts', ({ at }) => ({ at: at - 2 * HOUR_MS })));
}

/** What was asked of a platform counts no more among the requests that it allows in a minute. */
export async function letMinutesPass(context: BrowserContext): Promise<void> {
  await beside(context, (page) => change<At>(page, 'requests', ({ at }) => ({ at: at - 2 * MINUTE_MS })));
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
