import type { Page } from 'playwright-core';
import { type RealWordpress, WORDPRESS_PEOPLE, type WordpressPerson } from '../wordpress';

/** What stands on the disk of the person who uploads. */
export interface Files {
  path(name: string): string;
}

/** What the steps of a walk share. */
export interface Desk {
  readonly wordpress: RealWordpress;
  readonly files: Files;
}

export async function signIn(page: Page, { url }: RealWordpress, who: WordpressPerson): Promise<void> {
  const { name, password } = WORDPRESS_PEOPLE[who];
  await page.goto(`${url}/wp-login.php`);
  await page.waitForTimeout(500); // its script puts the cursor into the first field, whatever stands there
  await page.fill('#user_login', name);
  await page.fill('#user_pass', password);
  await Promise.all([page.waitForURL('**/wp-admin/**'), page.click('#wp-submit')]);
}

export async function signOut(page: Page, { url }: RealWordpress): Promise<void> {
  await page.goto(`${url}/wp-admin/profile.php`);
  const address = await page.locator('#wp-admin-bar-logout a').getAttribute('href');
  await page.goto(address ?? '');
}

/** Opens something in the block editor. */
export async function openEditor(page: Page, { url }: RealWordpress, id: number): Promise<void> {
  await page.goto(`${url}/wp-admin/post.php?post=${id}&action=edit`);
  await page.waitForSelector('.editor-post-title__input');
}

/** Opens something new in the block editor. */
export async function openNew(page: Page, { url }: RealWordpress, type = 'post'): Promise<void> {
  await page.goto(`${url}/wp-admin/post-new.php?post_type=${type}`);
  await page.waitForSelector('.editor-post-title__input');
}

export async function writeTitle(page: Page, title: string): Promise<void> {
  await page.click('.editor-post-title__input');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(title);
}

/** Writes at the end of the text. */
export async function writeText(page: Page, text: string): Promise<void> {
  const paragraphs = page.locator('.block-editor-rich-text__editable.wp-block-paragraph');
  if ((await paragraphs.count()) === 0) {
    await page.click('.editor-post-title__input');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
  } else {
    await paragraphs.last().click();
    await page.keyboard.press('End');
  }
  await page.keyboard.type(text);
}

/** Presses and waits until the editor's API has answered a save, whatever it said. */
export async function pressAndSave(page: Page, selector: string): Promise<void> {
  const answered = page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && isSave(decodeURIComponent(answer.url())),
  );
  await page.click(selector);
  await answered;
}

function isSave(address: string): boolean {
  return /\/wp\/v2\/[a-z-]+\/\d+([?&]|$)/.test(address);
}

/** Opens the panel that asks once more, and publishes, schedules or submits by it. */
export async function publishByPanel(page: Page): Promise<void> {
  await page.click('.editor-post-publish-panel__toggle');
  await page.waitForSelector('.editor-post-publish-panel__header-publish-button button');
  await pressAndSave(page, '.editor-post-publish-panel__header-publish-button button');
}

/** The settings of the post beside it, as opposed to those of the block. */
export async function openPostSettings(page: Page): Promise<void> {
  if ((await page.locator('.edit-post-sidebar').count()) === 0)
    await page.click('.edit-post-header__settings .interface-pinned-items button');
  await page.click('.edit-post-sidebar__panel-tab >> nth=0');
}

/** Opens a folded part of the settings by its number among all of them that have this text in it. */
export async function unfold(page: Page, title: string): Promise<void> {
  const toggle = page.locator('.components-panel__body-toggle', { hasText: title });
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
}

/** The row of a post, or of a medium, in an admin list. */
export async function rowAction(page: Page, id: number, action: string): Promise<void> {
  await page.hover(`#post-${id}`);
  await page.click(`#post-${id} .row-actions .${action} a, #post-${id} .row-actions .${action} button`);
}
