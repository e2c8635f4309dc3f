import { DAY_MS } from '@/utils/kernel/clock';
import { isShowing, notAhead, type Showing } from '@/utils/prompting/history';
import { dayBegan, startOfDay } from '@/utils/prompting/hours';
import { FIRST_ACTIVITIES, REMEMBERED_DAYS } from '@/utils/prompting/policy';
import type { Choices, PromptingState } from '@/utils/prompting/state';
import type { Database } from '@/utils/storage/database';

/** The tables that a decision reads. */
export const DECIDED_FROM = ['prompts', 'history', 'receipts'] as const;

/** Times that lie so far ahead are of a clock that was wrong by months: nobody waits for them. */
const FAR_AHEAD_MS = 30 * DAY_MS;

/**
 * What a decision at `now` (epoch ms) rests on. Walks indexes only, and a bounded number of rows: who has done ten
 * thousand things waits no longer than a newcomer. Call it in a transaction that may write DECIDED_FROM.
 */
export async function readState(
  db: Database,
  choices: Choices,
  now: number,
  startedAt: number | null,
): Promise<PromptingState> {
  await bringBack(db, now);
  const firstToday = await db.history.where('at').aboveOrEqual(startOfDay(now)).first();
  return {
    choices,
    showings: await readShowings(db, now),
    knownSince: notLater(now, (await db.history.orderBy('at').first())?.at),
    known: (await db.history.orderBy('at').limit(FIRST_ACTIVITIES).primaryKeys()).length, // a count would count them all
    dayBeganAt: dayBegan(now, notLater(now, firstToday?.at), startedAt),
    open: await db.prompts.where({ state: 'due' }).toArray(),
    sharedAt: notLater(
      now,
      (
        await db.receipts
          .where('at')
          .belowOrEqual(now + FAR_AHEAD_MS)
          .last()
      )?.at,
    ),
  };
}

/** Chips that still count or teach something at `now`, oldest first. */
export async function readShowings({ history }: Database, now: number): Promise<readonly Showing[]> {
  const since = now - REMEMBERED_DAYS * DAY_MS;
  const shown = await history.where('shownAt').above(since).toArray();
  return shown.filter(isShowing).map((showing) => notAhead(showing, now));
}

/** A clock that was put back leaves times ahead: they count as now. */
function notLater(now: number, at: number | undefined): number | null {
  return at === undefined ? null : Math.min(now, at);
}

async function bringBack({ history }: Database, now: number): Promise<void> {
  for (const time of ['at', 'shownAt'] as const) {
    await history
      .where(time)
      .above(now + FAR_AHEAD_MS)
      .modify((past) => {
        past[time] = now;
      });
  }
}
