import { DAY_MS } from '@/utils/kernel/clock';
import { pruneTexts } from '@/utils/outbox/prune';
import { KEPT_DAYS } from '@/utils/prompting/prompt';
import type { Services } from './services';

/** What the cool-downs and, later, learning look back on. */
const REMEMBERED_DAYS = 180;

/** Titles and links go once the popup shows them no more; verb, site and time go after half a year. */
export async function forgetOldActivities({ db, clock }: Services): Promise<void> {
  const now = clock();
  await db.prompts
    .where('createdAt')
    .below(now - REMEMBERED_DAYS * DAY_MS)
    .delete();
  await db.prompts
    .where('createdAt')
    .below(now - KEPT_DAYS * DAY_MS)
    .and(({ activity }) => activity.title !== '' || activity.link !== null)
    .modify((prompt, ref) => {
      ref.value = { ...prompt, activity: { ...prompt.activity, title: '', link: null } };
    });
}

/** Own copies of delivered texts go when the person said; a disk that refuses is asked again the next time. */
export async function pruneOldTexts(
  { db, clock, settings, announce }: Services,
  reach: { readonly whole?: boolean } = {},
): Promise<void> {
  const { retentionDays } = await settings();
  const pruned = await pruneTexts(db, retentionDays, clock, reach);
  if (pruned.ok && pruned.value > 0) announce();
}
