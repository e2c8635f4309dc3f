import type { Frame, Page } from 'playwright-core';
import { earlierWork } from '@/demo/run/earlier-work';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { openPopup } from '@/scripts/browsers/popup';
import { surfaceOf } from '@/scripts/browsers/surface';
import { until } from '@/scripts/browsers/until';
import { MEMBER, type RealCommunity } from '@/tests/support/community';
import type { Text } from '@/utils/language';
import { type ChromiumWorld, openedBy, openTab } from './chromium-world';

/** The chip waits for five still seconds; the rest is for slow machines. */
export const ASKED_WITHIN_MS = 25_000;
/** Long enough for a chip that would come to have come. */
export const NOT_ASKED_AFTER_MS = 9_000;
export const DELIVERED_WITHIN_MS = 60_000;

/** Allows the site of `page` by the button in the toolbar's popup. */
export async function allowSite({ context, t }: ChromiumWorld, page: Page): Promise<void> {
  const popup = await openPopup(context, page);
  await popup.click('button', t('popup.allow'));
  await until('the grant', async () => (await popup.text()).includes(t('popup.site-granted')));
  await page.bringToFront(); // closes the popup, as a click beside it does
}

/**
 * Puts back what somebody who worked for two weeks took along: from then on they are asked. `file` is what they took.
 */
export async function bringEarlierWork(
  { context, t }: ChromiumWorld,
  file: string = earlierWork(Date.now()),
): Promise<void> {
  const options = await openTab(context, extensionUrl('options.html'));
  const buffer = Buffer.from(file);
  const picker = options.getByLabel(t('options.import'), { exact: true });
  await picker.setInputFiles({ name: 'deelgenoot.json', mimeType: 'application/json', buffer });
  await options.getByText(nothingWritten(t)).waitFor();
  await options.close();
}

/** What the options say after a file in which nothing was written by a person. */
export function nothingWritten(t: Text): string {
  return t('options.imported', {
    drafts: t('options.imported-drafts', { count: 0 }),
    entries: t('options.imported-entries', { count: 0 }),
    receipts: t('options.imported-receipts', { count: 0 }),
  });
}

/** Connects a community of one's own organisation: address, sign-in, consent. */
export async function connectCommunity(
  { context, t }: ChromiumWorld,
  community: RealCommunity,
): Promise<void> {
  const options = await openTab(context, extensionUrl('options.html#communities'));
  await options.getByLabel(t('options.address')).fill(community.origin);
  const connect = options.getByRole('button', { name: t('options.connect-action') });
  const consent = await openedBy(context, () => connect.click());
  await consent.getByLabel(t('server.handle')).fill(MEMBER.handle);
  await consent.getByLabel(t('server.password')).fill(MEMBER.password);
  await consent.getByRole('button', { name: t('server.sign-in') }).click();
  await consent.getByRole('button', { name: t('server.allow') }).click();
  await options.getByText(community.name, { exact: true }).first().waitFor();
  await options.close();
}

/** Waits for the chip and presses "share"; answers the sidebar's frame. */
export async function shareFromChip({ t }: ChromiumWorld, page: Page): Promise<Frame> {
  const surface = await surfaceOf(page);
  await surface.click('button', t('chip.share'), ASKED_WITHIN_MS);
  return sidebarIn(page);
}

/** The sidebar in the page, as soon as one can write in it. */
export async function sidebarIn(page: Page): Promise<Frame> {
  const frame = await until('the sidebar', async () =>
    page.frames().find((each) => new URL(each.url(), 'about:blank').pathname === '/sidebar.html'),
  );
  await frame.getByRole('main').waitFor();
  return frame;
}

/** Whether the chip is on the page. */
export async function isAsked({ t }: ChromiumWorld, page: Page): Promise<boolean> {
  return (await surfaceOf(page)).has('button', t('chip.share'));
}

export interface Written {
  readonly title: string;
  readonly did: string;
}

/** Types a practice as a person does, key by key. */
export async function write(
  { t }: ChromiumWorld,
  frame: Frame | Page,
  { title, did }: Written,
): Promise<void> {
  await frame.getByLabel(t('sidebar.field-title')).fill(title);
  await frame.getByLabel(t('sidebar.field-did')).pressSequentially(did);
}

/** The Send button with its whole name: community and audience. */
export function sendButton({ t }: ChromiumWorld, frame: Frame | Page, community: RealCommunity) {
  const name = t('sidebar.send', { community: community.name, audience: t('sidebar.audience-members') });
  return frame.getByRole('button', { name });
}

/** Presses Send as soon as it has been in sight long enough. */
export async function send(
  world: ChromiumWorld,
  frame: Frame | Page,
  community: RealCommunity,
): Promise<void> {
  const button = sendButton(world, frame, community);
  await button.waitFor();
  await frame.waitForTimeout(800);
  await button.click();
}

/** Waits until the sidebar says that it has arrived. */
export async function arrived(
  { t }: ChromiumWorld,
  frame: Frame | Page,
  { name }: RealCommunity,
  withinMs = DELIVERED_WITHIN_MS,
): Promise<void> {
  const said = frame.getByText(t('sidebar.state-delivered', { community: name })).first();
  await said.waitFor({ timeout: withinMs });
}
