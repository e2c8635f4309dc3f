import { earlierWork } from '@/demo/run/earlier-work';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { DAY_MS } from '@/utils/kernel/clock';
import type { PastActivity } from '@/utils/prompting/history';
import { openTab } from './chromium-world';
import * as extension from './extension-steps';
import type { Tour } from './tour';
import { openPopupTab } from './tour-steps';

const REFUSALS = 27;

/** Somebody who said "not now" for weeks chooses when to be asked, reads why not, and leaves pages out. */
export async function asking(stops: Tour): Promise<void> {
  const { world, intranet } = stops;
  const history = refusals(intranet.origin, Date.now());
  await extension.bringEarlierWork(world, earlierWork(Date.now(), { history }));
  await choosing(stops);
  await askingWhy(stops);
}

async function choosing({ world: { context, t }, look }: Tour): Promise<void> {
  const options = await openTab(context, extensionUrl('options.html#prompts'));
  await options.getByRole('radio', { name: t('asking.per-week', { count: 3 }) }).click();
  await options.getByLabel(t('asking.to'), { exact: true }).fill('00:00');
  await options.getByText(t('asking.time-order', { from: '00:00' })).waitFor();
  await options.getByLabel(t('asking.leave-first')).fill('2099-12-24');
  await options.getByRole('button', { name: t('asking.leave-add'), exact: true }).click();
  await options.getByText('2099').waitFor();
  await options.getByRole('button', { name: t('asking.leave-add'), exact: true }).click();
  await options.getByText(t('asking.leave-missing')).waitFor();
  await options.getByLabel(t('asking.sensitive-path')).fill('/hr/');
  await options.getByRole('button', { name: t('asking.sensitive-add') }).click();
  await options.getByText(/\/hr\/ /).waitFor();
  await look('options-asking', options);
  await options.close();
}

async function askingWhy({ world, intranet, look }: Tour): Promise<void> {
  const { context, t } = world;
  const site = await openTab(context, intranet.origin);
  const popup = await openPopupTab(world, site);
  await popup.getByText(t('asking.rule-brake', { showings: REFUSALS + 1 })).waitFor(); // and the chip of this tour
  await popup.getByText(t('asking.story')).click();
  await popup.getByText(t('asking.story-now')).waitFor();
  await look('popup-why-not', popup);
  await site.bringToFront(); // its folder is what the popup proposes
  await popup.getByRole('button', { name: t('asking.mark') }).click();
  await popup.bringToFront();
  await popup.getByRole('dialog').waitFor();
  await look('popup-mark-sensitive', popup);
  await popup.getByRole('button', { name: t('ui.cancel'), exact: true }).click();
  await popup.close();
  await site.close();
}

/** Chips of the last weeks, all answered with "not now". */
function refusals(site: string, now: number): PastActivity[] {
  return Array.from({ length: REFUSALS }, (_chip, index) => now - (index + 1) * 2 * DAY_MS).map(
    (at, index) => ({
      ...{ id: `refused-${index}`, site, verb: index < 4 ? 'upload' : 'edit', system: 'demo-intranet' },
      ...{ count: 1, at, reason: 'eligible', shownAt: at, answer: 'not-now', answeredAt: at },
    }),
  );
}
