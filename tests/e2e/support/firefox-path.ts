import type { Page } from 'puppeteer-core';
import type { RealWiki } from '@/tests/real/dokuwiki';
import * as extension from './firefox-steps';
import { savePage, signInAtWiki } from './firefox-wiki-steps';
import { type FirefoxWorld, openTab } from './firefox-world';
import { CHANGE, DID } from './main-path';
import type { Servers } from './servers';

/**
 * Signed in at the wiki, which the person has just allowed in the popup; they are no newcomer any more. `file` is what
 * they took along from earlier work, null where they are one.
 */
export async function allowedWiki(world: FirefoxWorld, wiki: RealWiki, file?: string | null): Promise<Page> {
  const page = await openTab(world, wiki.url);
  await signInAtWiki(page, wiki);
  if (file !== null) await extension.bringEarlierWork(world, file);
  await page.bringToFront();
  await extension.allowSite(world);
  return page;
}

/** As far as the sidebar: asked about a saved page, with a practice written. Answers the page. */
export async function writtenPractice(
  world: FirefoxWorld,
  { wiki, community }: Servers,
  id: string,
  title: string,
): Promise<Page> {
  await extension.connectCommunity(world, community);
  const page = await allowedWiki(world, wiki);
  await savePage(page, wiki, id, CHANGE);
  await extension.shareFromChip(world);
  await extension.write(world, page, { title, did: DID });
  return page;
}
