import { extensionUrl } from '@/scripts/browsers/chromium';
import { stopWorker } from '@/scripts/browsers/worker';
import { aPng } from '@/tests/support/picture-files';
import { aShared } from '@/tests/support/shared-practices';
import type { Language } from '@/utils/language/languages';
import type { Response } from '@/utils/library/shelf';
import type { Practice } from '@/utils/practice/practice';
import { openedBy, openTab } from './chromium-world';
import * as extension from './extension-steps';
import { PRACTICES } from './practice-texts';
import { besideTheExtension, putRaw, readRaw } from './raw-database';
import type { Tour } from './tour';
import { openPopupTab, startWriting } from './tour-steps';

/** Numbers from examples of the government itself. */
const NUMBERS = ['93.05.18-223.61', '00.01.25-567.77'] as const;
const COLLEAGUE = 'Marie-Christine Vandenbroucke';

/** Writes with all that helps: what others shared, where it may belong, what must not leave, and pictures. */
export async function writing(stops: Tour): Promise<void> {
  await colleaguesWrote(stops);
  await namingChannels(stops);
  await helped(stops);
  await guarded(stops);
  await hearing(stops);
}

/** What was read in the community and what came back, as if hours had gone by. */
async function colleaguesWrote({ world: { context, language }, intranet }: Tour): Promise<void> {
  const site = await openTab(context, intranet.origin);
  const { title, help, later, asked, tip } = PRACTICES[language];
  const onSite = await site.title();
  await site.close();
  const beside = await besideTheExtension(context);
  const receipts = (await readRaw(beside, 'receipts')).rows as Pick<Response, 'entryId' | 'communityId'>[];
  const { entryId = '', communityId = '' } = receipts[0] ?? {};
  const by = { authorId: '77', authorName: COLLEAGUE, at: Date.now() };
  const shared = [
    practice(language, { title: help, did: later }),
    practice(language, { title: onSite, did: tip }),
    practice(language, { did: asked, topics: PRACTICES[language].topics.slice(), kind: 'question' }),
  ].map((each, n) => aShared({ ...by, practice: each, communityId, postId: `90${n}`, thanks: n }));
  await putRaw(
    beside,
    'shared',
    shared.map((row, n) => ({ ...row, id: `${communityId} 90${n}` })),
  );
  const reply = { ...by, url: `${intranet.origin}/1`, thanked: false };
  const replies = [
    { ...reply, postId: '911', text: tip },
    { ...reply, postId: '912', text: title, kind: 'reuse', thanked: true },
  ];
  const counted = { thanks: 3, replyCount: 2, replies, askedAt: Date.now(), toldThanks: 0, toldAt: 0 };
  await putRaw(beside, 'responses', [{ entryId, communityId, postId: '910', ...counted }]);
  await beside.close();
  await stopWorker(context); // it reads its library anew
}

function practice(language: Language, wishes: Partial<Practice>): Practice {
  return { ...{ title: '', did: '', why: '', tip: '', topics: [], link: null, language }, ...wishes };
}

async function namingChannels({ world: { context, t } }: Tour): Promise<void> {
  const options = await openTab(context, extensionUrl('options.html#charter'));
  const group = options.getByRole('group', { name: t('charter.helpdesk') });
  await group.getByLabel(t('charter.name')).fill('Helpdesk');
  await group.getByLabel(t('charter.link')).fill('https://helpdesk.example/');
  await options.getByRole('button', { name: t('charter.save') }).click();
  await options.getByText(t('charter.saved')).waitFor({ state: 'attached' });
  await options.close();
}

/** A text that others wrote about, that may belong elsewhere, with a picture that nobody described yet. */
async function helped({ world, community, look }: Tour): Promise<void> {
  const { t, language } = world;
  const sidebar = await startWriting(world);
  await sidebar.getByLabel(t('sidebar.field-did')).fill(PRACTICES[language].help);
  await sidebar.getByText(t('library.similar'), { exact: true }).waitFor();
  await sidebar.getByRole('button', { name: t('compass.stay') }).waitFor();
  const picker = sidebar.getByLabel(t('sidebar.pictures-add'), { exact: true });
  await picker.setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer: Buffer.from(aPng()) });
  await sidebar.getByLabel(t('sidebar.picture-description', { number: 1 })).waitFor();
  await extension.send(world, sidebar, community);
  await sidebar.getByText(t('sidebar.picture-missing'), { exact: true }).waitFor();
  await picker.setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') });
  await sidebar.getByText(t('errors.picture-unreadable'), { exact: true }).waitFor();
  await look('sidebar-helped', sidebar);
  await sidebar.close();
}

/** Two numbers: one stays with a reason, and the other one's reason is asked. Other drafts are listed. */
async function guarded({ world, look }: Tour): Promise<void> {
  const { t } = world;
  const sidebar = await startWriting(world);
  const kind = t('guard.kind-national-number');
  await sidebar.getByRole('radio', { name: t('sidebar.kind-question') }).check();
  await sidebar.getByLabel(t('sidebar.field-did-question')).fill(NUMBERS[0]);
  await sidebar.getByLabel(t('sidebar.field-why-question')).fill(NUMBERS[1]);
  for (const text of NUMBERS)
    await sidebar.getByRole('button', { name: t('guard.leave-this', { kind, text }) }).waitFor();
  await sidebar.getByRole('button', { name: t('guard.leave-this', { kind, text: NUMBERS[0] }) }).click();
  await sidebar.keyboard.type(kind);
  await sidebar.keyboard.press('Enter');
  await sidebar.getByText(t('guard.left', { reason: kind })).waitFor();
  await sidebar.getByRole('button', { name: t('guard.leave-this', { kind, text: NUMBERS[1] }) }).click();
  await sidebar.locator('summary').first().click();
  await look('sidebar-guarded-question', sidebar);
  await sidebar.close();
}

/** Runs in a page: whatever is folded away, how far down a list it stands, is opened. */
function openAll(): void {
  for (const each of document.querySelectorAll('details')) each.open = true;
}

/** What colleagues answered, asked and shared, and an answer that is being written. */
async function hearing({ world, intranet, look }: Tour): Promise<void> {
  const { context, t } = world;
  const site = await openTab(context, intranet.origin);
  const popup = await openPopupTab(world, site);
  const news = popup.getByRole('region', { name: t('shared.news') });
  await news.waitFor();
  await popup.getByText(t('shared.replies', { count: 2 })).waitFor({ state: 'attached' });
  await popup.evaluate(openAll);
  await look('popup-colleagues', popup);
  const answer = news.getByRole('button', { name: t('shared.answer') }).first();
  const sidebar = await openedBy(context, () => answer.click());
  await sidebar.bringToFront();
  await sidebar
    .getByLabel(t('sidebar.field-did-answer'))
    .or(sidebar.getByLabel(t('sidebar.field-did')))
    .first()
    .waitFor();
  await look('sidebar-answer', sidebar);
  await Promise.all([sidebar.close(), popup.close(), site.close()]);
}
