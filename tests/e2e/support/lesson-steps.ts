import type { Page } from 'playwright-core';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { openPopup } from '@/scripts/browsers/popup';
import { until } from '@/scripts/browsers/until';
import type { CaseSystem } from '@/tests/support/case-system';
import { type ChromiumWorld, openTab } from './chromium-world';

export interface Change {
  readonly id: string;
  readonly title: string;
  readonly note: string;
}

/** Opens a case, changes it, and presses one of the two buttons. */
export async function changeCase(
  page: Page,
  { origin }: CaseSystem,
  { id, title, note }: Change,
  button: 'Bewaren' | 'Annuleren' = 'Bewaren',
): Promise<void> {
  await page.bringToFront();
  await page.goto(`${origin}/zaken/${id}`);
  await page.getByRole('link', { name: 'Bewerken' }).click();
  await page.getByLabel('Titel').fill(title);
  await page.getByLabel('Toelichting').fill(note);
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL(`${origin}/zaken/${id}`);
}

/** Opens the options and begins a lesson; the system's tab comes to the front. */
export async function beginLesson(
  { context, t }: ChromiumWorld,
  system: CaseSystem,
  look: (page: Page) => Promise<void> = async () => {},
): Promise<Page> {
  const site = new URL(system.origin).host;
  const options = await openTab(context, extensionUrl('options.html#sites'));
  await options.getByRole('button', { name: t('lesson.teach-label', { site }) }).click();
  await options.getByLabel(t('lesson.system')).fill('Zaaksysteem');
  await look(options);
  await options.getByRole('button', { name: t('lesson.begin', { site }) }).click();
  await options.getByText(t('lesson.running', { site })).waitFor();
  return options;
}

type Run = 'first' | 'second' | 'third' | 'cancel';

/** Says in the toolbar's popup that a run is over. */
export async function endRunInPopup({ context, t }: ChromiumWorld, page: Page, run: Run): Promise<void> {
  const popup = await openPopup(context, page);
  await popup.click('button', t(`lesson.next-${run}`));
  await until('the next step', async () => !(await popup.has('button', t(`lesson.next-${run}`))));
}

/** Says it on the options page. */
export async function endRunInOptions({ t }: ChromiumWorld, options: Page, run: Run): Promise<void> {
  await options.bringToFront();
  const button = options.getByRole('button', { name: t(`lesson.next-${run}`) });
  await button.click();
  await button.waitFor({ state: 'detached' });
}
