import { expect, test } from 'vitest';
import { until } from '@/scripts/browsers/until';
import { stopWorker } from '@/scripts/browsers/worker';
import { allowedWiki, writtenPractice } from './support/chromium-path';
import { openChromiumWorld } from './support/chromium-world';
import * as extension from './support/extension-steps';
import { DID } from './support/main-path';
import { useServers } from './support/servers';
import { editWikiPage, pressInEditor, savePage } from './support/wiki-steps';

const servers = useServers();

test('someone changes a page, is asked, writes two sentences, and the practice stands once in the community', async () => {
  const world = await openChromiumWorld();
  const { sidebar } = await writtenPractice(world, servers, 'praxis:aktenplan', 'Mappen per zaak');
  await extension.send(world, sidebar, servers.community);
  await extension.arrived(world, sidebar, servers.community);
  const posts = await servers.community.postsWith('Mappen per zaak');
  expect(posts).toHaveLength(1);
  expect(posts[0]?.content).toContain(DID);
  expect(posts[0]?.content).toContain(`${servers.wiki.url}/doku.php?id=praxis:aktenplan`);
});

test('who allows a site is asked after the next save, also when the worker was stopped in between', async () => {
  const world = await openChromiumWorld();
  const page = await allowedWiki(world, servers.wiki);
  await stopWorker(world.context);
  await savePage(page, servers.wiki, 'praxis:gestopt', 'Een eerste versie.');
  await until('the chip', () => extension.isAsked(world, page), extension.ASKED_WITHIN_MS);
});

test('a preview and a cancelled change ask nothing; the save after them does', async () => {
  const world = await openChromiumWorld();
  const page = await allowedWiki(world, servers.wiki);
  await editWikiPage(page, servers.wiki, 'praxis:voorbeeld', 'Nog niet zeker.');
  await pressInEditor(page, 'preview');
  await page.waitForTimeout(extension.NOT_ASKED_AFTER_MS);
  expect(await extension.isAsked(world, page)).toBe(false);
  await pressInEditor(page, 'cancel');
  await page.waitForTimeout(extension.NOT_ASKED_AFTER_MS);
  expect(await extension.isAsked(world, page)).toBe(false);
  expect(servers.wiki.pageText('praxis:voorbeeld')).toBeNull();
  await savePage(page, servers.wiki, 'praxis:voorbeeld', 'Nu wel.');
  await until('the chip', () => extension.isAsked(world, page), extension.ASKED_WITHIN_MS);
});
