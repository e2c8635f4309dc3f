import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { openCommunity, type RealCommunity } from '@/tests/support/community';
import { HOSTILE_TEXTS } from '@/tests/support/hostile-texts';
import { type ChromiumWorld, openChromiumWorld, openedBy, openTab } from '../support/chromium-world';
import * as extension from '../support/extension-steps';
import { letHoursPass } from '../support/hours-pass';
import { openPopupTab, startWriting } from '../support/tour-steps';

const COMMUNITY = '<img src=x onerror=xss=1>"\'&amp;';
const COLLEAGUE = {
  displayName: '<svg/onload=xss=1>"><script>xss=1</script>{{author}}',
  handle: 'bram',
  password: 'een-lang-genoeg-wachtwoord',
};
const TITLE = '<img src=x onerror=xss=1> in de titel';
const DID = '[klik](javascript:xss=1) <script>xss=1</script>';
/** What a post of our server holds, with room for the line ends. */
const IN_ONE_POST = 4_000;

let community: RealCommunity;
beforeAll(async () => {
  community = await openCommunity({ name: COMMUNITY });
  await community.join(COLLEAGUE);
});
afterAll(() => community?.close());

/** Every text of the collection, one a line, in as few posts as they fit in. No server keeps a NUL. */
const PARCELS: readonly string[] = parcelsOf(
  HOSTILE_TEXTS.map((text) => text.replaceAll('\0', '').trim()).filter((text) => text !== ''),
);

function parcelsOf(texts: readonly string[]): string[] {
  const parcels: string[] = [];
  for (const text of texts) {
    const last = parcels.at(-1);
    const fits = last !== undefined && last.length + text.length < IN_ONE_POST;
    if (fits) parcels[parcels.length - 1] = `${last}\n${text}`;
    else parcels.push(text);
  }
  return parcels;
}

/** Everything that says that a text did something. */
interface Watch {
  readonly dialogs: string[];
  readonly refused: string[];
}

async function watch(context: BrowserContext): Promise<Watch> {
  const watched: Watch = { dialogs: [], refused: [] };
  context.on('dialog', (dialog) => watched.dialogs.push(dialog.message()));
  context.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) watched.refused.push(message.text());
  });
  return watched;
}

/** What no page of ours has; where a text made one, it was no text. */
const foreignIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found =
      'script:not([src]), img:not([src="/icon/mark.svg"]), svg:not([aria-hidden]), iframe, object, embed, math, base, meta[http-equiv], style:not(head style), [onclick], [onerror], [onload], [onmouseover], [onfocus], [href^="javascript:" i], [href^="data:" i]';
    const ran = 'xss' in window || '__xss' in window ? ['a script ran'] : [];
    return [
      ...ran,
      ...[...document.body.querySelectorAll(found)].map((element) => element.outerHTML.slice(0, 200)),
    ];
  });

const post = (token: string, fields: Readonly<Record<string, string>>) =>
  fetch(`${community.origin}/api/v1/statuses`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { authorization: `Bearer ${token}` },
  });

/** What is typed is shown in the preview as it is, line by line. */
async function typeEverything({ t }: ChromiumWorld, sidebar: Page): Promise<void> {
  for (const parcel of PARCELS) {
    await sidebar.getByLabel(t('sidebar.field-did')).fill(parcel);
    await sidebar.getByLabel(t('sidebar.field-title')).fill(parcel.replaceAll(/\s+/g, ' ').slice(0, 190));
    const topics = sidebar.getByLabel(t('sidebar.topics'), { exact: true });
    if (await topics.isVisible()) await topics.fill(parcel.split('\n')[0] ?? '');
    if (await topics.isVisible()) await topics.press('Enter'); // five, and the field goes
    await sidebar.getByText(t('sidebar.saved'), { exact: true }).waitFor();
    expect(await foreignIn(sidebar)).toEqual([]);
  }
}

test('whatever others are called and write, and whatever is typed: no element, no script, no way out', async () => {
  const world = await openChromiumWorld();
  const { context, t } = world;
  const watched = await watch(context);
  await extension.connectCommunity(world, community);
  const writing = await startWriting(world);
  await typeEverything(world, writing);
  await writing.close();

  const popup = await openPopupTab(world);
  const draft = await openedBy(context, () => popup.getByRole('button', { name: t('popup.write') }).click());
  await extension.write(world, draft, { title: TITLE, did: DID });
  await extension.send(world, draft, community);
  await extension.arrived(world, draft, community);
  const [sent] = await community.postsWith('in de titel');
  const token = await community.tokenOf(COLLEAGUE);
  for (const parcel of PARCELS) {
    const answer = await post(token, { status: parcel, in_reply_to_id: sent?.id ?? '' });
    expect(answer.status).toBe(200);
  }
  await letHoursPass(context);
  await popup.bringToFront();
  await popup.reload();
  const news = popup.getByRole('region', { name: t('shared.news') });
  await news.waitFor();
  const texts = await news
    .getByRole('group', {
      name: t('shared.reply-text', { author: COLLEAGUE.displayName }),
      includeHidden: true,
    })
    .allTextContents();
  const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
  expect(texts.map(squeezed).toSorted()).toEqual(PARCELS.map(squeezed).toSorted());
  for (const page of [popup, draft, await openTab(context, extensionUrl('options.html#communities'))]) {
    await page.bringToFront();
    expect(await foreignIn(page)).toEqual([]);
  }

  const site = await openTab(context, community.origin);
  for (const path of ['/', new URL(sent?.url ?? '', community.origin).pathname, '/search?q=alert']) {
    await site.goto(community.origin + path);
    expect(await foreignIn(site)).toEqual([]);
  }
  expect(watched).toEqual({ dialogs: [], refused: [] });
}, 240_000);
