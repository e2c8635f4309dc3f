import { DAY_MS } from '@/utils/kernel/clock';
import { isShowing, notAhead } from '@/utils/prompting/history';
import { startOfDay } from '@/utils/prompting/hours';
import { FIRST_ACTIVITIES, REMEMBERED_DAYS } from '@/utils/prompting/policy';
import type { Choices, PromptingState } from '@/utils/prompting/state';
import type { Database } from '@/utils/storage/database';

/** The tables that a decision reads. */
export const DECIDED_FROM = ['prompts', 'history', 'receipts'] as const;

/**
 * What a decision at `now` (epoch ms) rests on. Walks indexes only, and a bounded number of rows: who has done ten
 * thousand things waits no longer than a newcomer. Call it in a transaction that may write DECIDED_FROM.
 */
export async function readState(db: Database, choices: Choices, now: number): Promise<PromptingState> {
  await bringBack(db, now);
  const since = now - REMEMBERED_DAYS * DAY_MS;
  return {
    choices,
    showings: (await db.history.where('shownAt').above(since).toArray()).filter(isShowing),
    knownSince: (await db.history.orderBy('at').first())?.at ?? null,
    known: await db.history.orderBy('at').limit(FIRST_ACTIVITIES).count(),
    dayBeganAt: (await db.history.where('at').aboveOrEqual(startOfDay(now)).first())?.at ?? null,
    open: await db.prompts.where({ state: 'due' }).toArray(),
    sharedAt: (await db.receipts.orderBy('at').last())?.at ?? null,
  };
}

/** Times that lie ahead, because the clock was put back, become now. */
async function bringBack({ history }: Database, now: number): Promise<void> {
  for (const time of ['at', 'shownAt']) {
    await history
      .where(time)
      .above(now)
      .modify((past, ref) => {
        ref.value = notAhead(past, now);
      });
  }
}
