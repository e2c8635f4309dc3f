import type { Page } from 'playwright-core';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { type ChromiumWorld, openedBy } from './chromium-world';
import { tryAddress } from './paste-steps';

/** What an administrator gave out, as a person types it. */
export interface GivenOut {
  readonly clientId: string;
  readonly tenant: string;
}

/** Types an address that everybody has in common, as far as the form for what an administrator gave out. */
export async function findByAddress({ t }: ChromiumWorld, options: Page, address: string): Promise<void> {
  await tryAddress(options, t, address);
  await options.getByLabel(t('connect.client-id'), { exact: true }).waitFor();
}

/** Fills in what was given out and goes to the sign-in page; that page. */
export async function goToSignIn(
  { context, t }: ChromiumWorld,
  options: Page,
  { clientId, tenant }: GivenOut,
): Promise<Page> {
  await options.getByLabel(t('connect.client-id'), { exact: true }).fill(clientId);
  await options.getByLabel(t('connect.tenant'), { exact: true }).fill(tenant);
  const page = await openedBy(context, () =>
    options.getByRole('button', { name: t('connect.start-oauth') }).click(),
  );
  await page.getByRole('heading').waitFor();
  return page;
}

/** Presses a button there, after which that page closes by itself. */
export async function answerThere(page: Page, name: string): Promise<void> {
  const closed = page.waitForEvent('close');
  await page.getByRole('button', { name, exact: true }).click();
  await closed;
}

/** Counts the windows and tabs from now on that are none of the extension's own. */
export function countStrangers({ context }: ChromiumWorld): () => number {
  const pages: Page[] = [];
  context.on('page', (page) => void pages.push(page));
  return () => pages.filter((page) => !page.url().startsWith(extensionUrl(''))).length;
}
