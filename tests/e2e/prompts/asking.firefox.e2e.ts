import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { until } from '@/scripts/browsers/until';
import type { PastActivity } from '@/utils/prompting/history';
import * as asking from '../support/asking';
import { ASKED_WITHIN_MS, NOT_ASKED_AFTER_MS } from '../support/extension-steps';
import { allowedWiki } from '../support/firefox-path';
import * as extension from '../support/firefox-steps';
import { pressInEditor, savePage } from '../support/firefox-wiki-steps';
import { type FirefoxWorld, openFirefoxWorld } from '../support/firefox-world';
import { putInTable, readTable } from '../support/raw-database';
import { useServers } from '../support/servers';

const servers = useServers();

/** Somebody at work on the wiki, and a look at what was decided about what they do. */
interface AtWork {
  readonly world: FirefoxWorld;
  readonly page: Page;
  readonly beside: Page;
}

/** `file` is what they took along from earlier work: null of a newcomer, and without it they can be asked. */
async function atWork(file?: string | null): Promise<AtWork> {
  const world = await openFirefoxWorld();
  const beside = await world.open('options.html');
  return { world, page: await allowedWiki(world, servers.wiki, file), beside };
}

const history = async ({ beside }: AtWork): Promise<readonly PastActivity[]> =>
  (await beside.evaluate(readTable, 'history')).rows as PastActivity[];

const decided = (at: AtWork, nth: number, reason: PastActivity['reason']) =>
  asking.decided(() => history(at), servers.wiki.url, nth, reason);

const save = ({ page }: AtWork, text: string) => savePage(page, servers.wiki, 'praxis:gevraagd', text);

const isAskedSoon = ({ world }: AtWork) => until('the chip', () => extension.isAsked(world), ASKED_WITHIN_MS);

async function isNotAsked({ world }: AtWork): Promise<void> {
  await wait(NOT_ASKED_AFTER_MS);
  expect(await extension.isAsked(world)).toBe(false);
}

/** Presses buttons of the chip one after the other; the last is the answer. */
async function answer({ world }: AtWork, ...buttons: string[]): Promise<void> {
  for (const button of buttons) await world.screen.click('button', button);
  await until('the chip to go', async () => !(await extension.isAsked(world)));
}

/** What was done lies eight days back, and they worked on since: nothing of the past holds us back but choices. */
async function aWeekLater(at: AtWork): Promise<void> {
  const earlier = asking.eightDaysEarlier(await history(at));
  await at.beside.evaluate(putInTable, ['history', earlier] as const);
  await extension.bringEarlierWork(at.world);
  await at.page.bringToFront();
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

test('a save is asked about, on the next page too, and in the same encounter none after it', async () => {
  const at = await atWork();
  await save(at, 'Eerst dit.');
  await decided(at, 1, 'eligible');
  await isAskedSoon(at);
  await at.page.goto(`${servers.wiki.url}/doku.php?id=start`);
  await isAskedSoon(at);
  await answer(at, at.world.t('chip.not-now'));
  await save(at, 'Dan dat.');
  await decided(at, 2, 'encounter');
  await isNotAsked(at);
});

test('the chip waits for who types and thinks with the cursor in the field, and for a dialog to close', async () => {
  const at = await atWork();
  await save(at, 'Iets om naar te zoeken.');
  await at.page.type('#qsearch__in', 'zoekt', { delay: 500 });
  await decided(at, 1, 'eligible');
  await isNotAsked(at);
  await at.page.evaluate(asking.openDialog, 'aria-modal');
  await at.page.$eval('#qsearch__in', (field) => (field as HTMLElement).blur());
  await isNotAsked(at);
  await at.page.evaluate(asking.closeDialog);
  await isAskedSoon(at);
});

// Firefox forgets an extension that was not signed when it closes: a stopped background stands in for a restart.
test('“nooit voor dit” holds for good, with another background, and for this alone', async () => {
  const at = await atWork();
  await save(at, 'Niet interessant.');
  await isAskedSoon(at);
  const { t } = at.world;
  await answer(at, t('chip.more'), t('chip.never-verb'));
  await at.world.stopBackground();
  await aWeekLater(at);
  await at.world.stopBackground();
  await save(at, 'Nog altijd niet.');
  await decided(at, 2, 'never-verb');
  await isNotAsked(at);
  await at.page.goto(`${servers.wiki.url}/doku.php?id=praxis:gevraagd&do=edit`);
  await at.page.$eval('#wiki__text', (field) => ((field as HTMLTextAreaElement).value = ''));
  await pressInEditor(at.page, 'save');
  await decided(at, 3, 'eligible');
  await isAskedSoon(at);
});
