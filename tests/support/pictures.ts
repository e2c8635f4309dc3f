import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openPopup } from '@/scripts/browsers/popup';
import { arrange, arrangementsFor } from '@/tests/e2e/support/arrangements';
import { fillScreen, openChipPage, putChipOn } from '@/tests/e2e/support/chip-on-page';
import { aChipOrder } from '@/tests/e2e/support/chip-orders';
import { CHIP_PAGES, openChipPages } from '@/tests/e2e/support/chip-pages';
import { launchChromiumWorld, openTab } from '@/tests/e2e/support/chromium-world';
import { communityTour } from '@/tests/e2e/support/community-tour';
import { openIntranet } from '@/tests/e2e/support/intranet';
import { openPlainChromium } from '@/tests/e2e/support/plain-chromium';
import { type Look, tour } from '@/tests/e2e/support/tour';
import { openCommunity } from '@/tests/support/community';
import type { Language } from '@/utils/language/languages';

/** What stands at a place in the window is shown as a window shows it; other pages are shown whole. */
const AS_IN_A_WINDOW = /^(chip|sidebar-on-page|options-erase|options-retention|popup-withdraw|popup-mark)/;
const WINDOW_HEIGHT = 900;
const LONGEST = 4_000;
const CHIP_STANDS_AFTER_MS = 500;

type Keep = (name: string, picture: Buffer) => void;

/** Takes both tours in one language and keeps a picture of each stop in each arrangement; tells of each file. */
export async function takePictures(
  language: Language,
  folder: string,
  tell: (file: string) => void,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const keep: Keep = (name, picture) => {
    const file = join(folder, `${name}.png`);
    writeFileSync(file, picture);
    tell(file);
  };
  await communityPictures(language, keep);
  await extensionPictures(language, keep);
  await chipPictures(language, keep); // with what the extension's tour has built
}

/** The chip on pages that are hard on it. */
async function chipPictures(language: Language, keep: Keep): Promise<void> {
  const [browser, pages] = await Promise.all([openPlainChromium(), openChipPages()]);
  try {
    for (const on of CHIP_PAGES) {
      const page = await openChipPage(browser, pages, on);
      if (on.name === 'full-screen') await fillScreen(page);
      await putChipOn(page, aChipOrder(language));
      if (on.name === 'form-in-corner') await page.focus('form button');
      await page.waitForTimeout(CHIP_STANDS_AFTER_MS);
      if (on.media?.media !== undefined) await page.emulateMedia(on.media);
      keep(`chip-on-${on.name}-${language}`, await page.screenshot());
      await page.context().close();
    }
  } finally {
    await browser.close();
    await pages.close();
  }
}

async function communityPictures(language: Language, keep: Keep): Promise<void> {
  const community = await openCommunity({ language, name: NAMES[language] });
  const browser = await openPlainChromium();
  try {
    await communityTour({ browser, community, language, look: photographer(language, 'community-', keep) });
  } finally {
    await browser.close();
    await community.close();
  }
}

async function extensionPictures(language: Language, keep: Keep): Promise<void> {
  const [community, intranet] = await Promise.all([
    openCommunity({ language, name: NAMES[language] }),
    openIntranet(language),
  ]);
  const world = await launchChromiumWorld({ language });
  try {
    await tour({ world, community, intranet, look: photographer(language, '', keep) });
    const { context, t } = world;
    const page = await openTab(context, intranet.origin);
    const popup = await openPopup(context, page);
    await popup.box('button', t('popup.write'));
    keep(`popup-in-toolbar-${language}`, await popup.screenshot());
  } finally {
    await world.close();
    await Promise.all([community.close(), intranet.close()]);
  }
}

function photographer(language: Language, before: string, keep: Keep): Look {
  return async (name, page) => {
    for (const arrangement of arrangementsFor(language)) {
      const { colorScheme, width } = arrangement;
      await arrange(page, arrangement, WINDOW_HEIGHT);
      if (!AS_IN_A_WINDOW.test(name)) await arrange(page, arrangement, await heightOf(page));
      await painted(page);
      keep(`${before}${name}-${language}-${colorScheme}-${width}`, await page.screenshot());
    }
  };
}

const NAMES: Readonly<Record<Language, string>> = {
  nl: 'Oevermeer deelt',
  fr: 'Oevermeer partage',
  de: 'Oevermeer teilt',
  en: 'Oevermeer shares',
};

/** A frame of another process shows its new size a little later than the page around it. */
async function painted(page: Page): Promise<void> {
  const twoFrames = (): Promise<void> =>
    new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(() => settle())));
  for (const frame of page.frames()) await frame.evaluate(twoFrames);
}

/** As high as the page needs, so that what is fixed to the window's edge stands at the end of it. */
async function heightOf(page: Page): Promise<number> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  return Math.min(Math.max(height, 1), LONGEST);
}
