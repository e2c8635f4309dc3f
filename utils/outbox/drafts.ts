import type { Clock } from '@/utils/kernel/clock';
import { newId, newReference } from '@/utils/kernel/ids';
import type { RandomBytes } from '@/utils/kernel/random';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Practice } from '@/utils/practice/practice';
import { parkReplies } from './behind';
import type { Draft } from './entry';
import { keptOnDisk, type OutboxDatabase, type OutboxProblem, onDisk } from './store';

export interface DraftPorts {
  readonly clock: Clock;
  readonly bytes?: RandomBytes;
}

/** A new draft, on disk, with the reference that its post will have; `answers` where it answers another. */
export function createDraft(
  db: OutboxDatabase,
  { practice, activityId, answers = null }: Pick<Draft, 'practice' | 'activityId'> & Partial<Draft>,
  { clock, bytes }: DraftPorts,
): Promise<Result<Draft, OutboxProblem>> {
  const now = clock();
  const draft: Draft = {
    id: newId(bytes),
    reference: newReference(bytes),
    practice,
    activityId,
    corrects: null,
    answers,
    revision: 0,
    createdAt: now,
    updatedAt: now,
  };
  return keptOnDisk(async () => {
    await db.drafts.add(draft);
    return draft;
  });
}

export interface DraftChange {
  readonly draftId: string;
  /** The revision that the person was looking at. */
  readonly revision: number;
  readonly practice: Practice;
}

/**
 * Saves what was typed as the next revision; `draft-changed-elsewhere` where another window saved other text since, and
 * nothing is overwritten. The same text again is saved already: an answer may have been lost on its way.
 */
export function saveDraft(
  db: OutboxDatabase,
  { draftId, revision, practice }: DraftChange,
  clock: Clock,
): Promise<Result<Draft, OutboxProblem>> {
  return onDisk(() =>
    db.transaction('rw', db.drafts, async () => {
      const stored = await db.drafts.get(draftId);
      if (stored === undefined) return fail({ code: 'draft-gone' });
      if (samePractice(stored.practice, practice)) return succeed(stored);
      if (stored.revision !== revision) return fail({ code: 'draft-changed-elsewhere' });
      const saved: Draft = { ...stored, practice, revision: revision + 1, updatedAt: clock() };
      await db.drafts.put(saved);
      return succeed(saved);
    }),
  );
}

/** Removes a draft for good: only ever because the person said so. One that is gone already is as wanted. */
export function discardDraft(db: OutboxDatabase, draftId: string): Promise<Result<null, OutboxProblem>> {
  return keptOnDisk(() =>
    db.transaction('rw', [db.drafts, db.entries], async () => {
      const draft = await db.drafts.get(draftId);
      await db.drafts.delete(draftId);
      if (draft !== undefined) await parkReplies(db, draftId);
      return null;
    }),
  );
}

function samePractice(one: Practice, other: Practice): boolean {
  const { topics, ...fields } = one;
  const sameTopics =
    topics.length === other.topics.length && topics.every((topic, i) => topic === other.topics[i]);
  return (
    sameTopics && Object.entries(fields).every(([name, value]) => other[name as keyof Practice] === value)
  );
}
