import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** More than any page of ours has to stop at. */
const STOPS_AT_MOST = 60;

/** Presses Tab until the focus is there, as somebody without a mouse does. Each stop on the way must show its ring. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < STOPS_AT_MOST; stop += 1) {
    await page.keyboard.press('Tab');
    expect(await ringless(page)).toBeNull();
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${target}`);
}

/** Goes there with Tab and presses it. */
export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/**
 * Goes through the whole page with Tab. What can be pressed or filled in and was not met on the way; empty where the
 * keyboard reaches everything and comes out at the other end.
 */
export async function missedByTab(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
    scrollTo(0, 0);
  });
  const met: string[] = [];
  const wanted = await controls(page);
  for (let stop = 0; stop <= STOPS_AT_MOST; stop += 1) {
    await page.keyboard.press('Tab');
    expect(await ringless(page)).toBeNull();
    const at = await page.evaluate(() => {
      const here = document.activeElement;
      if (here === null || here === document.body) return null;
      const place = [...document.querySelectorAll('*')].indexOf(here);
      return `${place} ${here.outerHTML.slice(0, 120)}`;
    });
    if (at === null || met.includes(at)) return wanted.filter((control) => !met.includes(control));
    met.push(at);
  }
  throw new Error('Tab never comes out');
}

/** Everything that has to be reached, each by its place; a group of radio buttons is one. */
function controls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const inTurn =
      'button, a[href], input:not([type=radio]), input[type=radio]:checked, select, textarea, summary';
    return all
      .filter(
        (element) => element.matches(inTurn) && element.checkVisibility() && !element.closest('[inert]'),
      )
      .map((element) => `${all.indexOf(element)} ${element.outerHTML.slice(0, 120)}`);
  });
}

/** The focused element when nothing on the screen shows that it has the focus; null where something does. */
function ringless(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const here = document.activeElement;
    if (here === null || here === document.body) return null;
    const ringed = [here, here.closest('label')].some((element) => {
      if (element === null) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    return ringed ? null : here.outerHTML.slice(0, 200);
  });
}
