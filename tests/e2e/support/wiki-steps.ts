import type { Page } from 'playwright-core';
import { follow } from '@/scripts/browsers/follow';
import { type RealWiki, WIKI_MEMBER } from '@/tests/real/dokuwiki';

/** The editor's buttons: their labels are translated, their names are not. */
export type EditorButton = 'save' | 'preview' | 'cancel';

export async function signInAtWiki(page: Page, wiki: RealWiki): Promise<void> {
  await page.goto(`${wiki.url}/doku.php?id=start&do=login`);
  await page.locator('input[name=u]').fill(WIKI_MEMBER.name);
  await page.locator('input[name=p]').fill(WIKI_MEMBER.password);
  await page.locator('input[name=p]').press('Enter');
  await page.waitForURL((url) => url.searchParams.get('do') === null);
}

/** Opens a page in the wiki's editor and types. */
export async function editWikiPage(page: Page, wiki: RealWiki, id: string, text: string): Promise<void> {
  await page.goto(`${wiki.url}/doku.php?id=${id}&do=edit`);
  await page.locator('#wiki__text').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(text);
}

/** Presses a button under the editor and waits for the page that follows. */
export function pressInEditor(page: Page, button: EditorButton): Promise<void> {
  return follow(page, `button[name="do[${button}]"]`);
}

/** A saved change, as people make it. */
export async function savePage(page: Page, wiki: RealWiki, id: string, text: string): Promise<void> {
  await editWikiPage(page, wiki, id, text);
  await pressInEditor(page, 'save');
}
