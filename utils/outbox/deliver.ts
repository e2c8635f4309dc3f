import type { Community } from '@/utils/community/community';
import type { Perform } from '@/utils/community/connector';
import type { Clock } from '@/utils/kernel/clock';
import type { Random } from '@/utils/kernel/random';
import type { Result } from '@/utils/kernel/result';
import { FIRST_DELAY_MS, paceAfter } from './backoff';
import { freeFollowers } from './behind';
import { makeChanges } from './changes';
import { type Claimed, claim, recoverLost, release } from './claim';
import { endJump, makeDue } from './due';
import { followHeld } from './held';
import { Journal } from './journal';
import { takesPosts } from './onward';
import { pauseSignedOut, resume } from './resume';
import { sendRound } from './send-round';
import type { SendingPorts } from './sending-ports';
import { keptOnDisk, type OutboxDatabase, type OutboxProblem } from './store';
import { Supply } from './supply';
import type { Pace } from './tables';
import type { Tally } from './tally';
import { TIMES, type Times } from './times';

export interface DeliverPorts {
  readonly db: OutboxDatabase;
  readonly clock: Clock;
  readonly random: Random;
  readonly perform: Perform;
  /** Runs work while no other holder of this name does (`navigator.locks.request`). */
  readonly lock: <Value>(name: string, work: () => Promise<Value>) => Promise<Value>;
  /** Called whenever something that a person may be looking at has changed. */
  readonly changed?: () => void;
  readonly times?: Times;
}

export interface Delivered {
  /** How many posts the communities took in this run. */
  readonly delivered: number;
}

/**
 * Delivers what is due. Safe at any moment, and twice: each community has one worker at a time, and whatever stops it
 * leaves entries from which the next run goes on. Communities do not wait for each other.
 */
export function deliver(ports: DeliverPorts): Promise<Result<Delivered, OutboxProblem>> {
  return keptOnDisk(async () => {
    await freeFollowers(ports.db, ports.clock());
    const ready = await resume(ports.db, ports.clock());
    for (const { id } of ready) await endJump(ports.db, ports.clock, id, ports.times);
    const runs = await Promise.allSettled(
      ready.map(({ id }) => ports.lock(`deliver:${id}`, () => drain(ports, id))),
    );
    const counts = runs.map((run) => {
      if (run.status === 'rejected') throw run.reason;
      return run.value;
    });
    return { delivered: counts.reduce((sum, count) => sum + count, 0) };
  });
}

/** Delivers to one community until nothing is due, or until it has to be left alone. */
async function drain(ports: DeliverPorts, communityId: string): Promise<number> {
  const { db, clock, changed } = ports;
  const journal = new Journal((changes) => makeChanges(db, changes), changed);
  const sending: SendingPorts = { ...ports, times: ports.times ?? TIMES, journal };
  const supply = new Supply(() => claimDue(sending, communityId));
  let delivered = 0;
  try {
    for (;;) {
      const community = await db.communities.get(communityId);
      const pace = await db.paces.get(communityId);
      if (community === undefined || !takesPosts(community) || (pace?.until ?? 0) > clock()) return delivered;
      supply.lookAgain();
      // After a failure one post asks whether it is over; four would be four times the trouble.
      const most = (pace?.failures ?? 0) > 0 ? 1 : Number.POSITIVE_INFINITY;
      const went = await sendRound(sending, community, supply, most);
      if (went.taken === 0) return delivered + (await followHeld(sending, community));
      delivered += went.delivered;
      if (await record(sending, community, pace, went)) changed?.();
      if (went.signedOut) await resume(db, clock()); // somebody may have signed in meanwhile
    }
  } finally {
    await release(db, await supply.end());
  }
}

/** The next entries, unless the community has gone, was signed out or was paused while its posts were leaving. */
async function claimDue({ db, clock, times }: SendingPorts, communityId: string): Promise<Claimed[]> {
  const community = await db.communities.get(communityId);
  if (community === undefined || !takesPosts(community)) return [];
  return db.transaction('rw', [db.entries, db.quarantine], async () => {
    await recoverLost(db, community, clock(), times);
    return claim(db, communityId, clock(), times);
  });
}

/**
 * Writes down how the community is doing; its return to health makes due what was backing off. Answers whether that is
 * other than before.
 */
async function record(
  { db, clock, random, times }: SendingPorts,
  community: Community,
  before: Pace | undefined,
  { step, signedOut }: Tally,
): Promise<boolean> {
  if (signedOut) await pauseSignedOut(db, community);
  const after = paceAfter(community.id, before, step, clock(), random);
  if (after !== null) {
    await db.paces.put(after);
  } else if (before !== undefined) {
    await db.paces.delete(community.id);
    // Not what was tried just now: a post that always fails would be sent again after each success of another.
    await makeDue(db, clock, { communityId: community.id, restMs: FIRST_DELAY_MS }, times);
  }
  return signedOut || after !== null || before !== undefined;
}
