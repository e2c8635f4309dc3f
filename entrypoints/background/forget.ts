import { DAY_MS } from '@/utils/kernel/clock';
import { pruneTexts } from '@/utils/outbox/prune';
import { REMEMBERED_DAYS } from '@/utils/prompting/policy';
import { KEPT_DAYS } from '@/utils/prompting/prompt';
import type { Services } from './services';

/** How long the ledger tells of what was seen and of what left. */
export const LEDGER_DAYS = 90;

/**
 * Titles and links go with their prompt once the popup shows it no more; what was seen after a quarter, and after half
 * a year what was learned from. What was put aside of prompts goes whole: nobody wrote it.
 */
export async function forgetOldActivities({ db, clock }: Services): Promise<void> {
  const before = (days: number): number => clock() - days * DAY_MS;
  await db.quarantine
    .where('at')
    .below(before(KEPT_DAYS))
    .and(({ table }) => table === db.prompts.name)
    .delete();
  await db.prompts.where('createdAt').below(before(KEPT_DAYS)).delete();
  await db.requests.where('at').below(before(LEDGER_DAYS)).delete();
  await db.responses.where('askedAt').below(before(LEDGER_DAYS)).delete(); // nobody looks at those posts any more
  await db.history
    .where('at')
    .below(before(LEDGER_DAYS))
    .and(({ at, shownAt }) => shownAt === null || at < before(REMEMBERED_DAYS))
    .delete();
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
