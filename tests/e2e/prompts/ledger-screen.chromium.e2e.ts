import { expect, test } from 'vitest';
import { earlierWork, workedOn } from '@/demo/run/earlier-work';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { openPopup } from '@/scripts/browsers/popup';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { openChromiumWorld, openedBy, openTab } from '../support/chromium-world';
import * as extension from '../support/extension-steps';
import { flaws } from '../support/flaws';
import { everythingKept } from '../support/kept';

const ROWS = 10_000;

/** A quarter of hard work on two sites; one row among all of them is about an upload. */
function longHistory(now: number) {
  const [first] = workedOn('https://dms.example', now);
  if (first === undefined) throw new Error('no work');
  return Array.from({ length: ROWS }, (_, n) => ({
    ...first,
    id: `row ${n}`,
    site: `https://${n % 2 === 0 ? 'dms' : 'wiki'}.example`,
    verb: n === ROWS - 1 ? ('upload' as const) : ('edit' as const),
    at: now - (n + 1) * 10 * MINUTE_MS,
  }));
}

test('ten thousand lines are shown a few at a time, searched to the last, and gone in one action', async () => {
  const world = await openChromiumWorld();
  const { context, t } = world;
  const now = Date.now();
  await extension.bringEarlierWork(world, earlierWork(now, { history: longHistory(now) }));
  const front = await openTab(context, extensionUrl('texts/nl.json'));
  const popup = await openPopup(context, front);
  const options = await openedBy(context, () => popup.click('button', t('options.ledger')));
  expect(options.url()).toBe(extensionUrl('options.html#ledger'));

  const ledger = options.getByRole('region', { name: t('options.ledger') });
  const lines = ledger.getByRole('listitem');
  await ledger.getByText(t('ledger.shown', { count: 25 })).waitFor();
  await ledger.getByText(t('ledger.kept')).click();
  await ledger.getByText(t('ledger.kept-seen', { count: ROWS, days: 90, shownDays: 180 })).waitFor();
  await ledger.getByRole('button', { name: t('ledger.more') }).click();
  await ledger.getByText(t('ledger.shown', { count: 50 })).waitFor();
  expect(await flaws(options)).toEqual([]);
  const oldest = t('ledger.seen', { did: t('verbs.upload-many', { count: 1 }), site: 'wiki.example' });
  await ledger.getByLabel(t('ledger.search')).fill('opgeladen WIKI');
  await ledger.getByText(t('ledger.shown', { count: 1 })).waitFor();
  expect(await lines.filter({ hasText: oldest }).count()).toBe(1);
  await ledger.getByLabel(t('ledger.kind')).selectOption('sent');
  await ledger.getByText(t('ledger.nothing-found')).waitFor();

  await ledger.getByRole('button', { name: t('ledger.wipe') }).click();
  const question = options.getByRole('dialog', { name: t('ledger.wipe-title') });
  expect(await flaws(options)).toEqual([]);
  await question.getByRole('button', { name: t('ui.cancel') }).click();
  expect(
    (await everythingKept(context)).databases['deelgenoot/history'],
    'asking alone does nothing',
  ).toHaveLength(ROWS);
  await ledger.getByRole('button', { name: t('ledger.wipe') }).click();
  await question.getByRole('button', { name: t('ledger.wipe-action') }).click();
  await question.waitFor({ state: 'hidden' });
  await ledger.getByText(t('ledger.kept-seen', { count: 0, days: 90, shownDays: 180 })).waitFor();
  const { databases } = await everythingKept(context);
  for (const table of ['history', 'requests', 'prompts'])
    expect(databases[`deelgenoot/${table}`], table).toEqual([]);
  expect(databases['deelgenoot/settings'], 'choices stay').toMatchObject([
    { perWeek: 2, asking: { from: 0 } },
  ]);
}, 240_000);
