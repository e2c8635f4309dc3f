import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPopup } from '@/scripts/browsers/popup';
import { LANGUAGES, ownName } from '@/utils/language/languages';
import { openCommunity, type RealCommunity } from '../support/community';
import {
  type ChromiumWorld,
  launchChromiumWorld,
  openChromiumWorld,
  openedBy,
  openTab,
} from './support/chromium-world';
import { fillInJoining, type Person, sharePractices } from './support/community-steps';
import * as extension from './support/extension-steps';
import { PRACTICES } from './support/practice-texts';
import { openPopupTab } from './support/tour-steps';

let community: RealCommunity;
let member: Awaited<ReturnType<typeof launchChromiumWorld>>;
let link: string;

beforeAll(async () => {
  community = await openCommunity();
  for (const language of LANGUAGES) await sharePractices(community, language);
  member = await launchChromiumWorld();
  await extension.connectCommunity(member, community);
  link = await copiedInvitation(member);
});

afterAll(async () => {
  await member?.close();
  await community?.close();
});

/** Makes a link in the popup and takes it from the clipboard, as one does who sends it to somebody. */
async function copiedInvitation({ context, t }: ChromiumWorld): Promise<string> {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const popup = await openPopupTab({ context, t });
  await popup.getByText(t('popup.invite-make'), { exact: true }).click();
  await popup.getByRole('button', { name: t('popup.invite-copy-link') }).click();
  await popup.getByText(t('ui.copied')).first().waitFor();
  const copied = await popup.evaluate(() => navigator.clipboard.readText());
  for (const language of LANGUAGES) {
    await popup.getByLabel(t('popup.invite-language')).selectOption({ label: ownName(language) });
    expect(await popup.getByLabel(t('popup.invite-text'), { exact: true }).inputValue()).toContain(copied);
  }
  await popup.close();
  return copied;
}

/** Reads what the link shows, before anything is asked. */
async function readThree(page: Page, { language, t }: ChromiumWorld): Promise<void> {
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  const titles = await page.getByRole('article').getByRole('heading', { level: 2 }).allTextContents();
  const { title, scans, later } = PRACTICES[language];
  expect(titles.sort()).toEqual([title, scans, later].sort());
  expect(await page.getByRole('article').first().textContent()).toContain(PRACTICES[language].did);
  expect(await page.locator('input, textarea, select, button').count()).toBe(0);
  await page.getByRole('link', { name: t('server.become-member') }).click();
}

/** From the community's own page to the extension: copies the address, opens the popup, pastes, allows. */
async function connectFrom(page: Page, { context, t }: ChromiumWorld): Promise<Page> {
  const address = await page.getByLabel(t('server.welcome-address')).inputValue();
  const popup = await openPopup(context, page);
  const options = await openedBy(context, () => popup.click('button', t('popup.connect')));
  await options.getByLabel(t('options.address')).fill(address);
  const connect = options.getByRole('button', { name: t('options.connect-action') });
  const consent = await openedBy(context, () => connect.click());
  await consent.getByRole('button', { name: t('server.allow') }).click(); // signed in since joining
  await options.getByText(community.name, { exact: true }).first().waitFor();
  return options;
}

test.each(LANGUAGES)('whoever gets the link reads, joins, connects and reads on in %s', async (language) => {
  const world = await openChromiumWorld({ language });
  const { context, t } = world;
  const newcomer: Person = {
    displayName: `Bert (${language})`,
    handle: `bert_${language}`,
    password: 'een-lang-nieuw-wachtwoord',
  };
  const page = await openTab(context, link);
  await readThree(page, world);
  await fillInJoining(page, t, newcomer);
  await page.waitForURL(`${community.origin}/welcome`);
  await page.getByRole('heading', { name: t('server.welcome', { name: newcomer.displayName }) }).waitFor();
  const options = await connectFrom(page, world);
  const account = `${newcomer.displayName} (@${newcomer.handle})`;
  await options.getByText(t('popup.connected-as', { account })).waitFor();

  await page.bringToFront();
  await page.getByRole('link', { name: t('server.welcome-read') }).click();
  await page.getByRole('heading', { name: t('server.timeline') }).waitFor();
  for (const { title } of Object.values(PRACTICES)) {
    await page.getByRole('link', { name: title }).waitFor();
  }
});
