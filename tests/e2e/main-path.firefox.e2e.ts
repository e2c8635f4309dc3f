import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { until } from '@/scripts/browsers/until';
import { ASKED_WITHIN_MS, NOT_ASKED_AFTER_MS } from './support/extension-steps';
import { allowedWiki, writtenPractice } from './support/firefox-path';
import * as extension from './support/firefox-steps';
import { editWikiPage, pressInEditor, savePage, signInAtWiki } from './support/firefox-wiki-steps';
import { openFirefoxWorld, openTab } from './support/firefox-world';
import { DID } from './support/main-path';
import { useServers } from './support/servers';

const servers = useServers();

test('someone changes a page, is asked, writes two sentences, and the practice stands once in the community', async () => {
  const world = await openFirefoxWorld();
  await writtenPractice(world, servers, 'praxis:aktenplan', 'Mappen per zaak');
  await extension.send(world, servers.community);
  await world.screen.box('button', world.t('sidebar.undo')); // a press that a page stole can be taken back
  await extension.arrived(world, servers.community);
  const posts = await servers.community.postsWith('Mappen per zaak');
  expect(posts).toHaveLength(1);
  expect(posts[0]?.content).toContain(DID);
  expect(posts[0]?.content).toContain(`${servers.wiki.url}/doku.php?id=praxis:aktenplan`);
});

test('who allows a site is asked after the next save, also when the background was stopped in between', async () => {
  const world = await openFirefoxWorld();
  const page = await allowedWiki(world, servers.wiki);
  await world.stopBackground();
  await savePage(page, servers.wiki, 'praxis:gestopt', 'Een eerste versie.');
  await until('the chip', () => extension.isAsked(world), ASKED_WITHIN_MS);
});

test('a preview and a cancelled change ask nothing; the save after them does', async () => {
  const world = await openFirefoxWorld();
  const page = await allowedWiki(world, servers.wiki);
  await editWikiPage(page, servers.wiki, 'praxis:voorbeeld', 'Nog niet zeker.');
  await pressInEditor(page, 'preview');
  await wait(NOT_ASKED_AFTER_MS);
  expect(await extension.isAsked(world)).toBe(false);
  await pressInEditor(page, 'cancel');
  await wait(NOT_ASKED_AFTER_MS);
  expect(await extension.isAsked(world)).toBe(false);
  expect(servers.wiki.pageText('praxis:voorbeeld')).toBeNull();
  await savePage(page, servers.wiki, 'praxis:voorbeeld', 'Nu wel.');
  await until('the chip', () => extension.isAsked(world), ASKED_WITHIN_MS);
});

test('who says no in the browser’s prompt is told so, and nothing is watched', async () => {
  const world = await openFirefoxWorld();
  const page = await openTab(world, servers.wiki.url);
  await signInAtWiki(page, servers.wiki);
  await world.openPopup();
  await world.screen.click('button', world.t('popup.allow'));
  await world.answerPrompt('secondaryButton');
  await extension.reads(world, world.t('ui.permission-declined'));
  await world.screen.closePopups();
  await savePage(page, servers.wiki, 'praxis:geweigerd', 'Een eerste versie.');
  await wait(NOT_ASKED_AFTER_MS);
  expect(await extension.isAsked(world)).toBe(false);
});
