import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '@/utils/language/languages';
import { openCommunity, type RealCommunity } from '../support/community';
import { arrangementsFor } from './support/arrangements';
import { signInAt } from './support/community-steps';
import { communityTour } from './support/community-tour';
import { flaws } from './support/flaws';
import { tabTo } from './support/keyboard';
import { openPlainChromium } from './support/plain-chromium';
import { PRACTICES } from './support/practice-texts';
import type { Look } from './support/tour';
import { words } from './support/words';

let browser: Browser;

beforeAll(async () => {
  browser = await openPlainChromium();
});

afterAll(async () => {
  await browser?.close();
});

describe.each(LANGUAGES)("the community's pages in %s", (language) => {
  const t = words(language);
  let community: RealCommunity;

  beforeAll(async () => {
    community = await openCommunity({ language });
  });
  afterAll(async () => {
    await community?.close();
  });

  test('have no flaw that axe or a narrow window shows', async () => {
    const found: Record<string, string[]> = {};
    const look: Look = async (name, page) => {
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      found[name] = await flaws(page, { arrangements: arrangementsFor(language) });
    };
    await communityTour({ browser, community, language, look });
    expect(Object.entries(found).filter(([, each]) => each.length > 0)).toEqual([]);
  });

  test('are used by keyboard: open a practice, and say thanks', async () => {
    const context = await browser.newContext({ locale: language });
    const page = await context.newPage();
    await signInAt(page, t, community.origin);
    await tabTo(page.getByRole('link', { name: t('server.skip') }));
    await tabTo(page.getByRole('link', { name: PRACTICES[language].later }).first());
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/@\w+\/\d+$/);
    const thanks = page.getByRole('button', { name: t('server.thank') });
    const before = await thanks.getAttribute('aria-pressed');
    await tabTo(thanks);
    await page.keyboard.press('Enter');
    await expect.poll(() => thanks.getAttribute('aria-pressed')).not.toBe(before);
    await context.close();
  });
});
