import { type Result, succeed } from '@/utils/kernel/result';
import { createDraft, type DraftPorts } from './drafts';
import type { Answered, Draft } from './entry';
import { type OutboxDatabase, type OutboxProblem, onDisk } from './store';

/** A post of somebody else, and the language that its answer begins in. */
export interface OthersPost {
  readonly post: Omit<Answered, 'entryId' | 'postId' | 'communityId'> & {
    readonly postId: string;
    readonly communityId: string;
  };
  readonly language: string;
}

/** A draft that answers a post of somebody else. A post has one such draft at a time; one that was begun goes on. */
export function beginAnswerTo(
  db: OutboxDatabase,
  { post, language }: OthersPost,
  ports: DraftPorts,
): Promise<Result<Draft, OutboxProblem>> {
  return onDisk(() =>
    db.transaction('rw', db.drafts, async () => {
      const { postId, communityId } = post;
      const begun = await db.drafts
        .filter(({ answers }) => answers?.postId === postId && answers.communityId === communityId)
        .first();
      if (begun !== undefined) return succeed(begun);
      const empty = { title: '', did: '', why: '', tip: '', topics: [], link: null };
      const practice = { ...empty, language, kind: 'answer' as const };
      return createDraft(db, { practice, activityId: null, answers: { entryId: null, ...post } }, ports);
    }),
  );
}
