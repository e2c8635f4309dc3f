import { expect, test } from 'vitest';
import { forgetOldActivities } from '@/entrypoints/background/forget';
import { DAY_MS } from '@/utils/kernel/clock';
import { aBackground, activity, duePrompt, NOW } from '../support/background-world';

test('a title and a link are kept for a week, the rest for half a year', async () => {
  const { db, services } = aBackground();
  const ages = { fresh: 6, old: 8, ancient: 181 };
  for (const [id, days] of Object.entries(ages)) {
    await db.prompts.add({ ...duePrompt, id, createdAt: NOW - days * DAY_MS });
  }
  await forgetOldActivities(services);
  expect((await db.prompts.get('fresh'))?.activity).toEqual(activity);
  expect((await db.prompts.get('old'))?.activity).toEqual({ ...activity, title: '', link: null });
  expect(await db.prompts.get('ancient')).toBeUndefined();
});
