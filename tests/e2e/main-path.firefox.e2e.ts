import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '@/scripts/browsers/until';
import { type RealWiki, startDokuwiki } from '@/tests/real/dokuwiki';
import { openCommunity, type RealCommunity } from '@/tests/support/community';
import { ASKED_WITHIN_MS, NOT_ASKED_AFTER_MS } from './support/extension-steps';
import * as extension from './support/firefox-steps';
import { editWikiPage, pressInEditor, savePage, signInAtWiki } from './support/firefox-wiki-steps';
import { type FirefoxWorld, openFirefoxWorld, openTab } from './support/firefox-world';

/** A lease of 45 s, an alarm that the browser may round up, and the sending itself. */
const LOST_ANSWER_WITHIN_MS = 150_000;
/** A Send from a frame can be taken back for ten seconds; the rest is for slow machines. */
const RESTS_AT_MOST_MS = 30_000;
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
async function allowedWiki(world: FirefoxWorld): Promise<Page> {
  const page = await openTab(world, wiki.url);
  await signInAtWiki(page, wiki);
  await extension.allowSite(world);
  return page;
}

/** As far as the sidebar: asked about a saved page, with a practice written. */
async function writtenPractice(world: FirefoxWorld, id: string, title: string) {
  await extension.connectCommunity(world, community);
  const page = await allowedWiki(world);
  await savePage(page, wiki, id, 'Elke zaak krijgt een eigen map.');
  await extension.shareFromChip(world);
  const did = 'Ik maakte voor elke zaak een map. Zo vindt iedereen alles terug.';
  await extension.write(world, page, { title, did });
  return { page, did };
}

test('someone changes a page, is asked, writes two sentences, and the practice stands once in the community', async () => {
  const world = await openFirefoxWorld();
  const { did } = await writtenPractice(world, 'praxis:aktenplan', 'Mappen per zaak');
  await extension.send(world, community);
  await world.screen.box('button', world.t('sidebar.undo')); // a press that a page stole can be taken back
  await extension.arrived(world, community);
  const posts = await community.postsWith('Mappen per zaak');
  expect(posts).toHaveLength(1);
  expect(posts[0]?.content).toContain(did);
  expect(posts[0]?.content).toContain(`${wiki.url}/doku.php?id=praxis:aktenplan`);
});

test('who allows a site is asked after the next save, also when the background was stopped in between', async () => {
  const world = await openFirefoxWorld();
  const page = await allowedWiki(world);
  await world.stopBackground();
  await savePage(page, wiki, 'praxis:gestopt', 'Een eerste versie.');
  await until('the chip', () => extension.isAsked(world), ASKED_WITHIN_MS);
});

test('a preview and a cancelled change ask nothing; the save after them does', async () => {
  const world = await openFirefoxWorld();
  const page = await allowedWiki(world);
  await editWikiPage(page, wiki, 'praxis:voorbeeld', 'Nog niet zeker.');
  await pressInEditor(page, 'preview');
  await wait(NOT_ASKED_AFTER_MS);
  expect(await extension.isAsked(world)).toBe(false);
  await pressInEditor(page, 'cancel');
  await wait(NOT_ASKED_AFTER_MS);
  expect(await extension.isAsked(world)).toBe(false);
  expect(wiki.pageText('praxis:voorbeeld')).toBeNull();
  await savePage(page, wiki, 'praxis:voorbeeld', 'Nu wel.');
  await until('the chip', () => extension.isAsked(world), ASKED_WITHIN_MS);
});

test('a background that is killed while the community holds back its answer delivers the practice once', async () => {
  const world = await openFirefoxWorld();
  await writtenPractice(world, 'praxis:gedood', 'Onderweg gestopt');
  const release = community.hold();
  try {
    await extension.send(world, community);
    await extension.reads(world, world.t('sidebar.state-sending'), RESTS_AT_MOST_MS);
    await world.stopBackground();
  } finally {
    release();
  }
  await extension.arrived(world, community, LOST_ANSWER_WITHIN_MS);
  expect(await community.postsWith('Onderweg gestopt')).toHaveLength(1);
}, 240_000);

test('a community that is down keeps nobody from sending; it has the practice once, within a minute of its return', async () => {
  const world = await openFirefoxWorld();
  await writtenPractice(world, 'praxis:onbereikbaar', 'Zonder verbinding');
  await community.stop();
  try {
    await extension.send(world, community);
    await extension.reads(world, world.t('sidebar.state-uncertain'), RESTS_AT_MOST_MS);
  } finally {
    await community.start();
  }
  await extension.arrived(world, community);
  expect(await community.postsWith('Zonder verbinding')).toHaveLength(1);
}, 240_000);

test('a tab that is closed while someone types: the draft is back, to the last letter', async () => {
  const world = await openFirefoxWorld();
  const { page, did } = await writtenPractice(world, 'praxis:gesloten', 'Half geschreven');
  await wait(SAVED_WITHIN_MS);
  await page.close();
  await openTab(world, wiki.url);
  await world.openPopup();
  await world.screen.click('button', world.t('popup.draft-open-label', { title: 'Half geschreven' }));
  const draft = await world.opened('sidebar.html');
  const written = () =>
    draft.$$eval('input, textarea', (fields) =>
      fields.map((field) => (field as HTMLInputElement | HTMLTextAreaElement).value),
    );
  await until('the text', async () => (await written()).includes(did));
  expect(await written()).toContain('Half geschreven');
});

test('who says no in the browser’s prompt is told so, and nothing is watched', async () => {
  const world = await openFirefoxWorld();
  const page = await openTab(world, wiki.url);
  await signInAtWiki(page, wiki);
  await world.openPopup();
  await world.screen.click('button', world.t('popup.allow'));
  await world.answerPrompt('secondaryButton');
  await extension.reads(world, world.t('ui.permission-declined'));
  await world.screen.closePopups();
  await savePage(page, wiki, 'praxis:geweigerd', 'Een eerste versie.');
  await wait(NOT_ASKED_AFTER_MS);
  expect(await extension.isAsked(world)).toBe(false);
});
