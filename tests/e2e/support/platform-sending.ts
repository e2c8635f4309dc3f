import type { Page } from 'playwright-core';
import { type ChromiumWorld, openedBy } from './chromium-world';
import * as extension from './extension-steps';
import { openPopupTab, startWriting } from './tour-steps';

/** Where something goes, as the composer names it. */
export interface Target {
  readonly community: string;
  readonly place: string | null;
  /** Only the place's members read along. */
  readonly closed?: true;
}

/** Writes a practice for a place of a community, and sends it; the page that tells how it goes. */
export async function sendPractice(
  world: ChromiumWorld,
  target: Target,
  practice: extension.Written,
): Promise<Page> {
  const page = await startWriting(world);
  await extension.write(world, page, practice);
  await sendTo(world, page, target);
  return page;
}

/** Puts what was agreed under a practice that arrived on a page, and sends it. */
export async function sendConclusion(
  world: ChromiumWorld,
  target: Target,
  about: string,
  { title, did }: extension.Written,
): Promise<Page> {
  const { context, t } = world;
  const popup = await openPopupTab(world);
  const labelled = (action: string): string => t('popup.row-label', { action, title: about });
  await popup.getByRole('button', { name: labelled(t('popup.more')) }).click();
  const conclude = popup.getByRole('button', { name: labelled(t('popup.conclude')) });
  const page = await openedBy(context, () => conclude.click());
  await popup.close();
  await page.bringToFront();
  await page.getByLabel(t('sidebar.field-title')).fill(title);
  await page.getByLabel(t('sidebar.field-did-conclusion')).fill(did);
  await sendTo(world, page, target);
  return page;
}

async function sendTo({ t }: ChromiumWorld, page: Page, { community, place, closed }: Target): Promise<void> {
  const choice = page.getByLabel(t('sidebar.community'), { exact: true });
  if ((await choice.count()) > 0) await choice.selectOption({ label: community });
  if (place !== null)
    await page.getByLabel(t('sidebar.place'), { exact: true }).selectOption({ label: place });
  const audience = t(closed ? 'sidebar.audience-place' : 'sidebar.audience-members');
  const label =
    place === null
      ? t('sidebar.send', { community, audience })
      : t('sidebar.send-place', { community, place, audience });
  await page.getByText(t('sidebar.saved'), { exact: true }).waitFor();
  await page.getByRole('button', { name: label }).click();
}
