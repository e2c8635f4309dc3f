import type { Page } from 'playwright-core';
import { addSentence } from '@/demo/run/add-sentence';
import type { Serving } from '@/demo/run/serve';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { surfaceOf } from '@/scripts/browsers/surface';
import type { RealCommunity } from '@/tests/support/community';
import { type ChromiumWorld, openTab } from './chromium-world';
import * as extension from './extension-steps';
import { documentAddress } from './intranet';
import { PRACTICES } from './practice-texts';
import { afterwards } from './tour-afterwards';
import { asking } from './tour-asking';
import { connecting, tellingOf } from './tour-connecting';
import { fiveMinutes } from './tour-guide';
import { deleting, longDelivery, twoWindows } from './tour-outbox';
import { ownRecipes } from './tour-recipes';
import { openPopupTab, startWriting } from './tour-steps';
import { teaching } from './tour-teaching';
import { writing } from './tour-writing';

/** Called at each stop with what it is called and the page, which is in front. */
export type Look = (name: string, page: Page) => Promise<void>;

export interface Tour {
  readonly world: ChromiumWorld;
  readonly community: RealCommunity;
  readonly intranet: Serving;
  readonly look: Look;
}

/** Leads through every page of the extension in every state that people meet, by using it as they do. */
export async function tour(stops: Tour): Promise<void> {
  const { open, closed } = PRACTICES[stops.world.language];
  await stops.community.makePlace({ ...open, locked: 'false' });
  await stops.community.makePlace({ ...closed, locked: 'true' });
  await fiveMinutes(stops);
  await beginning(stops);
  await connecting(stops);
  await question(stops); // before the first practice: who has shared something is left alone for days
  await firstPractice(stops);
  await afterwards(stops);
  await tellingOf(stops);
  await twoWindows(stops);
  await withoutCommunity(stops);
  await ownRecipes(stops);
  await teaching(stops);
  await asking(stops);
  await writing(stops);
  await settings(stops);
}

/** A newcomer looks around: nothing allowed, nothing connected, and a wrong address typed. */
async function beginning({ world: { context, t }, look }: Tour): Promise<void> {
  const popup = await openPopupTab({ context, t });
  await look('popup-new', popup);
  await popup.close();
  const options = await openTab(context, extensionUrl('options.html'));
  await options.getByLabel(t('options.address')).fill('intranet');
  await options.getByRole('button', { name: t('options.connect-action') }).click();
  await options.getByRole('alert').waitFor();
  await look('options-wrong-address', options);
  await options.close();
}

/** Writes a practice before there is a community, connects one, and sees the practice leave by itself. */
async function firstPractice({ world, community, look }: Tour): Promise<void> {
  const { t, language } = world;
  const { title, did, why, tip, topics } = PRACTICES[language];
  const sidebar = await startWriting(world);
  await look('sidebar-empty', sidebar);
  const save = sidebar.getByRole('button', { name: t('sidebar.send-later') });
  await save.click();
  await sidebar.getByText(t('sidebar.problem-did-missing')).waitFor();
  await look('sidebar-incomplete', sidebar);
  await extension.write(world, sidebar, { title, did });
  await sidebar.getByLabel(t('sidebar.field-why')).fill(why);
  await sidebar.getByLabel(t('sidebar.field-tip')).fill(tip);
  for (const topic of topics) {
    await sidebar.getByLabel(t('sidebar.topics'), { exact: true }).fill(topic);
    await sidebar.keyboard.press('Enter');
  }
  await sidebar.getByText(`#${topics.at(-1)}`).waitFor(); // the preview has everything
  await look('sidebar-filled', sidebar);
  await save.click();
  await sidebar.getByText(t('sidebar.state-parked')).waitFor();
  await look('sidebar-parked', sidebar);
  await extension.connectCommunity(world, community);
  await extension.arrived(world, sidebar, community);
  await look('sidebar-delivered', sidebar);
  await sidebar.close();
}

/** Is asked on the intranet, answers, and leaves a second document for later. */
async function question({ world, intranet, look }: Tour): Promise<void> {
  const { context, t } = world;
  const sentence = t('demo.hops.edit-more');
  const page = await openTab(context, intranet.origin);
  await extension.bringEarlierWork(world);
  await page.bringToFront();
  await extension.allowSite(world, page);
  await addSentence(page, { t, address: documentAddress(intranet, 101), sentence });
  const surface = await surfaceOf(page);
  await surface.box('button', t('chip.share'), extension.ASKED_WITHIN_MS);
  await look('chip', page);
  await surface.click('button', t('chip.more'));
  await surface.click('button', t('chip.why'));
  await look('chip-more', page);
  const other = await openTab(context, intranet.origin);
  await addSentence(other, { t, address: documentAddress(intranet, 102), sentence }); // one question at a time: kept
  await other.close();
  await page.bringToFront();
  const frame = await extension.shareFromChip(world, page);
  await frame.getByLabel(t('sidebar.field-did')).fill(t('demo.hops.write-did'));
  await frame.getByText(t('sidebar.saved'), { exact: true }).waitFor();
  await look('sidebar-on-page', page);
  await page.close();
}

/** Sends while the community is away; the popup then has something of everything. */
async function withoutCommunity(stops: Tour): Promise<void> {
  const { world, community, intranet, look } = stops;
  const { context, t, language } = world;
  const { later, laterDid } = PRACTICES[language];
  await community.stop();
  try {
    const sidebar = await startWriting(world);
    await extension.write(world, sidebar, { title: later, did: laterDid });
    await extension.send(world, sidebar, community);
    await sidebar.getByText(t('sidebar.state-uncertain')).waitFor();
    await look('sidebar-no-answer', sidebar);
    await sidebar.close();
    const site = await openTab(context, intranet.origin);
    const popup = await openPopupTab(world, site);
    await popup
      .getByRole('button', { name: t('popup.more') })
      .first()
      .click();
    await look('popup-full', popup);
    await deleting(stops, popup);
    await longDelivery(stops, popup);
    await popup.close();
    await site.close();
  } finally {
    await community.start();
  }
}

/** The options with everything in them, a question before what cannot be undone, and the end of the welcome. */
async function settings({ world: { context, t }, look }: Tour): Promise<void> {
  const options = await openTab(context, extensionUrl('options.html'));
  await options.getByRole('button', { name: t('options.diagnosis-show') }).click();
  await options.getByLabel(t('options.diagnosis'), { exact: true }).waitFor();
  await look('options-full', options);
  await options.getByRole('button', { name: t('options.wipe') }).click();
  const question = options.getByRole('dialog');
  await question.waitFor();
  await look('options-erase', options);
  await question.getByRole('button', { name: t('ui.cancel'), exact: true }).click();
  await options.getByLabel(t('options.retention')).selectOption('90');
  await options.getByRole('dialog').waitFor();
  await look('options-retention', options);
  await options.close();
  const welcome = await openTab(context, extensionUrl('welcome.html#done'));
  await welcome.getByRole('button', { name: t('welcome.done') }).click();
  await welcome.getByText(t('welcome.finished')).waitFor();
  await look('welcome-done', welcome);
  await welcome.close();
}
