import type { Page } from 'playwright-core';
import { at, type WikiWorld } from './hand';

const SURFACE = '.ve-active .ve-ui-surface .ve-ce-documentNode[contenteditable=true]';
const SAVE = '.ve-ui-toolbar-saveButton a';
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

/** Saves what was typed, and waits for the page to be readable again. */
export async function saveVisually(page: Page): Promise<void> {
  await openSaveDialog(page);
  await page.click(`${DIALOG} .oo-ui-processDialog-actions-primary a`);
  await page.waitForSelector('html:not(.ve-active) #mw-content-text');
}
