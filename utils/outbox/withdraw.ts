import type { Community } from '@/utils/community/community';
import type { Failure, Perform } from '@/utils/community/connector';
import { keptBackFor } from '@/utils/community/failure';
import type { Clock } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { parkReplies } from './behind';
import { readPost } from './post';
import { pauseSignedOut } from './resume';
import { keptOnDisk, type OutboxDatabase, type OutboxProblem, onDisk } from './store';

export interface WithdrawPorts {
  readonly db: OutboxDatabase;
  readonly clock: Clock;
  readonly perform: Perform;
}

/**
 * Has the community remove a delivered post, now. Withdrawn is only what it says is gone; a post that was gone already
 * is. Every failure changes nothing here, and trying again is harmless. The own copy of the text stays.
 */
export function withdraw(ports: WithdrawPorts, entryId: string): Promise<Result<null, OutboxProblem>> {
  const { db, perform } = ports;
  return onDisk(async () => {
    const post = await readPost(db, entryId);
    if (post === null) {
      const isHere = (await db.entries.get(entryId)) !== undefined;
      return fail({ code: isHere ? 'entry-on-its-way' : 'entry-gone' });
    }
    const { entryId: firstId, communityId, postId, withdrawnAt } = post.first;
    if (withdrawnAt !== null) return succeed(null);
    const community = await db.communities.get(communityId);
    if (community?.canRemove !== true) return fail({ code: 'cannot-withdraw' });
    const answer = await perform<'remove'>(community, { verb: 'remove', postId });
    if (answer.ok || answer.error.kind === 'gone') return markWithdrawn(ports, firstId);
    if (isSignedOut(answer.error)) await pauseSignedOut(db, community);
    return fail(problemOf(answer.error, community));
  });
}

/** Corrections that did not leave have nothing left to correct: their text waits for the person. */
function markWithdrawn({ db, clock }: WithdrawPorts, firstId: string): Promise<Result<null, OutboxProblem>> {
  return keptOnDisk(() =>
    db.transaction('rw', [db.entries, db.receipts], async () => {
      await db.receipts.update(firstId, { withdrawnAt: clock() });
      await db.entries
        .where({ 'corrects.entryId': firstId })
        .filter(({ state }) => state !== 'delivered' && state !== 'sending')
        .modify({ state: 'parked', reason: 'post-gone', detail: null, firstTriedAt: null, leasedUntil: 0 });
      await parkReplies(db, firstId);
      return null;
    }),
  );
}

function isSignedOut(failure: Failure): boolean {
  return failure.kind === 'auth' && failure.why === 'expired';
}

function problemOf(failure: Failure, { name }: Community): OutboxProblem {
  if (keptBackFor(failure) !== null) return { code: 'community-busy', detail: name };
  if (failure.kind === 'retry' || failure.kind === 'moved')
    return { code: 'withdraw-unanswered', detail: name };
  return { code: isSignedOut(failure) ? 'withdraw-signed-out' : 'withdraw-refused', detail: name };
}
