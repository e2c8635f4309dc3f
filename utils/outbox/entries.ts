import type { Clock } from '@/utils/kernel/clock';
import { newReference } from '@/utils/kernel/ids';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { countInState, NOT_ARRIVED } from './counts';
import type { DraftPorts } from './drafts';
import { makeDue } from './due';
import { carriedOn, type Draft, type Entry, type Receipt } from './entry';
import { onward } from './onward';
import { type OutboxDatabase, type OutboxProblem, onDisk } from './store';
import type { Discarded } from './tables';

/** An entry and, once it was delivered, its receipt. */
export function readEntry(
  db: OutboxDatabase,
  entryId: string,
): Promise<Result<{ readonly entry: Entry; readonly receipt: Receipt | null }, OutboxProblem>> {
  return onDisk(async () => {
    const entry = await db.entries.get(entryId);
    if (entry === undefined) return fail({ code: 'entry-gone' });
    return succeed({ entry, receipt: (await db.receipts.get(entryId)) ?? null });
  });
}

/**
 * Makes an entry that has not left a draft again, with its text and reference. `entry-on-its-way` once a try may have
 * arrived: then the text can be copied, not edited.
 */
export function takeBack(
  db: OutboxDatabase,
  entryId: string,
  { clock, bytes }: DraftPorts,
): Promise<Result<Draft, OutboxProblem>> {
  return onDisk(() =>
    db.transaction('rw', [db.drafts, db.entries], async () => {
      const entry = await db.entries.get(entryId);
      if (entry === undefined) return fail({ code: 'entry-gone' });
      if (!canTakeBack(entry)) return fail({ code: 'entry-on-its-way' });
      const now = clock();
      const draft: Draft = {
        id: entry.id,
        // A post that is gone was in the community under this reference: another post needs another one.
        reference: isGone(entry) ? newReference(bytes) : entry.reference,
        practice: entry.practice,
        ...carriedOn(entry),
        activityId: null,
        corrects: isGone(entry) ? null : entry.corrects,
        answers: entry.reason === 'answered-gone' ? null : entry.answers,
        // Above all that it can have had: a window that still shows an older text must not take it for that one.
        revision: now,
        createdAt: entry.createdAt,
        updatedAt: now,
      };
      await db.drafts.add(draft);
      await db.entries.delete(entryId);
      return succeed(draft);
    }),
  );
}

/** May this entry's text still change without a second post? */
export function canTakeBack({ state, firstTriedAt }: Entry): boolean {
  return (state === 'waiting' || state === 'parked') && firstTriedAt === null;
}

function isGone({ reason }: Entry): boolean {
  return reason === 'withdrawn' || reason === 'post-gone';
}

/** Tries again because the person asked: a parked entry goes on, what backs off is due as far as `makeDue` allows. */
export function retry(
  db: OutboxDatabase,
  entryId: string,
  clock: Clock,
): Promise<Result<Entry, OutboxProblem>> {
  return onDisk(() =>
    db.transaction('rw', [db.entries, db.communities, db.paces], async () => {
      const entry = await db.entries.get(entryId);
      if (entry === undefined) return fail({ code: 'entry-gone' });
      const { state, communityId } = entry;
      const community = communityId === null ? undefined : await db.communities.get(communityId);
      if (state === 'parked' || state === 'waiting') await db.entries.put(onward(entry, community, clock()));
      if (communityId !== null) await makeDue(db, clock, { communityId });
      return succeed((await db.entries.get(entryId)) ?? entry);
    }),
  );
}

/** Does anything still have to reach this community, or could it, once a deletion is undone? */
export async function isInUse(db: OutboxDatabase, communityId: string): Promise<boolean> {
  const isForIt = ({ kind, row }: Discarded): boolean => kind === 'entry' && row.communityId === communityId;
  if ((await db.discarded.filter(isForIt).count()) > 0) return true;
  return (await countInState(db, NOT_ARRIVED, { communityId, most: 1 })) > 0;
}
