import type { BrowserContext } from 'playwright-core';
import { HOUR_MS } from '@/utils/kernel/clock';
import { besideTheExtension, putRaw, readRaw } from './raw-database';

/**
 * Two hours go by for what arrived and for what was asked: nobody looks for replies in a post's first hour, and a platform's
 * limit forgets what was asked before.
 */
export async function letHoursPass(context: BrowserContext): Promise<void> {
  const beside = await besideTheExtension(context);
  for (const table of ['receipts', 'requests']) {
    const rows = (await readRaw(beside, table)).rows as { readonly at: number }[];
    await putRaw(
      beside,
      table,
      rows.map((row) => ({ ...row, at: row.at - 2 * HOUR_MS })),
    );
  }
  await beside.close();
}
