import type { Page } from 'playwright-core';
import { at, type WikiWorld } from './hand';

const SURFACE = '.ve-active .ve-ui-surface .ve-ce-documentNode[contenteditable=true]';
const SAVE = 'a.ve-ui-toolbar-saveButton';
const DIALOG = '.ve-ui-mwSaveDialog';

/** Opens a page in VisualEditor and types at its end. */
export async function typeVisually(page: Page, world: WikiWorld, title: string, text: string): Promise<void> {
  await page.goto(at(world, title, 'veaction=edit'));
  await page.waitForSelector(SURFACE);
  await page.click(SURFACE);
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(text);
}

/** Opens the dialog that asks for a summary. */
export async function openSaveDialog(page: Page): Promise<void> {
  await page.click(SAVE);
  await page.waitForSelector(`${DIALOG} .oo-ui-processDialog-actions-primary a`);
}

/** Saves what was typed, and waits for the page to be readable again: a new one is loaded afresh. */
export async function saveVisually(page: Page, { isNew = false } = {}): Promise<void> {
  await openSaveDialog(page);
  const readable = isNew ? page.waitForEvent('load') : page.waitForSelector('html:not(.ve-active)');
  await page.click(`${DIALOG} .oo-ui-processDialog-actions-primary a`);
  await readable;
}

/** Looks at what would be saved, first as it will look and then as wikitext, which the wiki compares. */
export async function reviewVisually(page: Page): Promise<void> {
  await page.click(`${DIALOG} .oo-ui-processDialog-actions-other a`);
  await page.waitForSelector(`${DIALOG} .ve-ui-diffElement`);
  const compared = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes('diff'));
  await page.click(`${DIALOG} .ve-ui-mwSaveDialog-reviewMode > :last-child a`);
  await compared;
}

const MEDIA = '.ve-ui-mwMediaDialog';
/** Presses before that do nothing, and nothing on the page says so. */
const NAME_IS_CHECKED_MS = 2_000;
const PRIMARY = `${MEDIA} .oo-ui-processDialog-actions-primary .oo-ui-widget-enabled a`;

/** Uploads a picture in the dialog for media, under this name, and answers once the dialog has. */
export async function uploadVisually(page: Page, path: string, name: string): Promise<void> {
  await page.evaluate(() => {
    const { ve } = window as unknown as {
      ve: { init: { target: { getSurface(): { execute(...command: string[]): void } } } };
    };
    ve.init.target.getSurface().execute('window', 'open', 'media');
  });
  await page.waitForSelector(`${MEDIA}.oo-ui-window-ready`); // until then it goes back to its first tab by itself
  await page.locator(`${MEDIA}-panel-search .oo-ui-tabOptionWidget`).nth(1).click();
  const owner = page.locator(`${MEDIA} .oo-ui-checkboxInputWidget:visible`);
  await owner.waitFor(); // the form is emptied before it is shown
  await page.setInputFiles(`${MEDIA} input[type=file]`, path);
  await owner.click();
  await page.click(PRIMARY);
  const form = `${MEDIA} .mw-upload-bookletLayout-infoForm`;
  await page.locator(`${form} input[type=text]:visible`).first().fill(name);
  await page.locator(`${form} textarea:visible`).first().fill('A picture.');
  await page.waitForTimeout(NAME_IS_CHECKED_MS);
  await page.click(PRIMARY);
  await page.waitForSelector(
    `${MEDIA}-panel-imageinfo:not(.oo-ui-element-hidden), ${MEDIA} .oo-ui-processDialog-errors:not(.oo-ui-element-hidden)`,
  );
}
