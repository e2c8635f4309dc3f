import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from '@/scripts/browsers/until';
import { allowSite } from '@/tests/e2e/support/firefox-steps';
import { type FirefoxWorld, openFirefoxWorld, openTab } from '@/tests/e2e/support/firefox-world';
import { HAND_WITHIN_MS, type Hand } from './hand';
import { readActivities, SILENT_PAGE } from './read-activities';
import { standing } from './standing';
import type { Proof } from './walk';

/** Firefox at `url`, which was just allowed by popup and prompt; nobody is signed in. Closes when the test has finished. */
export async function openFirefoxProof(url: string): Promise<Proof<Page> & { world: FirefoxWorld }> {
  const world = await openFirefoxWorld();
  const screen = await openTab(world, url);
  screen.setDefaultTimeout(HAND_WITHIN_MS);
  await allowSite(world);
  const lookout = await world.open(SILENT_PAGE);
  await screen.bringToFront();
  return {
    screen,
    world,
    activities: () => lookout.evaluate(readActivities),
    standing: () => standing(screen),
  };
}

/** The hand of a person in this page of Firefox. */
export function firefoxHand(page: Page): Hand {
  const see = { visible: true };
  const click = async (selector: string) => {
    await page.waitForSelector(selector, see);
    await page.click(selector);
  };
  return {
    goto: async (address) => void (await page.goto(address)),
    address: () => page.url(),
    click,
    follow: async (selector) => void (await Promise.all([page.waitForNavigation(), click(selector)])),
    fill: (selector, text) => page.locator(selector).fill(text),
    type: async (selector, text) => {
      await click(selector);
      await page.keyboard.down('Control');
      await page.keyboard.press('End');
      await page.keyboard.up('Control');
      await page.keyboard.type(text);
    },
    choose: async (selector, ...paths) => {
      const field = (await page.waitForSelector(selector)) as ElementHandle<HTMLInputElement> | null;
      await field?.uploadFile(...paths);
    },
    waitFor: async (selector) => void (await page.waitForSelector(selector, see)),
    waitForGone: async (selector) => void (await page.waitForSelector(selector, { hidden: true })),
    opened: async (act) => {
      const before = await page.browser().pages();
      await act();
      const window = await until('a new window', async () =>
        (await page.browser().pages()).find((each) => !before.includes(each)),
      );
      await until('its page', () => window.evaluate(() => document.readyState === 'complete'));
      return firefoxHand(window);
    },
    close: () => page.close(),
  };
}
