import type { Frame, Page } from 'playwright-core';
import type { RealWiki } from '@/tests/real/dokuwiki';
import { type ChromiumWorld, openTab } from './chromium-world';
import * as extension from './extension-steps';
import { CHANGE, DID } from './main-path';
import type { Servers } from './servers';
import { savePage, signInAtWiki } from './wiki-steps';

/**
 * Signed in at the wiki, which the person has just allowed in the popup; they are no newcomer any more. `file` is what
 * they took along from earlier work, null where they are one.
 */
export async function allowedWiki(world: ChromiumWorld, wiki: RealWiki, file?: string | null): Promise<Page> {
  const page = await openTab(world.context, wiki.url);
  await signInAtWiki(page, wiki);
  if (file !== null) await extension.bringEarlierWork(world, file);
  await page.bringToFront();
  await extension.allowSite(world, page);
  return page;
}

/** As far as the sidebar: asked about a saved page, with a practice written. */
export async function writtenPractice(
  world: ChromiumWorld,
  { wiki, community }: Servers,
  id: string,
  title: string,
): Promise<{ page: Page; sidebar: Frame }> {
  await extension.connectCommunity(world, community);
  const page = await allowedWiki(world, wiki);
  await savePage(page, wiki, id, CHANGE);
  const sidebar = await extension.shareFromChip(world, page);
  await extension.write(world, sidebar, { title, did: DID });
  return { page, sidebar };
}
