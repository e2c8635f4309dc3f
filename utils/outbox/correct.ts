import { newId } from '@/utils/kernel/ids';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { createDraft, type DraftPorts } from './drafts';
import { takeBack } from './entries';
import { type Correction, carriedOn, type Draft, type Entry } from './entry';
import { type Post, readPost } from './post';
import { type OutboxDatabase, type OutboxProblem, onDisk } from './store';

type Begun = Promise<Result<Draft, OutboxProblem>>;

/**
 * A draft that will replace a delivered post, from the text that stands there now. A post has one correction at a time:
 * one that was begun goes on, one that has not left is taken back, one on its way has to arrive first. What was not
 * delivered yet is simply taken back.
 */
export function beginCorrection(db: OutboxDatabase, entryId: string, ports: DraftPorts): Begun {
  return onDisk(() =>
    db.transaction('rw', [db.drafts, db.entries, db.receipts, db.communities], async () => {
      const post = await readPost(db, entryId);
      if (post === null) return takeBack(db, entryId, ports);
      const { entryId: firstId, withdrawnAt, communityId } = post.first;
      const begun = await db.drafts.where({ 'corrects.entryId': firstId }).first();
      if (begun !== undefined) return succeed(begun);
      const outstanding = await outstandingCorrection(db, firstId);
      if (outstanding !== undefined) return takeBack(db, outstanding.id, ports);
      if (withdrawnAt !== null) return fail({ code: 'post-withdrawn' });
      if (post.entry === null) return fail({ code: 'text-pruned' });
      const community = await db.communities.get(communityId);
      if (community?.canEdit !== true) return fail({ code: 'cannot-correct' });
      const draft = correctionOf(post, post.entry, ports);
      await db.drafts.add(draft);
      return succeed(draft);
    }),
  );
}

/** The correction of a post that waits or is under way; there is one at most. */
export function outstandingCorrection(
  db: Pick<OutboxDatabase, 'entries'>,
  firstEntryId: string,
): PromiseLike<Entry | undefined> {
  return db.entries
    .where({ 'corrects.entryId': firstEntryId })
    .filter(({ state }) => state !== 'delivered')
    .first();
}

/** A new draft with the text of a post that was withdrawn, and a reference of its own. */
export function shareAgain(db: OutboxDatabase, entryId: string, ports: DraftPorts): Begun {
  return onDisk(async () => {
    const post = await readPost(db, entryId);
    if (post === null) return fail({ code: 'entry-gone' });
    if (post.entry === null) return fail({ code: 'text-pruned' });
    const { answers } = (await db.entries.get(post.first.entryId)) ?? post.entry;
    return createDraft(
      db,
      { practice: post.entry.practice, activityId: null, answers, ...carriedOn(post.entry) },
      ports,
    );
  });
}

function correctionOf({ first }: Post, text: Entry, { clock, bytes }: DraftPorts): Draft {
  const now = clock();
  const corrects: Correction = {
    entryId: first.entryId,
    postId: first.postId,
    communityId: first.communityId,
    placeId: text.placeId,
    audience: text.audience,
  };
  return {
    id: newId(bytes),
    reference: first.reference,
    practice: text.practice,
    ...carriedOn(text),
    activityId: null,
    corrects,
    answers: null,
    revision: 0,
    createdAt: now,
    updatedAt: now,
  };
}
