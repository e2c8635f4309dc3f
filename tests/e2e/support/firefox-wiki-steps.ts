import type { Page } from 'puppeteer-core';
import { type RealWiki, WIKI_MEMBER } from '@/tests/real/dokuwiki';
import type { EditorButton } from './wiki-steps';

export async function signInAtWiki(page: Page, wiki: RealWiki): Promise<void> {
  await page.goto(`${wiki.url}/doku.php?id=start&do=login`);
  await page.type('input[name=u]', WIKI_MEMBER.name);
  await page.type('input[name=p]', WIKI_MEMBER.password);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

/** Opens a page in the wiki's editor and types. */
export async function editWikiPage(page: Page, wiki: RealWiki, id: string, text: string): Promise<void> {
  await page.goto(`${wiki.url}/doku.php?id=${id}&do=edit`);
  await page.type('#wiki__text', text);
}

/** Presses a button under the editor and waits for the page that follows. */
export async function pressInEditor(page: Page, button: EditorButton): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(`button[name="do[${button}]"]`)]);
}

/** A saved change, as people make it. */
export async function savePage(page: Page, wiki: RealWiki, id: string, text: string): Promise<void> {
  await editWikiPage(page, wiki, id, text);
  await pressInEditor(page, 'save');
}
