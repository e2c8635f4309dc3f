import { DECIDED_FROM, readState } from '@/entrypoints/background/remembered';
import { edited, someChoices } from '@/tests/support/prompting';
import { DAY_MS } from '@/utils/kernel/clock';
import { decide } from '@/utils/prompting/decide';
import { type PastActivity, remember } from '@/utils/prompting/history';
import { Database } from '@/utils/storage/database';

/** Milliseconds of each decision, of somebody of whom so much is remembered and of a newcomer. */
export interface Decided {
  readonly known: number[];
  readonly newcomer: number[];
  readonly newcomerAgain: number[];
}

/** Decides and remembers, in turns, as the background does. */
export async function measureDecision(remembered: number, rounds: number): Promise<Decided> {
  const known = await person('bench-known', remembered);
  const newcomer = await person('bench-new', 0);
  const taken: Decided = { known: [], newcomer: [], newcomerAgain: [] };
  for (let round = -5; round < rounds; round += 1) {
    if (round === 0) for (const times of Object.values(taken)) times.length = 0; // until then they warmed up
    taken.newcomer.push(await decided(newcomer));
    taken.known.push(await decided(known));
    taken.newcomerAgain.push(await decided(newcomer));
  }
  await known.delete();
  await newcomer.delete();
  return taken;
}

async function decided(db: Database): Promise<number> {
  const now = Date.now();
  const activity = { ...edited, id: crypto.randomUUID(), at: now };
  const startedAt = performance.now();
  await db.transaction('rw', [...DECIDED_FROM], async () => {
    const state = await readState(db, someChoices(), now, null);
    const { reason } = decide(state, { kind: 'activity', activity, pages: [] }, () => now);
    await db.history.put(remember(activity, reason));
  });
  const taken = performance.now() - startedAt;
  await db.history.delete(activity.id);
  return taken;
}

/** Half a year is remembered: as much as may have been shown in it (three a week) was. */
async function person(name: string, remembered: number): Promise<Database> {
  const db = new Database({}, name);
  await db.delete();
  await db.open();
  const every = Math.max(1, Math.floor(remembered / 78));
  const rows = Array.from({ length: remembered }, (_, index): PastActivity => {
    const at = Date.now() - DAY_MS - (index / remembered) * 179 * DAY_MS;
    const past = remember({ ...edited, id: `past-${index}`, at }, 'week-cap');
    return index % every === 0 ? { ...past, shownAt: at } : past;
  });
  await db.history.bulkAdd(rows);
  return db;
}
