import * as z from 'zod/mini';
import { mayBeSilent, signInSilently } from '@/utils/community/auth/silent';
import type { Community } from '@/utils/community/community';
import type { Platform } from '@/utils/community/platform';
import { platformOf } from '@/utils/community/register';
import { HOUR_MS, isRecent, MINUTE_MS } from '@/utils/kernel/clock';
import { sessionValue } from '@/utils/platform/session';
import type { Services } from './services';
import { hiddenWindow, signInPorts } from './sign-in-ports';

/** Somebody who was not signed in there may be soon; who was not for long is away. */
const FIRST_AGAIN_MS = 10 * MINUTE_MS;
const LAST_AGAIN_MS = HOUR_MS;

const TrySchema = z.object({ at: z.number(), count: z.number() });
type Try = z.infer<typeof TrySchema>;

/** The last tries by community; a browser that started anew tries at once. */
const tries = sessionValue('silent-sign-ins', z.record(z.string(), TrySchema), {});

/** A community whose sign-in ended, and where it may come back by itself. */
interface Ended {
  readonly community: Community;
  readonly platform: Platform;
}

/**
 * Signs in again, unseen, wherever something waits for a sign-in that ended: each community ten minutes after the last
 * try, then after longer, up to an hour. Whether any of it can be delivered to again.
 */
export async function signInWhereWaiting(services: Services): Promise<boolean> {
  if (navigator.onLine === false) return false; // no try is spent on that
  let came = false;
  for (const { community } of await waitingOnes(services)) {
    if (!(await claim(community.id, services.clock()))) continue;
    // As it is by now: the one before may have taken a while, and the person may have paused or signed in.
    const still = (await waitingOnes(services)).find((one) => one.community.id === community.id);
    if (still !== undefined) came = (await trySilently(services, still)) || came;
  }
  return came;
}

/** Epoch ms of the next try after that of a delivery which runs now; null where nothing waits for one. */
export async function nextSilentSignInAt(services: Services): Promise<number | null> {
  const waiting = await waitingOnes(services);
  if (waiting.length === 0) return null;
  const [known, now] = [await tries.read(), services.clock()];
  return Math.min(...waiting.map(({ community }) => nextTryAt(known[community.id], now)));
}

async function trySilently(services: Services, { community, platform }: Ended): Promise<boolean> {
  const ports = { ...(await signInPorts(services)), window: hiddenWindow(services.note) };
  return signInSilently(ports, platform, community);
}

/** Of two deliveries at once one has the turn. */
async function claim(id: string, now: number): Promise<boolean> {
  let isMine = false;
  await tries.change((before) => {
    const last = before[id];
    isMine = last === undefined || !isRecent(last.at, restAfter(last), now);
    return isMine ? { ...before, [id]: { at: now, count: (last?.count ?? 0) + 1 } } : before;
  });
  return isMine;
}

function nextTryAt(last: Try | undefined, now: number): number {
  const dueAt = last === undefined ? now : Math.min(last.at, now) + restAfter(last);
  // What is due is tried by whoever delivers now; where that cannot be, without a network, not every second again.
  return dueAt > now ? dueAt : now + FIRST_AGAIN_MS;
}

function restAfter({ count }: Try): number {
  return Math.min(LAST_AGAIN_MS, FIRST_AGAIN_MS * 2 ** (count - 1));
}

async function waitingOnes({ db }: Services): Promise<readonly Ended[]> {
  const all = await db.communities.toArray();
  const ended = all.flatMap((community) => {
    const platform = platformOf(community.connector);
    const isOne = platform !== null && community.paused !== true && mayBeSilent(platform, community);
    return isOne ? [{ community, platform }] : [];
  });
  const counts = await Promise.all(
    ended.map(({ community: { id } }) =>
      db.entries.where('[reason+communityId]').equals(['signed-out', id]).count(),
    ),
  );
  return ended.filter((_, index) => (counts[index] ?? 0) > 0);
}
