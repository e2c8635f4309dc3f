import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { extensionUrl, startChromium } from '@/scripts/browsers/chromium';
import { surfaceOf } from '@/scripts/browsers/surface';
import { until } from '@/scripts/browsers/until';
import { browserSession, holdWorker, stopWorker } from '@/scripts/browsers/worker';
import { writtenPractice } from '../support/chromium-path';
import { type ChromiumWorld, openChromiumWorld, openedBy, openTab } from '../support/chromium-world';
import * as extension from '../support/extension-steps';
import { DID, SAVED_WITHIN_MS } from '../support/main-path';
import { useServers } from '../support/servers';
import { openPopupTab, startWriting } from '../support/tour-steps';
import { updateExtension } from '../support/update';

const TITLE = 'Half geschreven';
/** By then the page's script has noticed that its extension is gone. */
const ORPHANED_AFTER_MS = 5_000;
const servers = useServers();

/** A browser in which somebody writes, without having sent. */
async function writing(): Promise<{ world: ChromiumWorld; sidebar: Page }> {
  const world = await openChromiumWorld();
  const sidebar = await startWriting(world);
  await extension.write(world, sidebar, { title: TITLE, did: DID });
  return { world, sidebar };
}

/** The popup has the draft, and it opens with every letter. */
async function isBack(world: Pick<ChromiumWorld, 'context' | 't'>): Promise<void> {
  const { context, t } = world;
  const popup = await openPopupTab(world);
  const goOn = popup.getByRole('button', { name: t('popup.draft-open-label', { title: TITLE }) });
  const draft = await openedBy(context, () => goOn.click());
  await until('the text', async () => (await draft.getByLabel(t('sidebar.field-did')).inputValue()) === DID);
  expect(await draft.getByLabel(t('sidebar.field-title')).inputValue()).toBe(TITLE);
}

/** Has a page of the extension run something: the only place from which these faults can be made. */
async function inExtension({ context }: ChromiumWorld, script: string): Promise<void> {
  const page = await openTab(context, extensionUrl('texts/nl.json'));
  await page.evaluate(script);
  await page.close();
}

test('a tab that is closed right after the last key', async () => {
  const { world, sidebar } = await writing();
  await sidebar.close({ runBeforeUnload: true });
  await isBack(world);
});

test('a tab that is loaded again has its text at once', async () => {
  const { world, sidebar } = await writing();
  await sidebar.reload();
  const field = sidebar.getByLabel(world.t('sidebar.field-did'));
  await until('the text', async () => (await field.inputValue()) === DID);
  await isBack(world);
});

test('an extension that is updated while somebody writes', async () => {
  const { world, sidebar } = await writing();
  await sidebar.waitForTimeout(SAVED_WITHIN_MS);
  await updateExtension(world);
  // The browser takes away every page of what it loads again: there is nobody left to tell.
  const left = world.context.pages().filter((page) => page.url().startsWith(extensionUrl('sidebar.html')));
  expect(left).toEqual([]);
  await isBack(world);
});

test('a worker that is stopped, and a session storage that is wiped', async () => {
  const { world, sidebar } = await writing();
  await stopWorker(world.context);
  await inExtension(world, 'chrome.storage.session.clear()');
  await sidebar.getByText(world.t('sidebar.saved'), { exact: true }).waitFor();
  await sidebar.close();
  await isBack(world);
});

test('a community from which somebody signs out', async () => {
  const { world, sidebar } = await writing();
  const { context, t } = world;
  await extension.connectCommunity(world, servers.community);
  const options = await openTab(context, extensionUrl('options.html#communities'));
  const { name } = servers.community;
  await options.getByRole('button', { name: t('options.remove-community-label', { name }) }).click();
  await options
    .getByRole('dialog')
    .getByRole('button', { name: t('options.remove-community'), exact: true })
    .click();
  await options.getByText(t('options.no-communities')).waitFor();
  await sidebar.close();
  await isBack(world);
});

test('a browser that crashes half a second after the last key', async () => {
  const { world, sidebar } = await writing();
  const { context, t, profile } = world;
  await sidebar.waitForTimeout(SAVED_WITHIN_MS);
  const session = await browserSession(context);
  const gone = context.waitForEvent('close');
  session.send('Browser.crash').catch(() => undefined); // it cannot answer any more
  await gone;
  const again = await startChromium({ extension: `${profile}/../extension`, profile, language: 'nl' });
  try {
    await isBack({ context: again.context, t });
  } finally {
    await again.close();
  }
});

test('two tabs on one draft: both texts are kept, and both stand in the popup', async () => {
  const { world, sidebar } = await writing();
  const { context, t } = world;
  const isSaved = (page: Page): Promise<void> =>
    page.getByText(t('sidebar.saved'), { exact: true }).waitFor();
  await isSaved(sidebar);
  const other = await openTab(context, sidebar.url());
  await isSaved(other);
  // A window that has nothing unsaved shows within a second what another saved: here both are typed in before.
  await holdWorker(context, async () => {
    await other.getByLabel(t('sidebar.field-title')).fill('Van ginder');
    await sidebar.getByLabel(t('sidebar.field-title')).fill('Van hier');
  });
  const told = [sidebar, other].map((page) => page.getByText(t('sidebar.conflict')).waitFor());
  await Promise.any(told);
  const popup = await openPopupTab(world);
  for (const title of ['Van hier', 'Van ginder'])
    await popup.getByRole('button', { name: t('popup.draft-open-label', { title }) }).waitFor();
});

test('a sidebar on a page, left over from before an update, says so and gives its text', async () => {
  const world = await openChromiumWorld();
  const { t } = world;
  const { page, sidebar } = await writtenPractice(world, servers, 'praxis:bijgewerkt', TITLE);
  await sidebar.waitForTimeout(SAVED_WITHIN_MS);
  await updateExtension(world);
  await page.bringToFront(); // a page behind others looks around once a minute
  await sidebar.waitForTimeout(ORPHANED_AFTER_MS);
  await sidebar.getByLabel(t('sidebar.field-tip')).fill('Na de update');
  await sidebar.getByText(t('errors.extension-reloaded')).waitFor();
  await sidebar.getByText(t('sidebar.rescue')).waitFor();
  await sidebar.getByRole('button', { name: t('sidebar.download') }).waitFor();
  const surface = await surfaceOf(page);
  await surface.click('button', t('chip.close-sidebar'));
  await until('it to close', async () => sidebar.isDetached());
  await isBack(world);
}, 240_000);
