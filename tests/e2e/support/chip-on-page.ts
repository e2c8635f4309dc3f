import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Serving } from '@/demo/run/serve';
import type { PromptOrder } from '@/utils/messaging/prompt-views';
import { type ChipNumbers, chipNumbers } from './chip-numbers';
import type { ChipPage } from './chip-pages';

/** The name under which a trace knows our script. */
export const IN_PAGE_SCRIPT = 'deelgenoot/in-page.js';

/** The chip's script in a page, and the background that it believes to speak to. */
export interface StandingChip {
  readonly page: Page;
  readonly session: CDPSession;
  numbers(): Promise<ChipNumbers>;
  /** Everything that it told the background, by name; its answers too. */
  told(): Promise<readonly string[]>;
}

/**
 * Runs the script of the built extension in a world of its own, as the browser does when the background injects it. The
 * background is played: when it asks, and about what, is tested elsewhere, and changes more often than what a chip is.
 */
export async function putChipOn(page: Page, order: PromptOrder): Promise<StandingChip> {
  const session = await page.context().newCDPSession(page);
  const run = await worldOfOurs(session);
  await run(playedBackground(order));
  await run(inPageScript('chrome'));
  const told = async () => (await run('told')) as string[];
  return { page, session, numbers: () => chipNumbers(session), told };
}

/** A new world in a page, as scripts of extensions have; answers how to run JavaScript there and have its outcome. */
export async function worldOfOurs(session: CDPSession): Promise<(expression: string) => Promise<unknown>> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'deelgenoot',
  });
  return async (expression) => {
    const how = { contextId, returnByValue: true, awaitPromise: true };
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, ...how });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}

/** Opens one of the pages as it is to be looked at: everything but print, which comes once the chip stands. */
export async function openChipPage(browser: Browser, { origin }: Serving, page: ChipPage): Promise<Page> {
  const { name, width = 1000, height = 600, textSize, media } = page;
  const context = await browser.newContext({ viewport: { width, height } });
  const opened = await context.newPage();
  if (media?.media === undefined) await opened.emulateMedia({ ...media, reducedMotion: 'reduce' });
  if (textSize !== undefined) {
    const session = await context.newCDPSession(opened);
    await session.send('Page.setFontSizes', { fontSizes: { standard: textSize } });
  }
  await opened.goto(`${origin}/${name}`);
  return opened;
}

/** Has a press fill the screen with what the page is about: the browser allows it to nothing else. */
export async function fillScreen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heading = document.querySelector('h1');
    heading?.addEventListener('click', () => void document.querySelector('main')?.requestFullscreen());
  });
  await page.click('h1');
  await page.waitForFunction(() => document.fullscreenElement !== null);
}

/** The script as it is shipped, with the name by which a trace tells it. */
export function inPageScript(browser: 'chrome' | 'firefox'): string {
  return `${readFileSync(`.output/${browser}-mv3/in-page.js`, 'utf8')}\n//# sourceURL=${IN_PAGE_SCRIPT}`;
}

/** JavaScript for the script's world: answers what it asks, and keeps what it was told. */
export function playedBackground(order: PromptOrder): string {
  return `globalThis.told = [];
    globalThis.browser = {
      runtime: {
        id: 'deelgenoot',
        getURL: (path) => path,
        onMessage: { addListener: () => undefined, removeListener: () => undefined },
        sendMessage: async ({ name, request }) => {
          told.push([name, request.answer].filter(Boolean).join(' '));
          return { ok: true, value: name === 'prompt:claim' ? ${JSON.stringify(order)} : null };
        },
      },
    };`;
}
