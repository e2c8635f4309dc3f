import type { browser as Browser } from '@wxt-dev/browser';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSentence } from '@/demo/run/add-sentence';
import type { Serving } from '@/demo/run/serve';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { surfaceOf } from '@/scripts/browsers/surface';
import { until } from '@/scripts/browsers/until';
import { type ChromiumWorld, openChromiumWorld, openedBy, openTab } from '../support/chromium-world';
import * as extension from '../support/extension-steps';
import { documentAddress, openIntranet } from '../support/intranet';
import { tabTo } from '../support/keyboard';

let intranet: Serving;
beforeAll(async () => {
  intranet = await openIntranet('nl');
});
afterAll(() => intranet?.close());

const ALT_AND_SHIFT = 1 | 8;

/** Presses Alt+Shift+G with the codes that a keyboard sends: by these, and not by letters, the browser knows its shortcuts. */
async function pressHotkey(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const key = { key: 'G', code: 'KeyG', windowsVirtualKeyCode: 71, nativeVirtualKeyCode: 71 };
  for (const type of ['rawKeyDown', 'keyUp'] as const)
    await session.send('Input.dispatchKeyEvent', { type, ...key, modifiers: ALT_AND_SHIFT });
}

/** What the browser's own menu does when the item is chosen. No driver can open that menu. */
async function chooseInMenu({ context }: ChromiumWorld, clicked: object): Promise<void> {
  const [worker] = context.serviceWorkers();
  await worker?.evaluate((info) => {
    const { chrome } = globalThis as unknown as { chrome: typeof Browser };
    const { onClicked } = chrome.contextMenus as unknown as {
      onClicked: { dispatch(...given: object[]): void };
    };
    onClicked.dispatch({ menuItemId: 'share', editable: false, ...info }, { id: -1 });
  }, clicked);
}

test('a menu’s choice opens a composer with the link and the quotation, on a page that nothing was allowed on', async () => {
  const world = await openChromiumWorld();
  const { context, t } = world;
  await openTab(context, documentAddress(intranet, 101));
  const pageUrl = documentAddress(intranet, 101);
  const clicked = { pageUrl, selectionText: 'Elke zaak krijgt een eigen map.' };
  const composer = await openedBy(context, () => chooseInMenu(world, clicked));
  const did = composer.getByLabel(t('sidebar.field-did'));
  await did.waitFor();
  expect(await did.inputValue()).toBe('“Elke zaak krijgt een eigen map.”\n\n');
  expect(await composer.getByRole('link', { name: pageUrl }).count()).toBe(1);
  await composer.getByRole('button', { name: t('sidebar.page-link-add') }).click(); // no community yet: only offered
  await composer.getByRole('button', { name: t('sidebar.page-link-remove') }).waitFor();

  const empty = await openedBy(context, () => chooseInMenu(world, { pageUrl: 'chrome://extensions' }));
  await empty.getByLabel(t('sidebar.field-did')).waitFor();
  expect(await empty.getByLabel(t('sidebar.field-did')).inputValue()).toBe('');
  expect(await empty.getByRole('region', { name: t('sidebar.page') }).count()).toBe(0);
  expect(world.console.filter((line) => /error|unchecked/i.test(line))).toEqual([]);
});

test('the hotkey opens a composer about the page in front, which lends its title; the options name the key', async () => {
  const world = await openChromiumWorld();
  const { context, t } = world;
  const page = await openTab(context, documentAddress(intranet, 101));
  const title = await page.title();
  const composer = await openedBy(context, () => pressHotkey(page));
  await composer.getByRole('button', { name: t('sidebar.page-title-add', { title }) }).click();
  expect(await composer.getByLabel(t('sidebar.field-title')).inputValue()).toBe(title);
  expect(await composer.getByRole('link', { name: page.url() }).count()).toBe(1);

  const options = await openTab(context, extensionUrl('options.html#prompts'));
  await options.getByText('Alt+Shift+G').waitFor();
});

