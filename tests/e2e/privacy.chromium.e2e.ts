import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { surfaceOf } from '@/scripts/browsers/surface';
import { until } from '@/scripts/browsers/until';
import { isWorkerRunning, putWorkerToSleep } from '@/scripts/browsers/worker';
import type { RealWiki } from '@/tests/real/dokuwiki';
import { allowedWiki } from './support/chromium-path';
import { openChromiumWorld, openTab } from './support/chromium-world';
import * as extension from './support/extension-steps';
import { everythingKept } from './support/kept';
import { lookAt, oursIn, type PageLook } from './support/page-look';
import { useServers } from './support/servers';
import { editWikiPage, pressInEditor, savePage, signInAtWiki } from './support/wiki-steps';
import { countWorkerStarts, type WorkerStarts } from './support/worker-starts';

/** Long enough for whatever a page set going to have come to us. */
const LOOKED_FOR_MS = 3_000;

const servers = useServers();

/** The same walk through the servers.wiki, and what stands on its pages: a page, the next one, an editor and a preview. */
async function walk(page: Page): Promise<Record<string, PageLook>> {
  const looks: Record<string, PageLook> = {};
  await page.goto(`${servers.wiki.url}/doku.php?id=start`);
  looks.page = await lookAt(page);
  await page.goto(`${servers.wiki.url}/doku.php?id=start&do=recent`);
  looks['next page'] = await lookAt(page);
  await editWikiPage(page, servers.wiki, 'praxis:bekeken', 'Nog niet zeker.');
  looks.editor = await lookAt(page);
  await pressInEditor(page, 'preview');
  looks.preview = await lookAt(page);
  await pressInEditor(page, 'cancel'); // else the wiki would offer the draft to whoever walks here next
  return looks;
}

test('an allowed page holds nothing of ours before a prompt: it is what it is where nothing was allowed', async () => {
  const plain = await openChromiumWorld();
  const elsewhere = await openTab(plain.context, servers.wiki.url);
  await signInAtWiki(elsewhere, servers.wiki);
  const expected = await walk(elsewhere);
  const session = await plain.context.cookies();
  await plain.context.close();

  const world = await openChromiumWorld();
  await world.context.addCookies(session); // the same one, so that the wiki answers both alike
  const first = await openTab(world.context, servers.wiki.url);
  await extension.allowSite(world, first);
  const page = await openTab(world.context, servers.wiki.url);
  const seen = await walk(page);
  for (const [name, look] of Object.entries(seen)) expect(look, name).toEqual(expected[name]);
  // The tab of the click was read once, to see which system it is: that is over with the page, and left no node on it.
  const read = await lookAt(first);
  expect(oursIn({ ...read, scripts: [] })).toEqual([]);
  await first.goto(`${servers.wiki.url}/doku.php?id=start`);
  expect(oursIn(await lookAt(first))).toEqual([]);
});

test('a chip that was answered is gone from its page, and so is its script from the next; a silent save brings none', async () => {
  const world = await openChromiumWorld();
  const page = await allowedWiki(world, servers.wiki);
  await savePage(page, servers.wiki, 'praxis:beantwoord', 'Een versie.');
  const surface = await surfaceOf(page);
  await surface.box('button', world.t('chip.share'), extension.ASKED_WITHIN_MS);
  // So the same look does see what is there: else the test before this one would prove nothing.
  expect(oursIn(await lookAt(page)).join('\n')).toMatch(/in-page\.js.*#shadow-root closed/s);
  await surface.click('button', world.t('chip.not-now'));
  await until('the chip to go', async () => !(await extension.isAsked(world, page)));
  expect(oursIn({ ...(await lookAt(page)), scripts: [] })).toEqual([]);
  await savePage(page, servers.wiki, 'praxis:beantwoord', 'En nog iets.');
  await until('the silence', async () => {
    const { databases } = await everythingKept(world.context);
    return JSON.stringify(databases).includes('encounter');
  });
  expect(oursIn(await lookAt(page))).toEqual([]);
});

/** Somebody reads, tries and saves where nothing was allowed: nothing wakes us, and nothing is kept. */
async function expectUnseen(context: BrowserContext, page: Page): Promise<WorkerStarts> {
  await putWorkerToSleep(context);
  const before = await everythingKept(context);
  const starts = await countWorkerStarts(context);
  await page.goto(`${servers.wiki.url}/doku.php?id=start`);
  await editWikiPage(page, servers.wiki, 'praxis:stil', 'Voor niemand.');
  await pressInEditor(page, 'preview');
  await pressInEditor(page, 'save');
  await page.waitForTimeout(LOOKED_FOR_MS);
  expect(starts.count()).toBe(0);
  expect(await isWorkerRunning(context)).toBe(false);
  expect(await everythingKept(context)).toEqual(before);
  return starts;
}

test('a site that was not allowed never wakes us and leaves nothing with us, also where another site was allowed', async () => {
  const world = await openChromiumWorld();
  const { context } = world;
  const page = await openTab(context, servers.wiki.url);
  await signInAtWiki(page, servers.wiki);
  expect((await everythingKept(context)).origins).toEqual([]);
  await expectUnseen(context, page);

  const other: RealWiki = { ...servers.wiki, url: servers.wiki.url.replace('wiki.test', 'other.test') };
  const allowed = await allowedWiki(world, other);
  expect((await everythingKept(context)).origins).toEqual(['http://other.test/*']);
  const starts = await expectUnseen(context, page);
  // On the other site the same save does wake us, and is kept: so both would have been seen.
  await savePage(allowed, other, 'praxis:luid', 'Voor allen.');
  await until('the worker to wake', async () => starts.count() > 0);
  await until('the activity', async () => {
    const { databases } = await everythingKept(context);
    return databases['deelgenoot/prompts']?.length === 1;
  });
});
