import { leave } from '@/utils/community/auth/leave';
import type { Failure } from '@/utils/community/connector';
import { platformOf } from '@/utils/community/register';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { forgetCommunity } from '@/utils/library/store';
import type { Problem, Replies } from '@/utils/messaging/contract';
import { isInUse } from '@/utils/outbox/entries';
import type { Services } from '../services';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

export async function removeCommunity(
  { db, http, library, announce }: Services,
  communityId: string,
): Reply<'community:remove'> {
  if (await isInUse(db, communityId)) return fail({ code: 'community-in-use' });
  await leave({ db, http }, platformOf, communityId);
  library.changed(await forgetCommunity(db, communityId));
  announce();
  return succeed(null);
}

const INVITATION = { uses: 10, days: 14 } as const;

/** Has the community make a link for colleagues of this member. */
export async function invite(services: Services, communityId: string): Reply<'community:invite'> {
  const { db, perform } = services;
  const community = await db.communities.get(communityId);
  if (community?.canInvite !== true) return fail({ code: 'bad-request' });
  const made = await perform<'invite'>(community, { verb: 'invite', ...INVITATION });
  return made.ok ? made : fail({ code: problemOf(made.error), detail: community.name });
}

function problemOf(failure: Failure): Problem['code'] {
  if (failure.kind === 'auth') return 'invite-signed-out';
  return failure.kind === 'retry' && !failure.answered ? 'community-unreachable' : 'invite-failed';
}
