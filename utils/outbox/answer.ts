import { fail, type Result, succeed } from '@/utils/kernel/result';
import { titleOf } from '@/utils/practice/tidy';
import { createDraft, type DraftPorts } from './drafts';
import type { Answered, Draft, Entry } from './entry';
import { readPost } from './post';
import { type OutboxDatabase, type OutboxProblem, onDisk } from './store';

/**
 * A draft that answers a post of one's own, arrived or still to come: it will stand under that, where that stands. A
 * post has one such draft at a time; one that was begun goes on.
 */
export function beginAnswer(
  db: OutboxDatabase,
  entryId: string,
  ports: DraftPorts,
): Promise<Result<Draft, OutboxProblem>> {
  return onDisk(() =>
    db.transaction('rw', [db.drafts, db.entries, db.receipts], async () => {
      const found = await answerable(db, entryId);
      if (!found.ok) return found;
      const { answers, language } = found.value;
      const begun = await db.drafts.where({ 'answers.entryId': answers.entryId }).first();
      if (begun !== undefined) return succeed(begun);
      const empty = { title: '', did: '', why: '', tip: '', topics: [], link: null };
      return createDraft(db, { practice: { ...empty, language }, activityId: null, answers }, ports);
    }),
  );
}

/** Whether there is or will be something to answer: not once it is known to be gone. */
export function canAnswer({ corrects, reason }: Pick<Entry, 'corrects' | 'reason'>): boolean {
  return corrects === null && reason !== 'withdrawn' && reason !== 'answered-gone';
}

interface Answerable {
  readonly answers: Answered;
  readonly language: string;
}

async function answerable(db: OutboxDatabase, entryId: string): Promise<Result<Answerable, OutboxProblem>> {
  const post = await readPost(db, entryId);
  if (post === null) {
    const entry = await db.entries.get(entryId);
    if (entry === undefined || !canAnswer(entry)) return fail({ code: 'entry-gone' });
    return succeed(to(entry, entry.id, null));
  }
  if (post.first.withdrawnAt !== null) return fail({ code: 'post-withdrawn' });
  if (post.entry === null) return fail({ code: 'text-pruned' });
  return succeed(to(post.entry, post.first.entryId, post.first.postId));
}

/** What stands behind another has no community of its own yet: it goes where that goes. */
function to(text: Entry, entryId: string, postId: string | null): Answerable {
  const { practice, placeId, audience } = text;
  const communityId = text.communityId ?? text.answers?.communityId ?? null;
  return {
    answers: { entryId, postId, title: titleOf(practice), communityId, placeId, audience },
    language: practice.language,
  };
}
