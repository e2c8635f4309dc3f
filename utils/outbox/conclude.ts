import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Practice } from '@/utils/practice/practice';
import { titleOf } from '@/utils/practice/tidy';
import { createDraft, type DraftPorts } from './drafts';
import type { Answered, Draft } from './entry';
import { type Post, readPost } from './post';
import { beginReply } from './reply';
import { type OutboxDatabase, type OutboxProblem, onDisk } from './store';

type Begun = Promise<Result<Draft, OutboxProblem>>;

/**
 * A draft with the outcome of the discussion under a post of one's own; it will stand on a page. A discussion has one
 * such draft at a time; one that was begun goes on.
 */
export function beginConclusion(db: OutboxDatabase, entryId: string, ports: DraftPorts): Begun {
  return onDisk(() =>
    db.transaction('rw', [db.drafts, db.entries, db.receipts], async () => {
      const post = await readPost(db, entryId);
      if (post === null) return fail({ code: 'entry-gone' });
      if (post.first.withdrawnAt !== null) return fail({ code: 'post-withdrawn' });
      if (post.entry === null) return fail({ code: 'text-pruned' });
      const concludes = discussionOf(post, post.entry);
      const begun = await db.drafts.filter((draft) => draft.concludes?.entryId === concludes.entryId).first();
      if (begun !== undefined) return succeed(begun);
      return createDraft(
        db,
        { practice: conclusionOf(post, post.entry.practice), activityId: null, concludes },
        ports,
      );
    }),
  );
}

/** A draft of a reply that tells the discussion where its conclusion stands; `tell` words it around the address. */
export function beginTelling(
  db: OutboxDatabase,
  entryId: string,
  { tell, ...ports }: DraftPorts & { readonly tell: (url: string) => string },
): Begun {
  return onDisk(async () => {
    const post = await readPost(db, entryId);
    if (post === null) return fail({ code: 'entry-gone' });
    const concludes = post.entry?.concludes;
    if (post.entry === null || concludes === undefined) return fail({ code: 'text-pruned' });
    const { language } = post.entry.practice;
    return beginReply(
      db,
      { kind: 'answer', answers: concludes, language, did: tell(post.newest.url) },
      ports,
    );
  });
}

function discussionOf(
  { first }: Post,
  { practice, communityId, placeId, audience }: NonNullable<Post['entry']>,
): Answered {
  const { entryId, postId } = first;
  return { entryId, postId, title: titleOf(practice), communityId, placeId, audience };
}

function conclusionOf({ newest }: Post, practice: Practice): Practice {
  const { topics, language } = practice;
  const empty = { did: '', why: '', tip: '' };
  return { ...empty, title: titleOf(practice), topics, link: newest.url, language, kind: 'conclusion' };
}
