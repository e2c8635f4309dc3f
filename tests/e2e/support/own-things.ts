import type { Page } from 'playwright-core';
import { EXTENSION_ID } from '@/scripts/browsers/chromium';

const OWN = `chrome-extension://${EXTENSION_ID}`;

/** What of ours is in a page: a world of scripts, a frame, an element beside head and body. */
export async function watchForOurs(page: Page): Promise<() => Promise<string[]>> {
  const worlds: string[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Runtime.executionContextCreated', ({ context: { origin, name } }) => {
    if (origin === OWN) worlds.push(`script world ${name}`);
  });
  await session.send('Runtime.enable');
  return async () => {
    const frames = page.frames().map((frame) => frame.url());
    const elements = await page.evaluate(() =>
      [...document.documentElement.children].map(({ localName }) => localName),
    );
    return [
      ...worlds,
      ...frames.filter((url) => url.startsWith(OWN)).map((url) => `frame ${url}`),
      ...elements.filter((name) => name !== 'head' && name !== 'body').map((name) => `element ${name}`),
    ];
  };
}
