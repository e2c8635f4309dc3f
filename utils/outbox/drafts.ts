import type { Clock } from '@/utils/kernel/clock';
import { newId, newReference } from '@/utils/kernel/ids';
import type { RandomBytes } from '@/utils/kernel/random';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Picture, Practice } from '@/utils/practice/practice';
import { carriedOn, type Draft } from './entry';
import { keptOnDisk, type OutboxDatabase, type OutboxProblem, onDisk } from './store';

export interface DraftPorts {
  readonly clock: Clock;
  readonly bytes?: RandomBytes;
}

/** A new draft, on disk, with the reference that its post will have; `answers` where it answers another. */
export function createDraft(
  db: OutboxDatabase,
  {
    practice,
    activityId,
    page,
    sharesFrom,
    answers = null,
    ...along
  }: Pick<Draft, 'practice' | 'activityId'> & Partial<Draft>,
  { clock, bytes }: DraftPorts,
): Promise<Result<Draft, OutboxProblem>> {
  const now = clock();
  const draft: Draft = {
    id: newId(bytes),
    reference: newReference(bytes),
    practice,
    activityId,
    ...(page === undefined ? {} : { page }),
    ...(sharesFrom === undefined ? {} : { sharesFrom }),
    corrects: null,
    answers,
    ...carriedOn(along),
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
  /** What the same window saved before and heard no answer about: on disk that is its own text, not somebody else's. */
  readonly unanswered?: readonly Practice[] | undefined;
}

/**
 * Saves what was typed as the next revision; `draft-changed-elsewhere` where another window saved other text since, and
 * nothing is overwritten. The same text again is saved already: an answer may have been lost on its way.
 */
export function saveDraft(
  db: OutboxDatabase,
  { draftId, revision, practice, unanswered = [] }: DraftChange,
  clock: Clock,
): Promise<Result<Draft, OutboxProblem>> {
  return onDisk(() =>
    db.transaction('rw', db.drafts, async () => {
      const stored = await db.drafts.get(draftId);
      if (stored === undefined) return fail({ code: 'draft-gone' });
      if (samePractice(stored.practice, practice)) return succeed(stored);
      const isOurs = stored.revision === revision || isOwnSave(stored.practice, unanswered);
      if (!isOurs) return fail({ code: 'draft-changed-elsewhere' });
      const saved: Draft = { ...stored, practice, revision: stored.revision + 1, updatedAt: clock() };
      await db.drafts.put(saved);
      return succeed(saved);
    }),
  );
}

/** Whether what stands on disk is one of these texts. */
export function isOwnSave(stored: Practice, texts: readonly Practice[]): boolean {
  return texts.some((text) => samePractice(text, stored));
}

/** Every field the same, letter for letter; one that is absent is the same as one without a value. */
export function samePractice(one: Practice, other: Practice): boolean {
  const { pictures = [], ...fields } = one;
  const { pictures: others = [], ...otherFields } = other;
  const names = new Set([...Object.keys(fields), ...Object.keys(otherFields)]) as Set<keyof typeof fields>;
  const isSame = [...names].every(
    (name) => JSON.stringify(fields[name]) === JSON.stringify(otherFields[name]),
  );
  return isSame && samePictures(pictures, others);
}

function samePictures(some: readonly Picture[], others: readonly Picture[]): boolean {
  const isOther = ({ id, description }: Picture, index: number): boolean =>
    id !== others[index]?.id || description !== others[index]?.description;
  return some.length === others.length && !some.some(isOther);
}
