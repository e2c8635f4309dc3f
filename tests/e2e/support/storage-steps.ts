import type { Page } from 'playwright-core';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { type ChromiumWorld, openTab } from './chromium-world';

export const TITLE = 'Mails bij het dossier';
export const DID = 'Ik sleep elke beslissing naar de map.';

/** A page of the extension in a tab of its own. */
export const opened = ({ context }: ChromiumWorld, page: string): Promise<Page> =>
  openTab(context, extensionUrl(page));

/** Writes a draft and waits until it is on disk. */
export async function writeDraft(world: ChromiumWorld, title = TITLE): Promise<Page> {
  const { t } = world;
  const composer = await opened(world, 'sidebar.html?draft=');
  await composer.getByLabel(t('sidebar.field-title')).fill(title);
  await composer.getByLabel(t('sidebar.field-did')).fill(DID);
  await composer.getByText(t('sidebar.saved'), { exact: true }).waitFor();
  return composer;
}

/** What the icon says, asked in a page of the extension. */
export const badge = (page: Page): Promise<string> =>
  page.evaluate(() =>
    (
      globalThis as unknown as { chrome: { action: { getBadgeText(of: object): Promise<string> } } }
    ).chrome.action.getBadgeText({}),
  );
