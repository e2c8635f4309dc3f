import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Focus, Surface } from '@/scripts/browsers/surface';

/** More than any page of ours has to stop at; a field for a date or an hour is several. */
const STOPS_AT_MOST = 150;
const TOLD_WITHIN_MS = 500;

/** Presses Tab until the focus is there, as somebody without a mouse does. Each stop on the way must show itself and its ring. */
export async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < STOPS_AT_MOST; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await target.page().keyboard.press('Tab');
    expect(await target.evaluate(ringless)).toBeNull();
    expect(await target.evaluate(buried)).toBeNull();
  }
  throw new Error(`Tab does not reach ${target}`);
}

/** Goes there with Tab and presses it. */
export async function press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

/** Goes there with Tab and types. */
export async function typeIn(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.type(text);
}

/** The same for what stands in a closed shadow root: the chip, and the sidebar's bar. */
export async function tabToName(page: Page, surface: Surface, name: string, key = 'Tab'): Promise<void> {
  let focus = await surface.focus();
  for (let stop = 0; stop < STOPS_AT_MOST; stop += 1) {
    await page.keyboard.press(key);
    focus = await nextFocus(surface, focus);
    if (focus?.name !== name) continue;
    expect(focus.ringed).toBe(true);
    return;
  }
  throw new Error(`Tab does not reach ${name}`);
}

/** A busy browser tells of a new focus a little late, and of none where it stays in a frame or goes to a namesake. */
async function nextFocus(surface: Surface, before: Focus | undefined): Promise<Focus | undefined> {
  const told = JSON.stringify(before);
  for (const end = Date.now() + TOLD_WITHIN_MS; ; ) {
    const focus = await surface.focus();
    if (JSON.stringify(focus) !== told || Date.now() > end) return focus;
  }
}

/**
 * Goes through the whole page with Tab. What can be pressed or filled in and was not met on the way; empty where the
 * keyboard reaches everything and comes out at the other end.
 */
export async function missedByTab(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
  });
  await page.keyboard.press('Tab'); // from wherever it was on to the next, and so past the end to the beginning
  const met = new Set<string>();
  let before: string | null = null;
  for (let stop = 0; stop <= 2 * STOPS_AT_MOST; stop += 1) {
    expect(await page.evaluate(ringless)).toBeNull();
    expect(await page.evaluate(buried)).toBeNull();
    const at = await page.evaluate(placeOfFocus);
    const isWithin = at === before; // the hours of a field and its minutes are two stops of one
    if (at !== null && met.has(at) && !isWithin) {
      const wanted = await page.evaluate(controls);
      return wanted.filter((control) => !met.has(control));
    }
    if (at !== null) met.add(at);
    before = at;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never comes round');
}

/** Where the focus is, told as `controls` does; null where it is on the page as a whole. */
function placeOfFocus(): string | null {
  const here = document.activeElement;
  if (here === null || here === document.body) return null;
  return `${[...document.querySelectorAll('*')].indexOf(here)} ${here.outerHTML.slice(0, 120)}`;
}

/** Everything that has to be reached, each by its place; a group of radio buttons is one, and so is a toolbar. */
function controls(): string[] {
  const all = [...document.querySelectorAll('*')];
  const inTurn =
    'button:not([role=toolbar] [tabindex="-1"]), a[href], input:not([type=radio]), input[type=radio]:checked, select, textarea, summary';
  return all
    .filter((element) => element.matches(inTurn) && element.checkVisibility() && !element.closest('[inert]'))
    .map((element) => `${all.indexOf(element)} ${element.outerHTML.slice(0, 120)}`);
}

/** The focused element when nothing on the screen shows that it has the focus; null where something does. */
function ringless(): string | null {
  const here = document.activeElement;
  if (here === null || here === document.body) return null;
  const ringed = [here, here.closest('label')].some((element) => {
    if (element === null) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
  return ringed ? null : here.outerHTML.slice(0, 200);
}

/** The focused element when something lies over all of it, as a bar at the edge may; null where it can be seen. */
function buried(): string | null {
  const here = document.activeElement;
  if (here === null || here === document.body || here.matches('iframe')) return null;
  const { left, top, width, height } = here.getBoundingClientRect();
  const isSeen = [0.1, 0.5, 0.9].some((part) => {
    const there = document.elementFromPoint(left + width / 2, top + height * part);
    return there !== null && (here.contains(there) || there.contains(here));
  });
  return isSeen ? null : here.outerHTML.slice(0, 200);
}
