import type { Page } from 'puppeteer-core';
import { onTestFinished } from 'vitest';
import { type StartedFirefox, startFirefox } from '@/scripts/browsers/firefox';
import type { Text } from '@/utils/language';
import type { Language } from '@/utils/language/languages';
import { builtExtension, temporaryFolder } from './folders';
import { words } from './words';

/** A browser as a newcomer has it: the extension just installed, nothing allowed, nothing connected. */
export interface FirefoxWorld extends StartedFirefox {
  readonly t: Text;
}

/** Starts a new Firefox; it goes, with all that it kept, when the test has finished. */
export async function openFirefoxWorld(language: Language = 'nl'): Promise<FirefoxWorld> {
  const folder = temporaryFolder();
  onTestFinished(() => folder.remove());
  const firefox = await startFirefox({ extension: await builtExtension('firefox', folder), language });
  onTestFinished(firefox.close);
  // It comes to the front at its own time, and a prompt over another tab would not be shown then.
  const welcome = await firefox.opened('welcome.html');
  await welcome.close();
  return { ...firefox, t: words(language) };
}

/** A tab in front. */
export async function openTab({ browser }: FirefoxWorld, url: string): Promise<Page> {
  const page = await browser.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(url);
  await page.bringToFront();
  return page;
}