test('the hotkey reaches the chip, letters answer it there and nowhere else, and Escape gives the focus back', async () => {
  const world = await openChromiumWorld();
  const { context, t } = world;
  const page = await openTab(context, intranet.origin);
  await extension.bringEarlierWork(world);
  await page.bringToFront();
  await extension.allowSite(world, page);
  const address = documentAddress(intranet, 101);
  await addSentence(page, { t, address, sentence: t('demo.hops.edit-more') });
  const edit = page.getByRole('link', { name: t('intranet.actions.edit') });
  await tabTo(edit);
  await until('the chip', () => extension.isAsked(world, page), extension.ASKED_WITHIN_MS);
  const surface = await surfaceOf(page);
  const isFocused = (name: string) => async () => (await surface.focus())?.name === name;
  const editHasFocus = () => edit.evaluate((link) => link === document.activeElement);

  await page.keyboard.press('n'); // not ours: the focus is on the page
  await pressHotkey(page);
  await until('the focus on the first answer', isFocused(t('chip.share')));
  expect((await surface.focus())?.ringed).toBe(true);

  await page.keyboard.press('Escape');
  await until('it to fold', () => surface.has('button', t('chip.unfold')));
  expect(await editHasFocus()).toBe(true);
  expect(await surface.has('button', t('chip.share'))).toBe(false);

  await pressHotkey(page);
  await until('the focus on the first answer again', isFocused(t('chip.share')));
  await page.keyboard.press('v'); // “never” is not to be seen yet: no letter gives it by accident
  await page.keyboard.press('a');
  await until('the other answers', () => surface.has('button', t('chip.keep')));
  await page.keyboard.press('w');
  const why = t('chip.why-text', { did: '', site: '' }).slice(0, 15);
  await until('why', async () => (await surface.text()).includes(why));
  await page.keyboard.press('n');
  await until('the chip to go', async () => !(await extension.isAsked(world, page)));
  expect(await editHasFocus()).toBe(true);
  expect(context.pages().some((each) => each.url().includes('sidebar.html'))).toBe(false);
});

/** Whether our script waits on the page in front for a quiet moment: it takes what the background says, and answers nothing. */
async function waitsForQuiet({ context }: ChromiumWorld): Promise<boolean> {
  const [worker] = context.serviceWorkers();
  const refusal = await worker?.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: typeof Browser };
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return chrome.tabs.sendMessage(tab?.id ?? -1, { event: 'none' }).then(String, String);
  });
  return refusal !== undefined && !refusal.includes('Receiving end does not exist');
}

test('who writes in a field is not disturbed, and calls the chip with the hotkey; then the field has the focus again', async () => {
  const world = await openChromiumWorld();
  const { context, t } = world;
  const page = await openTab(context, intranet.origin);
  await extension.bringEarlierWork(world);
  await page.bringToFront();
  await extension.allowSite(world, page);
  const address = documentAddress(intranet, 101);
  await addSentence(page, { t, address, sentence: t('demo.hops.edit-more') });
  const field = await page.evaluateHandle(() => {
    const inner = document.createElement('input');
    document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }).append(inner);
    inner.focus();
    return inner;
  });
  await until('our script', () => waitsForQuiet(world), extension.ASKED_WITHIN_MS);
  await page.waitForTimeout(extension.NOT_ASKED_AFTER_MS);
  expect(await extension.isAsked(world, page)).toBe(false);

  const surface = await surfaceOf(page);
  await pressHotkey(page);
  await until('the focus on the chip', async () => (await surface.focus())?.name === t('chip.share'));
  await page.keyboard.press('Escape');
  await until('it to fold', () => surface.has('button', t('chip.unfold')));
  await page.keyboard.type('deel');
  expect(await field.evaluate((input) => input.value)).toBe('deel');

  await pressHotkey(page);
  await until('the focus on the chip again', async () => (await surface.focus())?.name === t('chip.share'));
  await page.keyboard.press('d');
  const sidebar = await extension.sidebarIn(page);
  await sidebar.getByLabel(t('sidebar.field-title')).waitFor();
  await field.evaluate((input) => input.focus());
  expect(await sidebar.evaluate(() => document.hasFocus())).toBe(false);
  await pressHotkey(page); // from the page back to what one was writing
  await until('the focus in the sidebar', () => sidebar.evaluate(() => document.hasFocus()));
  expect(context.pages().some((each) => each.url().includes('sidebar.html'))).toBe(false);
});
