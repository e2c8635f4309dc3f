import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { startChromium } from '@/scripts/browsers/chromium';
import { surfaceOf } from '@/scripts/browsers/surface';
import { until } from '@/scripts/browsers/until';
import type { PastActivity } from '@/utils/prompting/history';
import * as asking from '../support/asking';
import { allowedWiki } from '../support/chromium-path';
import { type ChromiumWorld, openChromiumWorld, openTab } from '../support/chromium-world';
import * as extension from '../support/extension-steps';
import { besideTheExtension, putRaw, readRaw } from '../support/raw-database';
import { useServers } from '../support/servers';
import { editWikiPage, pressInEditor, savePage, signInAtWiki } from '../support/wiki-steps';

const servers = useServers();

/** Somebody at work on the wiki, and a look at what was decided about what they do. */
interface AtWork {
  readonly world: ChromiumWorld;
  readonly page: Page;
  readonly beside: Page;
}

/** `file` is what they took along from earlier work: null of a newcomer, and without it they can be asked. */
async function atWork(file?: string | null): Promise<AtWork> {
  const world = await openChromiumWorld();
  const beside = await besideTheExtension(world.context);
  return { world, page: await allowedWiki(world, servers.wiki, file), beside };
}

const history = async ({ beside }: AtWork): Promise<readonly PastActivity[]> =>
  (await readRaw(beside, 'history')).rows as PastActivity[];

const decided = (at: AtWork, nth: number, reason: PastActivity['reason']) =>
  asking.decided(() => history(at), servers.wiki.url, nth, reason);

const save = ({ page }: AtWork, text: string) => savePage(page, servers.wiki, 'praxis:gevraagd', text);

const isAskedSoon = ({ world, page }: AtWork) =>
  until('the chip', () => extension.isAsked(world, page), extension.ASKED_WITHIN_MS);

async function isNotAsked({ world, page }: AtWork): Promise<void> {
  await page.waitForTimeout(extension.NOT_ASKED_AFTER_MS);
  expect(await extension.isAsked(world, page)).toBe(false);
}

/** Presses buttons of the chip one after the other; the last is the answer. */
async function answer({ world, page }: AtWork, ...buttons: string[]): Promise<void> {
  const surface = await surfaceOf(page);
  for (const button of buttons) await surface.click('button', button);
  await until('the chip to go', async () => !(await extension.isAsked(world, page)));
}

/** What was done lies eight days back, and they worked on since: nothing of the past holds us back but choices. */
async function aWeekLater(at: AtWork): Promise<void> {
  await putRaw(at.beside, 'history', asking.eightDaysEarlier(await history(at)));
  await extension.bringEarlierWork(at.world);
  await at.page.bringToFront();
}

/** The same person in the same browser, which was closed and started. */
async function restarted({ world }: AtWork): Promise<AtWork> {
  const { profile } = world;
  await world.context.close();
  const { context, close } = await startChromium({ extension: `${profile}/../extension`, profile });
  onTestFinished(close);
  const page = await openTab(context, servers.wiki.url);
  await signInAtWiki(page, servers.wiki);
  const beside = await besideTheExtension(context);
  await page.bringToFront();
  return { world: { ...world, context }, page, beside };
}

test('on day 0 nothing is asked, nor outside the hours that somebody chose', async () => {
  const at = await atWork(null);
  await save(at, 'Op de eerste dag.');
  await decided(at, 1, 'getting-to-know');
  await isNotAsked(at);
  await extension.bringEarlierWork(at.world, asking.withHoursThatPassed());
  await at.page.bringToFront();
  await save(at, 'Na de uren.');
  await decided(at, 2, 'outside-hours');
  await isNotAsked(at);
});

test('on a day off nothing is asked', async () => {
  const at = await atWork(asking.withDayOff());
  await save(at, 'In het verlof.');
  await decided(at, 1, 'day-off');
  await isNotAsked(at);
});

test('a save is asked about, and in the same encounter none after it', async () => {
  const at = await atWork();
  await save(at, 'Eerst dit.');
  await decided(at, 1, 'eligible');
  await isAskedSoon(at);
  await answer(at, at.world.t('chip.not-now'));
  await save(at, 'Dan dat.');
  await decided(at, 2, 'encounter');
  await isNotAsked(at);
});

test('who types, and thinks with the cursor in the field, is asked when they have left it', async () => {
  const at = await atWork();
  await save(at, 'Iets om naar te zoeken.');
  await at.page.locator('#qsearch__in').pressSequentially('zoekt', { delay: 500 });
  await decided(at, 1, 'eligible');
  await isNotAsked(at);
  await at.page.locator('#qsearch__in').blur();
  await isAskedSoon(at);
});

test('in a dialog the chip waits until it has closed', async () => {
  const at = await atWork();
  await save(at, 'Zeker.');
  await at.page.evaluate(asking.openDialog, 'dialog');
  await decided(at, 1, 'eligible');
  await isNotAsked(at);
  await at.page.evaluate(asking.closeDialog);
  await isAskedSoon(at);
});

test('“nooit voor dit” holds for good, through a restart of the browser, and for this alone', async () => {
  const before = await atWork();
  await save(before, 'Niet interessant.');
  await isAskedSoon(before);
  const { t } = before.world;
  await answer(before, t('chip.more'), t('chip.never-verb'));
  await aWeekLater(before);
  await save(before, 'Nog altijd niet.');
  await decided(before, 2, 'never-verb');
  const after = await restarted(before);
  await save(after, 'Ook na de herstart niet.');
  await decided(after, 3, 'never-verb');
  await isNotAsked(after);
  await editWikiPage(after.page, servers.wiki, 'praxis:gevraagd', '');
  await after.page.locator('#wiki__text').fill('');
  await pressInEditor(after.page, 'save');
  await decided(after, 4, 'eligible');
  await isAskedSoon(after);
});
