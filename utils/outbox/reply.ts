import { type Result, succeed } from '@/utils/kernel/result';
import type { Practice } from '@/utils/practice/practice';
import { createDraft, type DraftPorts } from './drafts';
import type { Answered, Draft } from './entry';
import { type OutboxDatabase, type OutboxProblem, onDisk } from './store';

/** A reply to begin: an answer, or a line about what somebody did with a practice. */
export interface ReplyWish {
  readonly kind: 'answer' | 'reuse';
  /** Somebody else's post, which is there. */
  readonly answers: Omit<Answered, 'entryId'>;
  /** BCP 47 language to write in. */
  readonly language: string;
  /** What it begins with. Absent: nothing. */
  readonly did?: string;
}

/**
 * A draft that will stand under somebody else's post. A post has one such draft of each kind at a time; one that was
 * begun goes on.
 */
export function beginReply(
  db: OutboxDatabase,
  { kind, answers, language, did = '' }: ReplyWish,
  ports: DraftPorts,
): Promise<Result<Draft, OutboxProblem>> {
  return onDisk(() =>
    db.transaction('rw', db.drafts, async () => {
      const { postId, communityId } = answers;
      const begun = await db.drafts
        .where('answers.postId')
        .equals(postId ?? '')
        .filter((draft) => draft.practice.kind === kind && draft.answers?.communityId === communityId)
        .first();
      if (begun !== undefined) return succeed(begun);
      const practice: Practice = {
        ...{ title: '', did, why: '', tip: '', topics: [], link: null },
        ...{ kind, language },
      };
      return createDraft(db, { practice, activityId: null, answers: { ...answers, entryId: null } }, ports);
    }),
  );
}
