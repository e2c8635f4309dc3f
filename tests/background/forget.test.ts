import { expect, test } from 'vitest';
import { forgetOldActivities, pruneOldTexts } from '@/entrypoints/background/forget';
import { DAY_MS } from '@/utils/kernel/clock';
import { nextDueAt } from '@/utils/outbox/due';
import { remember } from '@/utils/prompting/history';
import { aBackground, activity, duePrompt, NOW } from '../support/background-world';
import { World } from '../support/outbox-world';
import { aResponse } from '../support/shared';

test('a title and a link are kept for a week', async () => {
  const { db, services } = aBackground();
  const ages = { fresh: 6, old: 8 };
  for (const [id, days] of Object.entries(ages)) {
    await db.prompts.add({ ...duePrompt, id, createdAt: NOW - days * DAY_MS });
  }
  const aside = { row: { activity }, seen: 0 as const };
  await db.quarantine.bulkAdd([
    { ...aside, id: 'old prompt', table: 'prompts', at: NOW - 8 * DAY_MS },
    { ...aside, id: 'fresh prompt', table: 'prompts', at: NOW - 6 * DAY_MS },
    { ...aside, id: 'old draft', table: 'drafts', at: NOW - 8 * DAY_MS },
  ]);
  await forgetOldActivities(services);
  expect((await db.quarantine.toArray()).map(({ id }) => id)).toEqual(['fresh prompt', 'old draft']);
  expect((await db.prompts.get('fresh'))?.activity).toEqual(activity);
  expect(await db.prompts.get('old')).toBeUndefined();
});

test.each<[string, { days: number; shown?: boolean }, boolean]>([
  ['seen a season ago', { days: 89 }, true],
  ['seen longer ago', { days: 91 }, false],
  ['asked about half a year ago', { days: 179, shown: true }, true],
  ['asked about longer ago', { days: 181, shown: true }, false],
])('what was %s', async (_what, { days, shown = false }, isKept) => {
  const { db, services } = aBackground();
  const at = NOW - days * DAY_MS;
  await db.history.add({ ...remember({ ...activity, at }, 'eligible'), shownAt: shown ? at : null });
  await db.requests.add({ id: 'sent', at, to: 'https://community.example', purpose: 'send' });
  await db.responses.add(aResponse({ askedAt: at }));
  await forgetOldActivities(services);
  expect(await db.responses.count()).toBe(days < 90 ? 1 : 0);
  expect(await db.history.count()).toBe(isKept ? 1 : 0);
  expect(await db.requests.count()).toBe(days < 90 ? 1 : 0);
});

test('own copies go when the person said, are told of once, and wake nobody', async () => {
  const { db, services, counts } = aBackground();
  const world = await new World().connect();
  const { id } = await world.send('Oud');
  await world.deliver();
  await db.communities.add(world.community);
  await db.entries.add(await world.entry(id));
  const receipts = await world.db.receipts.toArray();
  await db.receipts.bulkAdd(receipts.map((receipt) => ({ ...receipt, at: NOW - 30 * DAY_MS })));
  await pruneOldTexts(services);
  expect(await db.entries.count(), 'never, unless chosen').toBe(1);
  await services.changeSettings({ retentionDays: 30 });
  const before = counts().announced;
  await pruneOldTexts(services);
  await pruneOldTexts(services);
  expect(await db.entries.count()).toBe(0);
  expect(counts().announced).toBe(before + 1);
  expect(await nextDueAt(db)).toBeNull();
});
