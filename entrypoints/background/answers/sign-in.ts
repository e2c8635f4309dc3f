import { connect, look, type Signing, signIn, step } from '@/utils/community/auth/connect';
import { forgetPending, type PendingSignIn, pendingNow } from '@/utils/community/auth/pending';
import type { ConnectPorts } from '@/utils/community/auth/ports';
import type { Outcome } from '@/utils/community/auth/problem';
import { createRecentlyFound } from '@/utils/community/auth/recently-found';
import type { Community } from '@/utils/community/community';
import { platformOf } from '@/utils/community/register';
import { type Result, succeed } from '@/utils/kernel/result';
import type { Problem, Replies, RequestOf } from '@/utils/messaging/contract';
import type { SignInReplies } from '@/utils/messaging/sign-in-messages';
import type { PendingView } from '@/utils/messaging/sign-in-views';
import type { Answerers } from '../answer-messages';
import { communityView } from '../compose-overview';
import type { Sync } from '../schedule-sync';
import type { Services } from '../services';
import { signInPorts } from '../sign-in-ports';
import { removeCommunity } from './communities';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

/** Everything about finding a community, signing in to it and leaving it. */
export function answers(services: Services, sync: Sync): Pick<Answerers, keyof SignInReplies> {
  const steps = new Map<string, Reply<'community:sign-in-step'>>();
  const recently = createRecentlyFound(services.clock);
  const ports = async () => ({ ...(await signInPorts(services)), recently });
  const connected = (community: Outcome<Community>) =>
    community.ok ? succeed(settle(services, sync, community.value)) : community;
  const signing = (outcome: Outcome<Signing>) =>
    outcome.ok ? viewOf(services, sync, outcome.value) : outcome;
  return {
    'community:identify': async ({ address }) => identify(await ports(), address),
    'community:connect': async (wanted) => connected(await connect(await ports(), wanted)),
    'community:sign-in': async (wanted) => signing(await signIn(await ports(), wanted)),
    'community:sign-in-step': ({ id, pasted }) => {
      // Two pages that ask at once get one answer: what the platform hands over is good once.
      const known = steps.get(id);
      if (known !== undefined) return known;
      const mine = signInPorts(services)
        .then(async (its) => signing(await step(its, id, pasted)))
        .finally(() => steps.delete(id));
      steps.set(id, mine);
      return mine;
    },
    'community:sign-in-cancel': async ({ id }) => {
      const { pending, clock } = await signInPorts(services);
      await forgetPending(pending, id, clock());
      return succeed(null);
    },
    'community:sign-ins': async () => {
      const { pending, clock } = await signInPorts(services);
      const all = Object.values(await pendingNow(pending, clock()));
      return succeed(all.map((one) => pendingView(one, clock())));
    },
    'community:application': (application) => keepApplication(services, application),
    'community:remove': ({ communityId }) => removeCommunity(services, communityId),
  };
}

async function identify(ports: ConnectPorts, address: string): Reply<'community:identify'> {
  const looked = await look(ports, address);
  if (!looked.ok) return looked;
  const { found, ways } = looked.value;
  const { platform, base, name, version, origin } = found;
  return succeed({
    platform: platform.id,
    title: platform.title,
    kind: platform.kind,
    name: name || new URL(origin).host,
    version,
    address: base,
    evidence: platform.evidence,
    ways,
    redirectAddress: ports.window.redirectUri,
  });
}

/** What waited for a connection or a sign-in goes on at once. */
function settle(services: Services, sync: Sync, community: Community): Replies['community:connect'] {
  services.announce();
  void sync.hurry();
  return communityView(community);
}

function viewOf(
  services: Services,
  sync: Sync,
  signing: Signing,
): Result<Replies['community:sign-in'], Problem> {
  if ('pending' in signing) return succeed(pendingView(signing.pending, services.clock()));
  return succeed({ state: 'connected', community: settle(services, sync, signing.community) });
}

function pendingView(pending: PendingSignIn, now: number): PendingView {
  const { id, platform, base, page, expiresAt, way, code, askAt } = pending;
  const title = platformOf(platform)?.title ?? platform;
  const shown = { id, title, address: base, page, expiresAt };
  if (way === 'key') return { ...shown, state: 'key' };
  return { ...shown, state: 'code', code, askAgainMs: Math.max(0, askAt - now) };
}

/** In place of what was given out before for the same platform at the same address; without an id, away. */
async function keepApplication(
  services: Services,
  application: RequestOf<'community:application'>,
): Reply<'community:application'> {
  const { applications = [] } = await services.settings();
  const { platform, address, clientId } = application;
  const others = applications.filter((one) => one.platform !== platform || one.address !== address);
  const trimmed = { ...application, clientId: clientId.trim(), tenant: application.tenant?.trim() || null };
  await services.changeSettings({
    applications: trimmed.clientId === '' ? others : [...others, trimmed],
  });
  return succeed(null);
}
