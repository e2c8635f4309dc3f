import { browser } from 'wxt/browser';
import {
  type ConnectPorts,
  type ConnectProblem,
  connect,
  connectWithToken,
} from '@/utils/community/auth/connect';
import type { SignInWindow } from '@/utils/community/auth/sign-in';
import type { Community } from '@/utils/community/community';
import type { Failure } from '@/utils/community/connector';
import type { Note } from '@/utils/community/noted-http';
import { disconnect } from '@/utils/community/store';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { forgetCommunity } from '@/utils/library/store';
import type { Problem, Replies, RequestOf } from '@/utils/messaging/contract';
import { isInUse } from '@/utils/outbox/entries';
import { communityView } from '../compose-overview';
import type { Sync } from '../schedule-sync';
import type { Services } from '../services';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

export async function connectByConsent(
  services: Services,
  sync: Sync,
  wanted: RequestOf<'community:connect'>,
): Reply<'community:connect'> {
  return connected(services, sync, await connect(await portsOf(services), wanted));
}

export async function connectByToken(
  services: Services,
  sync: Sync,
  wanted: RequestOf<'community:paste-token'>,
): Reply<'community:paste-token'> {
  return connected(services, sync, await connectWithToken(await portsOf(services), wanted));
}

/** What waited for a connection or a sign-in goes on at once. */
function connected(
  services: Services,
  sync: Sync,
  community: Result<Community, ConnectProblem>,
): Result<Replies['community:connect'], Problem> {
  if (!community.ok) return community;
  services.announce();
  void sync.hurry();
  return succeed(communityView(community.value));
}

async function portsOf({ db, clock, http, note, words }: Services): Promise<ConnectPorts> {
  const { language } = await words();
  return { db, clock, http, window: signInWindow(note), language };
}

function signInWindow(note: Note): SignInWindow {
  return {
    redirectUri: browser.identity.getRedirectURL(),
    launch: async (url) => {
      await note(url, 'sign-in');
      try {
        return (await browser.identity.launchWebAuthFlow({ url, interactive: true })) ?? null;
      } catch {
        return null; // the person closed the window, or the page did not load: nothing was agreed to
      }
    },
  };
}

export async function removeCommunity(
  { db, library, announce }: Services,
  communityId: string,
): Reply<'community:remove'> {
  if (await isInUse(db, communityId)) return fail({ code: 'community-in-use' });
  await disconnect(db, communityId);
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
