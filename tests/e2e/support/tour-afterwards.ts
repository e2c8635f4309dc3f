import { until } from '@/scripts/browsers/until';
import { openedBy } from './chromium-world';
import * as extension from './extension-steps';
import { PRACTICES } from './practice-texts';
import type { Tour } from './tour';
import { openPopupTab, startWriting } from './tour-steps';

/** What can be done once a first practice has arrived: post to a place, correct, withdraw, invite. */
export async function afterwards(stops: Tour): Promise<void> {
  await choosingPlaces(stops);
  await correcting(stops);
  await inviting(stops);
  await concluding(stops);
}

async function choosingPlaces({ world, look }: Tour): Promise<void> {
  const { t, language } = world;
  const { open, closed, scans, scansDid } = PRACTICES[language];
  const sidebar = await startWriting(world);
  await extension.write(world, sidebar, { title: scans, did: scansDid });
  for (const [name, place] of Object.entries({ open, closed })) {
    await sidebar.getByLabel(t('sidebar.place'), { exact: true }).selectOption({ label: place.name });
    await sidebar.getByRole('button', { name: place.name }).waitFor(); // Send says so
    await look(`sidebar-place-${name}`, sidebar);
  }
  await sidebar.getByRole('button', { name: t('sidebar.discard') }).click();
  await sidebar.getByRole('button', { name: t('sidebar.discard-yes'), exact: true }).click();
  await sidebar.getByRole('button', { name: t('popup.undo-discard') }).waitFor();
  await look('sidebar-discarded', sidebar);
  await sidebar.close();
}

async function correcting({ world, look }: Tour): Promise<void> {
  const { context, t, language } = world;
  const { title, did, tip } = PRACTICES[language];
  const labelled = (action: string): string => t('popup.row-label', { action, title });
  const popup = await openPopupTab(world);
  await popup.getByRole('button', { name: labelled(t('popup.more')) }).click();
  await look('popup-arrived', popup);
  await popup.getByRole('button', { name: labelled(t('popup.withdraw')) }).click();
  const question = popup.getByRole('dialog');
  await question.waitFor();
  await look('popup-withdraw', popup);
  await question.getByRole('button', { name: t('ui.cancel'), exact: true }).click(); // a discard may still offer its own way back
  const correct = popup.getByRole('button', { name: labelled(t('popup.correct')) });
  const sidebar = await openedBy(context, () => correct.click());
  await sidebar.bringToFront();
  const field = sidebar.getByLabel(t('sidebar.field-did'));
  await until('the text', async () => (await field.inputValue()) === did);
  await field.fill(`${did} ${tip}`);
  await sidebar.getByText(t('sidebar.saved'), { exact: true }).waitFor();
  await look('sidebar-correction', sidebar);
  await sidebar.close();
  await popup.close();
}

/** What was agreed under a practice: it has nowhere to stand yet. */
async function concluding({ world, look }: Tour): Promise<void> {
  const { context, t, language } = world;
  const { title, tip } = PRACTICES[language];
  const labelled = (action: string): string => t('popup.row-label', { action, title });
  const popup = await openPopupTab(world);
  await popup.getByRole('button', { name: labelled(t('popup.more')) }).click();
  const conclude = popup.getByRole('button', { name: labelled(t('popup.conclude')) });
  const sidebar = await openedBy(context, () => conclude.click());
  await sidebar.bringToFront();
  await sidebar.getByLabel(t('sidebar.field-did-conclusion')).fill(tip);
  await sidebar.getByText(t('sidebar.saved'), { exact: true }).waitFor();
  await look('sidebar-conclusion', sidebar);
  await sidebar.getByRole('button', { name: t('sidebar.discard') }).click();
  await sidebar.getByRole('button', { name: t('sidebar.discard-yes'), exact: true }).click();
  await sidebar.getByRole('button', { name: t('popup.undo-discard') }).waitFor();
  await sidebar.close();
  await popup.close();
}

async function inviting({ world, look }: Tour): Promise<void> {
  const { t } = world;
  const popup = await openPopupTab(world);
  await popup.getByText(t('popup.invite-make'), { exact: true }).click();
  await popup.getByLabel(t('popup.invite-link'), { exact: true }).waitFor();
  await look('popup-invited', popup);
  await popup.close();
}
