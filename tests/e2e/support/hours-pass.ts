import type { BrowserContext } from 'playwright-core';
import { HOUR_MS } from '@/utils/kernel/clock';
import { besideTheExtension, putRaw, readRaw } from './raw-database';

/** What happened at a moment: posts that arrived, requests that left. */
const TABLES = ['receipts', 'requests'] as const;

/** Two hours go by: nobody looks for replies in a post's first hour, or asks a platform more than it allows at a time. */
export async function letHoursPass(context: BrowserContext): Promise<void> {
  const beside = await besideTheExtension(context);
  for (const table of TABLES) {
    const rows = (await readRaw(beside, table)).rows as { readonly at: number }[];
    await putRaw(
      beside,
      table,
      rows.map((row) => ({ ...row, at: row.at - 2 * HOUR_MS })),
    );
  }
  await beside.close();
}
