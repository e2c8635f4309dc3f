import type { Page } from 'playwright-core';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { type ChromiumWorld, openedBy, openTab } from './chromium-world';

/** The popup in a tab, which has the document in common with the toolbar's; it speaks of `front`, or of itself. */
export async function openPopupTab(
  { context, t }: Pick<ChromiumWorld, 'context' | 't'>,
  front?: Page,
): Promise<Page> {
  const popup = await openTab(context, extensionUrl('popup.html'));
  if (front !== undefined) {
    await front.bringToFront();
    await popup.reload();
    await popup.getByText(t('popup.site-granted')).waitFor();
    await popup.bringToFront();
  }
  await popup.getByRole('button', { name: t('popup.write') }).waitFor();
  return popup;
}

/** Begins without having been asked: the popup's button opens a window to write in. */
export async function startWriting(world: ChromiumWorld): Promise<Page> {
  const { context, t } = world;
  const popup = await openPopupTab(world);
  const write = popup.getByRole('button', { name: t('popup.write') });
  const sidebar = await openedBy(context, () => write.click());
  await sidebar.getByLabel(t('sidebar.field-title')).waitFor();
  await popup.close();
  await sidebar.bringToFront();
  return sidebar;
}
