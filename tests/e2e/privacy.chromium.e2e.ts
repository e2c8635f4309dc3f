import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { until } from '@/scripts/browsers/until';
import { isWorkerRunning, stopWorker } from '@/scripts/browsers/worker';
import { WIKI_MEMBER } from '@/tests/real/dokuwiki';
import { type ChromiumWorld, openChromiumWorld, openTab } from './support/chromium-world';
import * as extension from './support/extension-steps';
import { watchForOurs } from './support/own-things';
import { useServers } from './support/servers';
import { collectTraces, placesOf, recordBackground } from './support/traces';
import { editWikiPage, pressInEditor, savePage, signInAtWiki } from './support/wiki-steps';

const TOKEN = 'kanarie-token-7f3a91';
const DOCUMENT = 'De kanarie zingt in het vertrouwelijke dossier.';
const TITLE = 'Een dossier ordenen';
const DID = 'Ik gaf elk stuk een datum en een afzender.';

const servers = useServers();

test('a page that may be watched holds nothing of ours until there is something to ask', async () => {
  const world = await openChromiumWorld();
  const first = await openTab(world.context, servers.wiki.url);
  await extension.allowSite(world, first); // one look, which system it is: Chromium keeps its empty world in that tab
  await first.close();
  const page = await openTab(world.context, servers.wiki.url);
  const ours = await watchForOurs(page);
  await signInAtWiki(page, servers.wiki);
  await editWikiPage(page, servers.wiki, 'praxis:leeg', 'Nog niet zeker.');
  await pressInEditor(page, 'preview');
  await wait(extension.NOT_ASKED_AFTER_MS);
  expect(await ours()).toEqual([]);
  await pressInEditor(page, 'save');
  await until('the chip', () => extension.isAsked(world, page), extension.ASKED_WITHIN_MS);
  expect(await ours(), 'else this test looks in the wrong place').toEqual([
    expect.stringMatching(/^script world/),
    expect.stringMatching(/^element [a-z]+-[a-z]+$/),
  ]);
});

test('a page that was not allowed wakes nothing, also where another site was', async () => {
  const world = await openChromiumWorld();
  const other = await openTab(world.context, servers.wiki.url.replace('servers.wiki.test', 'other.test'));
  await extension.allowSite(world, other);
  await other.close();
  const page = await openTab(world.context, servers.wiki.url);
  await untilAsleep(world);
  await signInAtWiki(page, servers.wiki);
  await savePage(page, servers.wiki, 'praxis:ongezien', 'Een eerste versie.');
  await wait(extension.NOT_ASKED_AFTER_MS);
  expect(await isWorkerRunning(world.context)).toBe(false);
  await extension.allowSite(world, page);
  await stopWorker(world.context);
  await savePage(page, servers.wiki, 'praxis:ongezien', 'Een tweede versie.');
  await until('the worker', () => isWorkerRunning(world.context));
});

test('a password, a token and the text of a document are found nowhere', async () => {
  const world = await openChromiumWorld();
  const [worker] = world.context.serviceWorkers();
  if (worker === undefined) throw new Error('no worker');
  await recordBackground(worker);
  await extension.connectCommunity(world, servers.community);
  const page = await openTab(world.context, servers.wiki.url);
  await extension.allowSite(world, page);
  await page.goto(`${servers.wiki.url}/doku.php?id=start&access_token=${TOKEN}`);
  await page.context().addCookies([{ name: 'sessie', value: TOKEN, url: servers.wiki.url }]);
  await signInAtWiki(page, servers.wiki);
  await editWikiPage(page, servers.wiki, 'praxis:dossier', DOCUMENT);
  await plantToken(page);
  await pressInEditor(page, 'save');
  expect(servers.wiki.pageText('praxis:dossier')).toContain(DOCUMENT);
  await deliverPractice(world, page);

  const traces = { ...(await collectTraces(world, worker)), ...(await posts()) };
  expect(placesOf(DID, traces).sort(), 'what was sent is found: we look where things are').toEqual(
    ['databases', 'disk', 'export', 'messages', 'posts', 'requests'].sort(),
  );
  for (const secret of [WIKI_MEMBER.password, TOKEN, DOCUMENT]) {
    expect(placesOf(secret, traces), secret).toEqual([]);
  }
});

/** What the popup asked last may still arrive: only a worker that stays stopped is asleep. */
async function untilAsleep({ context }: ChromiumWorld): Promise<void> {
  const staysStopped = async (): Promise<boolean> => {
    await stopWorker(context);
    await wait(2_000);
    return !(await isWorkerRunning(context));
  };
  await until('the worker to sleep', staysStopped, 30_000);
}

/** Hidden fields, as forms carry them against forgery. */
async function plantToken(page: Page): Promise<void> {
  await page.evaluate((token) => {
    for (const form of document.forms) {
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name: 'csrf_token', value: token });
      form.append(field);
    }
  }, TOKEN);
}

async function deliverPractice(world: ChromiumWorld, page: Page): Promise<void> {
  const sidebar = await extension.shareFromChip(world, page);
  await extension.write(world, sidebar, { title: TITLE, did: DID });
  await extension.send(world, sidebar, servers.community);
  await extension.arrived(world, sidebar, servers.community);
}

async function posts(): Promise<{ posts: Buffer }> {
  return { posts: Buffer.from(JSON.stringify(await servers.community.postsWith(''))) };
}
