import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openPopup } from '@/scripts/browsers/popup';
import { ARRANGEMENTS, arrange } from '@/tests/e2e/support/arrangements';
import { launchChromiumWorld, openTab } from '@/tests/e2e/support/chromium-world';
import { openIntranet } from '@/tests/e2e/support/intranet';
import { type Look, tour } from '@/tests/e2e/support/tour';
import { MEMBER, openCommunity } from '@/tests/support/community';
import type { Text } from '@/utils/language';
import type { Language } from '@/utils/language/languages';

/** What stands at a place in the window is shown as a window shows it; other pages are shown whole. */
const AS_IN_A_WINDOW = /^(chip|sidebar-on-page|options-erase)/;
const WINDOW_HEIGHT = 900;
const LONGEST = 4_000;

/** Takes the tour in one language and keeps a picture of each stop in each arrangement; tells of each file. */
export async function takePictures(
  language: Language,
  folder: string,
  tell: (file: string) => void,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const [community, intranet] = await Promise.all([
    openCommunity({ language, name: NAMES[language] }),
    openIntranet(language),
  ]);
  const world = await launchChromiumWorld({ language });
  const keep = (name: string, picture: Buffer): void => {
    const file = join(folder, `${name}.png`);
    writeFileSync(file, picture);
    tell(file);
  };
  const look: Look = async (name, page) => {
    for (const arrangement of ARRANGEMENTS) {
      const { colorScheme, width } = arrangement;
      await arrange(page, arrangement, WINDOW_HEIGHT);
      if (!AS_IN_A_WINDOW.test(name)) await arrange(page, arrangement, await heightOf(page));
      await painted(page);
      keep(`${name}-${language}-${colorScheme}-${width}`, await page.screenshot());
    }
  };
  try {
    await tour({ world, community, intranet, look });
    const { context, t } = world;
    const page = await openTab(context, intranet.origin);
    const popup = await openPopup(context, page);
    await popup.box('button', t('popup.write'));
    keep(`popup-in-toolbar-${language}`, await popup.screenshot());
    await communityPages(page, community.origin, t, look);
  } finally {
    await world.close();
    await Promise.all([community.close(), intranet.close()]);
  }
}

/** What a member reads, and what a colleague meets who gets an invitation. */
async function communityPages(page: Page, origin: string, t: Text, look: Look): Promise<void> {
  await page.goto(origin);
  await look('timeline', page);
  await page.getByRole('article').getByRole('link').first().click();
  await page.waitForURL(new RegExp(`/@${MEMBER.handle}/\\d+$`));
  await look('practice', page);
  await page.goto(`${origin}/invitations`);
  await page.getByRole('button', { name: t('server.make-invitation') }).click();
  const invitation = (await page.getByRole('status').textContent()) ?? '';
  await look('invitation', page);
  await page.context().clearCookies();
  await page.goto(invitation.trim());
  await look('joining', page);
  await page.goto(`${origin}/sign-in`);
  await look('sign-in', page);
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
