import type { Failure } from '@/utils/community/connector';
import { keptBackFor } from '@/utils/community/failure';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Problem } from '@/utils/messaging/contract';
import type { Services } from './services';

/** Thanks that are to be given, or taken back. */
interface Thanks {
  readonly communityId: string;
  readonly postId: string;
  readonly on: boolean;
}

/** Has the community thank for a post at once. Fails where it did not say that it did: then nothing says "thanked". */
export async function giveThanks(
  { db, perform }: Services,
  { communityId, postId, on }: Thanks,
): Promise<Result<null, Problem>> {
  const community = await db.communities.get(communityId);
  if (community === undefined) return fail({ code: 'shared-gone' });
  const marked = await perform<'mark'>(community, { verb: 'mark', postId, on });
  return marked.ok ? succeed(null) : fail({ code: problemOf(marked.error), detail: community.name });
}

function problemOf(failure: Failure): Problem['code'] {
  if (keptBackFor(failure) !== null) return 'community-busy';
  if (failure.kind === 'auth') return 'thank-signed-out';
  if (failure.kind === 'gone') return 'shared-gone';
  return failure.kind === 'retry' && !failure.answered ? 'community-unreachable' : 'thank-failed';
}
