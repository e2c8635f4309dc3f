import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { type ChromiumOptions, extensionPage, startChromium } from '@/scripts/browsers/chromium';
import type { Text } from '@/utils/language';
import type { Language } from '@/utils/language/languages';
import { builtExtension, temporaryFolder } from './folders';
import { words } from './words';

/** A browser as a newcomer has it: the extension just installed, nothing allowed, nothing connected. */
export interface ChromiumWorld {
  readonly context: BrowserContext;
  readonly language: Language;
  readonly t: Text;
  /** The folder of all that the browser keeps. */
  readonly profile: string;
  /** Everything that the extension's pages and worker wrote to their consoles. */
  readonly console: readonly string[];
}

type WorldOptions = Pick<ChromiumOptions, 'args'> & {
  readonly language?: Language;
  /** JavaScript that the worker runs before its own: something to look with, which changes nothing. */
  readonly workerHead?: string;
};

/** Starts a new Chromium; it goes, with all that it kept, when the test has finished. */
export async function openChromiumWorld(options: WorldOptions = {}): Promise<ChromiumWorld> {
  const world = await launchChromiumWorld(options);
  onTestFinished(world.close);
  return world;
}

/** The same for whoever closes it themselves. */
export async function launchChromiumWorld(
  options: WorldOptions = {},
): Promise<ChromiumWorld & { close(): Promise<void> }> {
  const { language = 'nl', workerHead, ...rest } = options;
  const folder = temporaryFolder();
  const profile = join(folder.path, 'profile');
  const extension = await builtExtension('chromium', folder);
  if (workerHead !== undefined) putBefore(join(extension, 'background.js'), workerHead);
  const { context, close } = await startChromium({
    extension,
    profile,
    language,
    ...rest,
  });
  const lines: string[] = [];
  context.on('console', (message) => lines.push(message.text()));
  context.on('dialog', (dialog) => void dialog.accept());
  // It comes to the front at its own time, and would close a popup that is open by then.
  const welcome = await extensionPage(context, 'welcome.html');
  await welcome.close();
  const closeAll = async (): Promise<void> => {
    await close();
    folder.remove();
  };
  return { context, language, t: words(language), profile, console: lines, close: closeAll };
}

function putBefore(path: string, text: string): void {
  writeFileSync(path, text + readFileSync(path, 'utf8'));
}

/** The tab or window that somebody opens by what they do. */
export async function openedBy(context: BrowserContext, act: () => Promise<void>): Promise<Page> {
  const [page] = await Promise.all([context.waitForEvent('page'), act()]);
  return page;
}

/** A tab in front. */
export async function openTab(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.bringToFront();
  return page;
}
