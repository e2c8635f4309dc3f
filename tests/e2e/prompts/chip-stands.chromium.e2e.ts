import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Serving } from '@/demo/run/serve';
import { until } from '@/scripts/browsers/until';
import type { PromptOrder } from '@/utils/messaging/prompt-views';
import { isChipSeen, openToScripts } from '../support/chip-numbers';
import { fillScreen, openChipPage, putChipOn, type StandingChip } from '../support/chip-on-page';
import { aChipOrder, LONG_SENTENCE } from '../support/chip-orders';
import { CHIP_PAGES, type ChipPage, chipPage, openChipPages } from '../support/chip-pages';
import { expectWellPlaced, isApart, painted, press, watchShifts } from '../support/chip-steps';
import { axeFlaws } from '../support/flaws';
import { longestTaskOfOurs } from '../support/our-tasks';
import { openPlainChromium } from '../support/plain-chromium';
import { words } from '../support/words';

const t = words();
let pages: Serving;
let browser: Browser;

beforeAll(async () => {
  [pages, browser] = await Promise.all([openChipPages(), openPlainChromium()]);
});
afterAll(async () => {
  await browser.close();
  await pages.close();
});

async function open(on: ChipPage): Promise<Page> {
  const page = await openChipPage(browser, pages, on);
  onTestFinished(() => page.context().close());
  return page;
}

async function standing(on: ChipPage, order: PromptOrder = aChipOrder()): Promise<StandingChip> {
  const there = await putChipOn(await open(on), order);
  await there.numbers();
  return there;
}

const CORNERS = { name: 'corners', width: 400, height: 300 };
const WITHOUT_A_CHIP = ['full-screen', 'print'];

describe.each(CHIP_PAGES.filter(({ name }) => !WITHOUT_A_CHIP.includes(name)))('on the page $name', (on) => {
  const scale = (on.textSize ?? 16) / 16;

  test.each([
    ['one activity', undefined],
    ['three', LONG_SENTENCE],
  ])('asking about %s it is small, in sight and off the focus', async (_, sentence) => {
    const { page, numbers } = await standing(on, aChipOrder('nl', sentence));
    if (on.name === 'form-in-corner') await page.focus('form button');
    await painted(page);
    const seen = await numbers();
    expectWellPlaced(seen);
    expect(seen.chip.width).toBeLessThanOrEqual(320 * scale);
    expect(seen.chip.height).toBeLessThanOrEqual(72 * scale);
    expect(seen.sentence.title).toBe(seen.sentence.text);
  });

  test('with everything open it is in sight, whole and without flaws', async () => {
    const there = await standing(on, aChipOrder('nl', LONG_SENTENCE));
    await press(there, t('chip.more'));
    await press(there, t('chip.why'));
    const seen = await there.numbers();
    expectWellPlaced(seen);
    expect(seen.sentence.isWhole).toBe(true);
    await openToScripts(there.session);
    expect(await axeFlaws(there.page.mainFrame(), '[data-chip]')).toEqual([]);
  });
});

test('in the smallest window the answers stay in reach, whatever is open', async () => {
  const there = await standing(
    { ...chipPage('light'), width: 320, height: 256 },
    aChipOrder('nl', LONG_SENTENCE),
  );
  await press(there, t('chip.more'));
  await press(there, t('chip.why'));
  expectWellPlaced(await there.numbers());
  await press(there, t('chip.not-now'));
  await until('the answer', async () => (await there.told()).includes('prompt:answer not-now'));
});

test('it shifts nothing on the page, and takes no long task', async () => {
  const page = await open({ ...CORNERS, height: 256 });
  await page.evaluate(watchShifts);
  const longest = await longestTaskOfOurs(browser, page, async () => {
    const there = await putChipOn(page, aChipOrder());
    await there.numbers();
    await page.waitForTimeout(300); // what comes late comes by then
    await press(there, t('chip.more'));
    await press(there, t('chip.more'));
    await page.mouse.click(1, 100);
    await page.waitForTimeout(600); // later than what a browser puts down to a press
    await page.getByRole('textbox').focus(); // it folds
    await painted(page);
    await page.getByRole('button', { name: 'bottom right' }).focus(); // and opens, and steps aside
    await painted(page);
    expect((await there.numbers()).targets.length).toBeGreaterThan(1);
  });
  expect(await page.evaluate('shifts')).toEqual([]);
  expect(longest).toBeLessThan(50);
});

test('paper shows nothing of it', async () => {
  const { page, session } = await standing(chipPage('print'));
  await page.emulateMedia({ media: 'print' });
  expect(await isChipSeen(session)).toBe(false);
});

test('on a full screen it waits, without a trace in the page', async () => {
  const page = await open(chipPage('full-screen'));
  await fillScreen(page);
  const children = await page.evaluate(() => document.documentElement.children.length);
  const { session, told } = await putChipOn(page, aChipOrder());
  await page.waitForTimeout(600); // longer than it takes to look again
  expect(await page.evaluate(() => document.documentElement.children.length)).toBe(children);
  await page.evaluate(() => document.exitFullscreen());
  await until('the chip', () => isChipSeen(session));
  await page.click('h1');
  await until('its going', async () => !(await isChipSeen(session)));
  expect(await told()).toEqual(['prompt:claim']);
});

describe('what has the focus is never covered', () => {
  test.each(['open', 'folded'] as const)('by the chip that is %s, in any corner', async (form) => {
    const there = await standing(CORNERS);
    const { page, numbers } = there;
    if (form === 'folded') await press(there, t('chip.fold'));
    for (const corner of ['top left', 'top right', 'bottom left', 'bottom right']) {
      await page.getByRole('button', { name: corner }).focus();
      await painted(page);
      const seen = await numbers();
      expect(seen.focus).not.toBeNull();
      expectWellPlaced(seen);
    }
  });

  test('it folds where there is no room, and comes back', async () => {
    const { page, numbers } = await standing({ ...CORNERS, height: 256 });
    await page.getByRole('textbox').focus();
    await painted(page);
    const crowded = await numbers();
    expect(crowded.targets.map(({ name }) => name)).toEqual([t('chip.unfold')]);
    expectWellPlaced(crowded);
    await page.getByRole('button', { name: 'top left' }).focus();
    await painted(page);
    expect((await numbers()).targets.map(({ name }) => name)).toContain(t('chip.share'));
  });
});

test.each([
  ['a desk', {}],
  ['a telephone, or a desk at four times the size', { width: 320, height: 256 }],
])('on %s a notice at the foot of the page stays free until it has gone', async (_, size) => {
  const { page, numbers } = await standing({ ...chipPage('cookie-banner'), ...size });
  const bar = await page.locator('.cookies').boundingBox();
  const { chip, view } = await numbers();
  expect(bar && isApart(bar, chip)).toBe(true);
  await page.evaluate(() => document.querySelector('.cookies')?.remove());
  await until('it comes down', async () => {
    const { y, height } = (await numbers()).chip;
    return y + height > view.height - 20;
  });
});
