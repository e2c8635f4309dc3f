import type { BrowserContext, Frame, Page } from 'playwright-core';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { surfaceOf } from '@/scripts/browsers/surface';
import { until } from '@/scripts/browsers/until';
import { SECOND_MS } from '@/utils/kernel/clock';
import { addSentence } from './add-sentence';
import { askFrom } from './extension-page';
import { readerOf } from './read-back';
import type { Stage } from './stage';

export type Hop = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
export type Report = (hop: Hop, figures: Readonly<Record<string, string | number>>) => void;

const DOCUMENT = '/documents/101';
const PATIENCE_MS = 30 * SECOND_MS;
/** A second copy would come from a second try: long enough for one to show itself. */
const SECOND_LOOK_MS = 2 * SECOND_MS;

/** A run that went wrong in a way that has a sentence. */
export class RunFailure extends Error {}

/** Does one activity with real keys and clicks and follows it to the community. Answers the practice's link there. */
export async function runHops(context: BrowserContext, stage: Stage, report: Report): Promise<string> {
  const looking = await context.newPage();
  await looking.goto(extensionUrl('options.html'));
  const page = await context.newPage();
  const answeredAt = await editDocument(page, stage, report);
  await followActivity(looking, stage, answeredAt, report);
  const { frame, openMs } = await answerChip(page, stage, answeredAt, report);
  report(5, { ms: openMs, ...(await writePractice(page, frame, stage)) });
  const link = await send(frame, stage, report);
  await readBack(stage, link, report);
  return link;
}

/** Hop 1: a document is changed and saved. Epoch ms of the answer. */
async function editDocument(page: Page, { t, servers }: Stage, report: Report): Promise<number> {
  await page.bringToFront();
  const saved = await addSentence(page, {
    t,
    address: `${servers.intranet}${DOCUMENT}`,
    sentence: t('demo.hops.edit-more'),
  });
  const { startTime, responseStart } = saved.request().timing();
  report(1, {
    request: `POST ${new URL(saved.url()).pathname}`,
    status: saved.status(),
    ms: round(responseStart),
  });
  return startTime + responseStart;
}

/** Hops 2 and 3: what the popup would say about this site. */
async function followActivity(
  looking: Page,
  stage: Stage,
  answeredAt: number,
  report: Report,
): Promise<void> {
  const { servers, t } = stage;
  const url = `${servers.intranet}${DOCUMENT}`;
  const look = async () => {
    const { site } = await askFrom(looking, 'overview:read', { url });
    return site?.lastActivity ?? undefined;
  };
  const { sentence, at, reason } = await until('lastActivity', look, PATIENCE_MS);
  report(2, { sentence, ms: round(at - answeredAt) });
  if (reason !== 'eligible')
    throw new RunFailure(t('demo.hops.not-asked', { reason: t(`reasons.${reason}`) }));
  report(3, { reason: t(`reasons.${reason}`) });
}

/** Hop 4, and the first half of 5: waits with still hands, presses "share", and waits for the sidebar's frame. */
async function answerChip(
  page: Page,
  { t }: Stage,
  answeredAt: number,
  report: Report,
): Promise<{ frame: Frame; openMs: number }> {
  const surface = await surfaceOf(page);
  await until('chip', () => surface.has('button', t('chip.share')), PATIENCE_MS);
  report(4, { ms: round(Date.now() - answeredAt) });
  const pressedAt = Date.now();
  await surface.click('button', t('chip.share'));
  const frame = await until('sidebar', async () => sidebarIn(page), PATIENCE_MS);
  await frame.getByLabel(t('sidebar.field-did')).waitFor({ timeout: PATIENCE_MS });
  return { frame, openMs: Date.now() - pressedAt };
}

/** The extension's frame: its address is another one for each session of the browser. */
function sidebarIn(page: Page): Frame | undefined {
  return page.frames().find((frame) => /^chrome-extension:.*\/sidebar\.html/.test(frame.url()));
}

/** The rest of hop 5: the one question, answered key by key where the focus is. The figures that the report names. */
async function writePractice(page: Page, frame: Frame, { t }: Stage) {
  const did = t('demo.hops.write-did');
  const field = frame.getByLabel(t('sidebar.field-did'));
  await until('the focus', () => field.evaluate((here) => here === document.activeElement), PATIENCE_MS);
  await page.keyboard.type(did);
  const typedAt = Date.now();
  await frame.getByText(t('sidebar.saved'), { exact: true }).waitFor({ timeout: PATIENCE_MS });
  return { keys: did.length, saved: Date.now() - typedAt };
}

/** Hops 6 and 7: Send, "saved", "delivered". The practice's link at the community. */
async function send(frame: Frame, { t }: Stage, report: Report): Promise<string> {
  const button = frame.getByRole('button', {
    name: sendName(t('sidebar.send', { community: '…', audience: '…' })),
  });
  await until('Send', () => button.isEnabled(), PATIENCE_MS);
  await frame.waitForTimeout(SECOND_MS); // the frame must have been in plain sight for a while
  const pressedAt = Date.now();
  await button.click();
  await frame.getByLabel(t('sidebar.field-did')).waitFor({ state: 'detached', timeout: PATIENCE_MS });
  report(6, { ms: Date.now() - pressedAt });
  const link = frame.getByRole('link', { name: t('sidebar.state-delivered-link') });
  await link.waitFor({ timeout: PATIENCE_MS });
  report(7, { ms: Date.now() - pressedAt });
  return (await link.getAttribute('href')) ?? '';
}

/** The button's name up to the community's: which one it names is the extension's to know. */
function sendName(words: string): RegExp {
  const [start = ''] = words.split('…');
  return new RegExp(`^${start.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

/** Hop 8: the community's own word, over its API. */
async function readBack({ servers, folder, t }: Stage, link: string, report: Report): Promise<void> {
  const read = await readerOf(servers.community, folder.member);
  const look = async () => {
    const posts = await read();
    return posts.filter(({ content, url }) => content.includes(t('demo.hops.write-did')) || url === link);
  };
  await look();
  await new Promise((settle) => setTimeout(settle, SECOND_LOOK_MS));
  const found = await look();
  const post = found.find(({ url }) => url === link);
  report(8, { id: post?.id ?? '–', at: post?.created_at ?? '–', count: found.length });
  if (found.length !== 1 || post === undefined) {
    throw new RunFailure(t('demo.hops.not-once', { count: found.length }));
  }
}

function round(ms: number): number {
  return Math.max(0, Math.round(ms));
}
