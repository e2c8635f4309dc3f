import { type Clock, SECOND_MS } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { parkReplies } from './behind';
import { samePractice } from './drafts';
import { apart, carriedOn, type Draft, type Entry } from './entry';
import { onward } from './onward';
import { keptOnDisk, type OutboxDatabase, type OutboxProblem, onDisk } from './store';
import type { Discarded } from './tables';

/** How long a deletion can be undone at the least; a page on which somebody looks at it asks for more. */
export const UNDO_MS = 10 * SECOND_MS;

/** Puts a draft aside to be deleted: only ever because the person said so. One that is gone already is as wanted. */
export function discardDraft(
  db: OutboxDatabase,
  draftId: string,
  clock: Clock,
): Promise<Result<null, OutboxProblem>> {
  return onDisk(() =>
    db.transaction('rw', [db.drafts, db.discarded], async () => {
      const row = await db.drafts.get(draftId);
      if (row === undefined) return succeed(null);
      await db.discarded.put({ id: draftId, kind: 'draft', row, until: clock() + UNDO_MS });
      await db.drafts.delete(draftId);
      return succeed(null);
    }),
  );
}

/** Puts an entry aside to be deleted because the person said so; not in the moment in which it is being sent. */
export function discardEntry(
  db: OutboxDatabase,
  entryId: string,
  clock: Clock,
): Promise<Result<null, OutboxProblem>> {
  return onDisk(() =>
    db.transaction('rw', [db.entries, db.discarded], async () => {
      const row = await db.entries.get(entryId);
      if (row === undefined) return succeed(null);
      if (row.state === 'sending') return fail({ code: 'entry-on-its-way' });
      await db.discarded.put({ id: entryId, kind: 'entry', row, until: clock() + UNDO_MS });
      await db.entries.delete(entryId);
      return succeed(null);
    }),
  );
}

/** Undoes a deletion: what was deleted is back as it was. `undo-too-late` once it is gone for good. */
export function restoreDiscarded(
  db: OutboxDatabase,
  id: string,
  clock: Clock,
): Promise<Result<null, OutboxProblem>> {
  return onDisk(() =>
    db.transaction('rw', [db.drafts, db.entries, db.discarded, db.communities], async () => {
      const discarded = await db.discarded.get(id);
      if (discarded === undefined) return fail({ code: 'undo-too-late' });
      const here = (await db.drafts.get(id)) ?? (await db.entries.get(id));
      if (here !== undefined) await keepBeside(db, here, discarded);
      else if (discarded.kind === 'draft') await db.drafts.add(discarded.row);
      else await db.entries.add(await goingOn(db, discarded.row, clock()));
      await db.discarded.delete(id);
      return succeed(null);
    }),
  );
}

/** A file brought something under the same id meanwhile: both texts stay. */
async function keepBeside(db: OutboxDatabase, here: Draft | Entry, { row }: Discarded): Promise<void> {
  if (samePractice(here.practice, row.practice)) return;
  const { id, reference, practice, corrects, answers, createdAt } = row;
  const draft = { id, reference, practice, corrects, answers, createdAt, activityId: null, revision: 0 };
  await db.drafts.add(apart({ ...draft, ...carriedOn(row), updatedAt: createdAt }));
}

/** As it was, unless its community signed out meanwhile: then it waits for that, as its likes do. */
async function goingOn(db: OutboxDatabase, entry: Entry, now: number): Promise<Entry> {
  if (entry.communityId === null || entry.state !== 'waiting') return entry;
  const community = await db.communities.get(entry.communityId);
  return community?.signedOut === false ? entry : onward(entry, community, now);
}

/** Somebody is looking at a deletion: it can be undone for ten more seconds. */
export function holdDiscarded(
  db: OutboxDatabase,
  id: string,
  clock: Clock,
): Promise<Result<null, OutboxProblem>> {
  return onDisk(async () => {
    const held = await db.discarded.update(id, { until: clock() + UNDO_MS });
    return held === 0 ? fail({ code: 'undo-too-late' }) : succeed(null);
  });
}

/** What can still be taken back, the newest deletion first. */
export function discardedRows(db: OutboxDatabase): Promise<Discarded[]> {
  return db.discarded.orderBy('until').reverse().toArray();
}

/** What a deletion that is over comes to: how many texts went, and when the next ones go (epoch ms). */
export interface Finished {
  readonly removed: number;
  readonly nextAt: number | null;
}

/** Removes for good what can no longer be undone. A moment that lies too far ahead is a clock that jumped. */
export function finishDiscarding(db: OutboxDatabase, clock: Clock): Promise<Result<Finished, OutboxProblem>> {
  return keptOnDisk(() =>
    db.transaction('rw', [db.discarded, db.entries], async () => {
      const latest = clock() + UNDO_MS;
      await db.discarded.where('until').above(latest).modify({ until: latest });
      const over = db.discarded.where('until').belowOrEqual(clock());
      for (const { kind, row } of await over.toArray()) {
        if (kind === 'draft' || row.state !== 'delivered') await parkReplies(db, row.id);
      }
      const removed = await over.delete();
      const next = await db.discarded.orderBy('until').first();
      return { removed, nextAt: next?.until ?? null };
    }),
  );
}
