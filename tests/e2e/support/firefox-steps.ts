import type { Page } from 'puppeteer-core';
import { earlierWork } from '@/demo/run/earlier-work';
import { until } from '@/scripts/browsers/until';
import { MEMBER, type RealCommunity } from '@/tests/support/community';
import { ASKED_WITHIN_MS, DELIVERED_WITHIN_MS, nothingWritten, type Written } from './extension-steps';
import type { FirefoxWorld } from './firefox-world';

/** Presses "allow" in the toolbar's popup and in the browser's own prompt, over the tab in front. */
export async function allowSite(world: FirefoxWorld): Promise<void> {
  const { openPopup, screen, answerPrompt, t } = world;
  await openPopup();
  await screen.click('button', t('popup.allow'));
  await answerPrompt();
  await reads(world, t('popup.site-granted'));
  await screen.closePopups();
}

/** As in Chromium; the file is given to the page's own picker, for no driver reaches the window that would offer it. */
export async function bringEarlierWork(
  { open, t }: FirefoxWorld,
  file: string = earlierWork(Date.now()),
): Promise<void> {
  const options = await open('options.html');
  const choose = (name: string, text: string): boolean => {
    const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === name);
    const picker = label?.querySelector('input');
    const chosen = new DataTransfer();
    chosen.items.add(new File([text], 'deelgenoot.json', { type: 'application/json' }));
    if (!picker) return false;
    picker.files = chosen.files;
    return picker.dispatchEvent(new Event('change', { bubbles: true }));
  };
  await until('the way to put a file back', () => options.evaluate(choose, t('options.import'), file));
  const said = nothingWritten(t);
  await until(said, () => options.evaluate((words) => document.body.innerText.includes(words), said));
  await options.close();
}

/** Connects a community of one's own organisation: address, permission for it, sign-in, consent. */
export async function connectCommunity(world: FirefoxWorld, community: RealCommunity): Promise<void> {
  const { open, screen, answerPrompt, t } = world;
  const options = await open('options.html#communities');
  await options.bringToFront();
  await type(world, options, t('options.address'), community.origin);
  await screen.click('button', t('options.connect-action'));
  await answerPrompt();
  const consent = await signInWindow(world, community);
  await consent.type('input[autocomplete=username]', MEMBER.handle);
  await consent.type('input[type=password]', MEMBER.password);
  await pressOn(consent, t('server.sign-in'));
  await pressOn(consent, t('server.allow'));
  await until('the connection', () => screen.has('StaticText', community.name), DELIVERED_WITHIN_MS);
  await options.close();
}

function signInWindow({ browser }: FirefoxWorld, { origin }: RealCommunity): Promise<Page> {
  return until("the community's sign-in", async () =>
    (await browser.pages()).find((page) => page.url().startsWith(origin)),
  );
}

/** Presses a button of a web page in a window of its own, which the screen does not show. */
async function pressOn(page: Page, name: string): Promise<void> {
  await page.locator(`::-p-aria([name="${name}"][role="button"])`).click();
}

/** Clicks on a field of the page in front and types over what stands there as a person does, key by key. */
async function type({ screen }: FirefoxWorld, page: Page, field: string, text: string): Promise<void> {
  // Whoever types looks where the cursor is: what came to stand above may have moved the field from under the click.
  await until(`the cursor in “${field}”`, async () => {
    await screen.click('textbox', field);
    return screen.hasFocus('textbox', field);
  });
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type(text);
}

/** Waits for the chip on the page in front and presses "share". */
export async function shareFromChip({ screen, t }: FirefoxWorld): Promise<void> {
  await screen.click('button', t('chip.share'), ASKED_WITHIN_MS);
}

/** Whether the chip is on the page in front. */
export function isAsked({ screen, t }: FirefoxWorld): Promise<boolean> {
  return screen.has('button', t('chip.share'));
}

/** Writes a practice in the sidebar on the page in front. */
export async function write(world: FirefoxWorld, page: Page, { title, did }: Written): Promise<void> {
  await type(world, page, world.t('sidebar.field-title'), title);
  await type(world, page, world.t('sidebar.field-did'), did);
}

/** Presses Send as soon as it has been in sight long enough. */
export async function send({ screen, t }: FirefoxWorld, { name }: RealCommunity): Promise<void> {
  const button = t('sidebar.send', { community: name, audience: t('sidebar.audience-members') });
  await screen.box('button', button);
  await new Promise((resume) => setTimeout(resume, 800));
  await screen.click('button', button);
}

/** Waits until these words stand somewhere in the window. */
export async function reads({ screen }: FirefoxWorld, words: string, withinMs?: number): Promise<void> {
  await until(words, async () => (await screen.text()).includes(words), withinMs);
}

/** Waits until the sidebar says that it has arrived. */
export async function arrived(
  world: FirefoxWorld,
  { name }: RealCommunity,
  withinMs = DELIVERED_WITHIN_MS,
): Promise<void> {
  await reads(world, world.t('sidebar.state-delivered', { community: name }), withinMs);
}
