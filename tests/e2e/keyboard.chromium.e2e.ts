import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSentence } from '@/demo/run/add-sentence';
import type { Serving } from '@/demo/run/serve';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { surfaceOf } from '@/scripts/browsers/surface';
import { until } from '@/scripts/browsers/until';
import { MEMBER, openCommunity, type RealCommunity } from '@/tests/support/community';
import { type ChromiumWorld, launchChromiumWorld, openedBy, openTab } from './support/chromium-world';
import * as extension from './support/extension-steps';
import { documentAddress, openIntranet } from './support/intranet';
import { missedByTab, press, tabTo, tabToName, typeIn } from './support/keyboard';

/** A frame must have been in plain sight for a while before Send works. */
const IN_SIGHT_MS = 800;

let community: RealCommunity;
let intranet: Serving;
let world: Awaited<ReturnType<typeof launchChromiumWorld>>;

beforeAll(async () => {
  [community, intranet] = await Promise.all([openCommunity(), openIntranet('nl')]);
  world = await launchChromiumWorld();
  await connect(world);
});
afterAll(async () => {
  await world?.close();
  await Promise.all([community?.close(), intranet?.close()]);
});

/** Address, sign-in and consent, without a mouse. */
async function connect({ context, t }: ChromiumWorld): Promise<void> {
  const options = await openTab(context, extensionUrl('options.html#communities'));
  await typeIn(options.getByLabel(t('options.address')), community.origin);
  const consent = await openedBy(context, () => options.keyboard.press('Enter'));
  await typeIn(consent.getByLabel(t('server.handle')), MEMBER.handle);
  await typeIn(consent.getByLabel(t('server.password')), MEMBER.password);
  await consent.keyboard.press('Enter');
  await tabTo(consent.getByRole('button', { name: t('server.allow') }));
  await consent.keyboard.down('Enter'); // the window closes before the key comes up again
  await options.getByText(community.name, { exact: true }).first().waitFor();
  await options.close();
}

// First: who has shared something is left alone for days.
test('the chip takes no focus, and is answered by keyboard alone; the practice arrives', async () => {
  const { context, t } = world;
  const page = await openTab(context, intranet.origin);
  await extension.bringEarlierWork(world);
  await page.bringToFront();
  await extension.allowSite(world, page);
  await addSentence(page, {
    t,
    address: documentAddress(intranet, 101),
    sentence: t('demo.hops.edit-more'),
  });
  const edit = page.getByRole('link', { name: t('intranet.actions.edit') });
  const hasFocus = () => edit.evaluate((link) => link === document.activeElement);
  await tabTo(edit);
  await until('the chip', () => extension.isAsked(world, page), extension.ASKED_WITHIN_MS);
  expect(await hasFocus()).toBe(true);

  const surface = await surfaceOf(page);
  await tabToName(page, surface, t('chip.more'));
  await page.keyboard.press('Enter');
  await until('the other answers', () => surface.has('button', t('chip.keep')));
  await page.keyboard.press('Escape');
  await until('them to go', async () => !(await surface.has('button', t('chip.keep'))));
  expect((await surface.focus())?.name).toBe(t('chip.more'));

  await tabToName(page, surface, t('chip.share'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  const frame = await extension.sidebarIn(page);
  await typeIn(frame.getByLabel(t('sidebar.field-did')), 'Ik antwoordde zonder muis.');
  const send = extension.sendButton(world, frame, community);
  await tabTo(send);
  await frame.waitForTimeout(IN_SIGHT_MS);
  await page.keyboard.press('Enter');
  await extension.arrived(world, frame, community);
  expect(await community.postsWith('Ik antwoordde zonder muis.')).toHaveLength(1);

  // Backwards: after the frame comes the browser's own toolbar, which a browser without a window does not have.
  await tabToName(page, surface, t('chip.close-sidebar'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await until('the sidebar to go', async () => !(await surface.has('button', t('chip.close-sidebar'))));
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false); // back to where it was
});

test('a practice is written without a prompt, sent and seen to arrive, by keyboard alone', async () => {
  const { context, t } = world;
  const popup = await openTab(context, extensionUrl('popup.html'));
  const sidebar = await openedBy(context, () => press(popup.getByRole('button', { name: t('popup.write') })));
  const did = sidebar.getByLabel(t('sidebar.field-did'));
  await typeIn(did, 'Ik deed alles met het ');
  await sidebar.keyboard.press('Control+b');
  await sidebar.keyboard.type('toetsenbord');
  expect(await did.inputValue()).toBe('Ik deed alles met het **toetsenbord**');
  await sidebar.keyboard.press('Control+z'); // the browser's own undo still knows what was typed
  expect(await did.inputValue()).not.toContain('toetsenbord');
  await sidebar.keyboard.press('ControlOrMeta+A');
  await sidebar.keyboard.type('Ik deed alles met het toetsenbord.');
  await sidebar.keyboard.press('ControlOrMeta+A');
  await press(sidebar.getByRole('toolbar').first().getByRole('button').first());
  expect(await did.inputValue()).toBe('**Ik deed alles met het toetsenbord.**');
  expect(await did.evaluate((field) => field === document.activeElement)).toBe(true);
  await typeIn(sidebar.getByLabel(t('sidebar.field-title')), 'Zonder muis');
  await typeIn(sidebar.getByLabel(t('sidebar.topics'), { exact: true }), 'toegankelijk,');
  await press(sidebar.getByRole('button', { name: t('sidebar.topic-remove', { topic: 'toegankelijk' }) }));
  await press(extension.sendButton(world, sidebar, community), 'Space');
  await extension.arrived(world, sidebar, community);
  await tabTo(sidebar.getByRole('link', { name: t('sidebar.state-delivered-link') }));
  expect(await community.postsWith('Zonder muis')).toHaveLength(1);
});

test('Tab reaches every control of every page, shows where it is, and comes round again', async () => {
  const { context, t } = world;
  const missed: Record<string, string[]> = {};
  const walk = async (path: string, last: string): Promise<Page> => {
    const page = await openTab(context, extensionUrl(path));
    await page.getByRole('button', { name: last }).waitFor();
    // What is still asked for comes to stand between what was met already.
    await until('it to be whole', async () => (await page.locator('[aria-busy="true"]').count()) === 0);
    missed[path] = await missedByTab(page);
    return page;
  };
  await walk('welcome.html', t('welcome.next'));
  await walk('welcome.html#community', t('welcome.next'));
  await walk('welcome.html#rehearsal', t('rehearsal.send'));
  await walk('welcome.html#done', t('welcome.done'));
  const options = await walk('options.html', t('options.diagnosis-show'));
  const popup = await walk('popup.html', t('popup.write'));
  const sidebar = await openedBy(context, () => press(popup.getByRole('button', { name: t('popup.write') })));
  await sidebar.getByLabel(t('sidebar.field-title')).waitFor();
  missed.sidebar = await missedByTab(sidebar);
  expect(Object.entries(missed).filter(([, each]) => each.length > 0)).toEqual([]);

  await options.bringToFront();
  const wipe = options.getByRole('button', { name: t('options.wipe') });
  await press(wipe);
  await tabTo(options.getByRole('button', { name: t('options.wipe-action') }));
  await options.keyboard.press('Escape');
  await options.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await wipe.evaluate((button) => button === document.activeElement)).toBe(true);
});
