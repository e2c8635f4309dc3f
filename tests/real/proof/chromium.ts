import type { Page } from 'playwright-core';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { follow } from '@/scripts/browsers/follow';
import { type ChromiumWorld, openChromiumWorld, openedBy, openTab } from '@/tests/e2e/support/chromium-world';
import { allowSite } from '@/tests/e2e/support/extension-steps';
import { HAND_WITHIN_MS, type Hand } from './hand';
import { readActivities, SILENT_PAGE } from './read-activities';
import { standing } from './standing';
import type { Proof } from './walk';

/** Chromium at `url`, which was just allowed by the popup; nobody is signed in. Closes when the test has finished. */
export async function openChromiumProof(url: string): Promise<Proof<Page> & { world: ChromiumWorld }> {
  const world = await openChromiumWorld();
  const screen = await openTab(world.context, url);
  screen.setDefaultTimeout(HAND_WITHIN_MS);
  await allowSite(world, screen);
  const lookout = await openTab(world.context, extensionUrl(SILENT_PAGE));
  await screen.bringToFront();
  return {
    screen,
    world,
    activities: () => lookout.evaluate(readActivities),
    standing: () => standing(screen),
  };
}

/** The hand of a person in this page of Chromium. */
export function chromiumHand(page: Page): Hand {
  return {
    goto: async (address) => void (await page.goto(address)),
    address: () => page.url(),
    click: (selector) => page.click(selector),
    follow: (selector) => follow(page, selector),
    fill: (selector, text) => page.fill(selector, text),
    type: async (selector, text) => {
      await page.click(selector);
      await page.keyboard.press('ControlOrMeta+End');
      await page.keyboard.type(text);
    },
    choose: (selector, ...paths) => page.setInputFiles(selector, paths),
    waitFor: async (selector) => void (await page.waitForSelector(selector)),
    waitForGone: async (selector) => void (await page.waitForSelector(selector, { state: 'hidden' })),
    opened: async (act) => {
      const window = await openedBy(page.context(), act);
      await window.waitForLoadState();
      return chromiumHand(window);
    },
    close: () => page.close(),
  };
}
