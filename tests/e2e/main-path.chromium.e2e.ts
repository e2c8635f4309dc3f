import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPopup } from '@/scripts/browsers/popup';
import { until } from '@/scripts/browsers/until';
import { stopWorker } from '@/scripts/browsers/worker';
import { type RealWiki, startDokuwiki } from '@/tests/real/dokuwiki';
import { openCommunity, type RealCommunity } from '@/tests/support/community';
import { type ChromiumWorld, openChromiumWorld, openTab } from './support/chromium-world';
import * as extension from './support/extension-steps';
import { editWikiPage, pressInEditor, savePage, signInAtWiki } from './support/wiki-steps';

/** A lease of 45 s, an alarm that the browser may round up, and the sending itself. */
const LOST_ANSWER_WITHIN_MS = 150_000;
/** DESIGN §2: no keystroke stays unsaved longer. */
const SAVED_WITHIN_MS = 500;

let wiki: RealWiki;
let community: RealCommunity;

beforeAll(async () => {
  [wiki, community] = await Promise.all([startDokuwiki(), openCommunity()]);
});
afterAll(async () => {
  await Promise.all([wiki?.stop(), community?.close()]);
});

/** Signed in at the wiki, which the person has just allowed in the popup. */
async function allowedWiki(world: ChromiumWorld): Promise<Page> {
  const page = await openTab(world.context, wiki.url);
  await signInAtWiki(page, wiki);
  await extension.allowSite(world, page);
  return page;
}

/** As far as the sidebar: asked about a saved page, with a practice written. */
async function writtenPractice(world: ChromiumWorld, id: string, title: string) {
  await extension.connectCommunity(world, community);
  const page = await allowedWiki(world);
  await savePage(page, wiki, id, 'Elke zaak krijgt een eigen map.');
  const sidebar = await extension.shareFromChip(world, page);
  const did = 'Ik maakte voor elke zaak een map. Zo vindt iedereen alles terug.';
  await extension.write(world, sidebar, { title, did });
  return { page, sidebar, did };
}

test('someone changes a page, is asked, writes two sentences, and the practice stands once in the community', async () => {
  const world = await openChromiumWorld();
  const { sidebar, did } = await writtenPractice(world, 'praxis:aktenplan', 'Mappen per zaak');
  await extension.send(world, sidebar, community);
  await extension.arrived(world, sidebar, community);
  const posts = await community.postsWith('Mappen per zaak');
  expect(posts).toHaveLength(1);
  expect(posts[0]?.content).toContain(did);
  expect(posts[0]?.content).toContain(`${wiki.url}/doku.php?id=praxis:aktenplan`);
});

test('who allows a site is asked after the next save, also when the worker was stopped in between', async () => {
  const world = await openChromiumWorld();
  const page = await allowedWiki(world);
  await stopWorker(world.context);
  await savePage(page, wiki, 'praxis:gestopt', 'Een eerste versie.');
  await until('the chip', () => extension.isAsked(world, page), extension.ASKED_WITHIN_MS);
});

test('a preview and a cancelled change ask nothing; the save after them does', async () => {
  const world = await openChromiumWorld();
  const page = await allowedWiki(world);
  await editWikiPage(page, wiki, 'praxis:voorbeeld', 'Nog niet zeker.');
  await pressInEditor(page, 'preview');
  await page.waitForTimeout(extension.NOT_ASKED_AFTER_MS);
  expect(await extension.isAsked(world, page)).toBe(false);
  await pressInEditor(page, 'cancel');
  await page.waitForTimeout(extension.NOT_ASKED_AFTER_MS);
  expect(await extension.isAsked(world, page)).toBe(false);
  expect(wiki.pageText('praxis:voorbeeld')).toBeNull();
  await savePage(page, wiki, 'praxis:voorbeeld', 'Nu wel.');
  await until('the chip', () => extension.isAsked(world, page), extension.ASKED_WITHIN_MS);
});

test('a worker that is killed while the community holds back its answer delivers the practice once', async () => {
  const world = await openChromiumWorld();
  const { sidebar } = await writtenPractice(world, 'praxis:gedood', 'Onderweg gestopt');
  const release = community.hold();
  try {
    await extension.send(world, sidebar, community);
    await sidebar.getByText(world.t('sidebar.state-sending')).waitFor();
    await stopWorker(world.context);
  } finally {
    release();
  }
  await extension.arrived(world, sidebar, community, LOST_ANSWER_WITHIN_MS);
  expect(await community.postsWith('Onderweg gestopt')).toHaveLength(1);
}, 240_000);

test('a community that is down keeps nobody from sending; it has the practice once, within a minute of its return', async () => {
  const world = await openChromiumWorld();
  const { sidebar } = await writtenPractice(world, 'praxis:onbereikbaar', 'Zonder verbinding');
  await community.stop();
  try {
    await extension.send(world, sidebar, community);
    await sidebar.getByText(world.t('sidebar.state-uncertain')).waitFor();
  } finally {
    await community.start();
  }
  await extension.arrived(world, sidebar, community);
  expect(await community.postsWith('Zonder verbinding')).toHaveLength(1);
}, 240_000);

test('a tab that is closed while someone types: the draft is back, to the last letter', async () => {
  const world = await openChromiumWorld();
  const { context, t } = world;
  const { page, did } = await writtenPractice(world, 'praxis:gesloten', 'Half geschreven');
  await page.waitForTimeout(SAVED_WITHIN_MS);
  await page.close();
  const other = await openTab(context, wiki.url);
  const popup = await openPopup(context, other);
  const [draft] = await Promise.all([
    context.waitForEvent('page'),
    popup.click('button', t('popup.draft-open-label', { title: 'Half geschreven' })),
  ]);
  expect(await draft.getByLabel(t('sidebar.field-title')).inputValue()).toBe('Half geschreven');
  expect(await draft.getByLabel(t('sidebar.field-did')).inputValue()).toBe(did);
});
