import type { BrowserContext } from 'playwright-core';
import { HOUR_MS } from '@/utils/kernel/clock';
import { besideTheExtension, putRaw, readRaw } from './raw-database';

/** Two hours go by for what arrived: nobody looks for replies in a post's first hour. */
export async function letHoursPass(context: BrowserContext): Promise<void> {
  const beside = await besideTheExtension(context);
  const receipts = (await readRaw(beside, 'receipts')).rows as { readonly at: number }[];
  await putRaw(
    beside,
    'receipts',
    receipts.map((receipt) => ({ ...receipt, at: receipt.at - 2 * HOUR_MS })),
  );
  await beside.close();
}
