import type { Community } from '@/utils/community/community';
import type { Perform } from '@/utils/community/connector';
import type { Clock } from '@/utils/kernel/clock';
import type { Random } from '@/utils/kernel/random';
import type { Result } from '@/utils/kernel/result';
import { FIRST_DELAY_MS, paceAfter } from './backoff';
import { freeFollowers } from './behind';
import { type Claimed, claim, recoverLost, release } from './claim';
import { makeDue } from './due';
import { pauseSignedOut, resume } from './resume';
import { type GroupResult, type SendingPorts, sendGroup } from './send-group';
import { keptOnDisk, type OutboxDatabase, type OutboxProblem } from './store';
import type { Pace } from './tables';
import { SENDING_AT_ONCE, TIMES, type Times } from './times';

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
  const sending: SendingPorts = { ...ports, times: ports.times ?? TIMES };
  let delivered = 0;
  for (;;) {
    const community = await db.communities.get(communityId);
    const pace = await db.paces.get(communityId);
    if (community === undefined || community.signedOut || (pace?.until ?? 0) > clock()) return delivered;
    await recoverLost(db, community, clock(), sending.times);
    const claimed = await claim(db, communityId, clock(), sending.times);
    if (claimed.length === 0) return delivered;
    const went = await sendClaimed(sending, community, claimed, pace, changed);
    delivered += went.delivered;
    if (went.stop) return delivered;
  }
}

async function sendClaimed(
  ports: SendingPorts,
  community: Community,
  claimed: readonly Claimed[],
  pace: Pace | undefined,
  changed: DeliverPorts['changed'],
): Promise<{ readonly delivered: number; readonly stop: boolean }> {
  let current = pace;
  let delivered = 0;
  let done = 0;
  try {
    while (done < claimed.length) {
      // After a failure one post asks whether it is over; four would be four times the trouble.
      const size = current === undefined ? SENDING_AT_ONCE : 1;
      const group = claimed.slice(done, done + size).map(({ entry }) => entry);
      done += group.length;
      const went = await sendGroup(ports, community, group);
      delivered += went.delivered;
      current = await record(ports, community, current, went);
      changed?.();
      if (went.signedOut || (current?.until ?? 0) > ports.clock()) return { delivered, stop: true };
    }
    return { delivered, stop: false };
  } finally {
    await release(ports.db, claimed.slice(done));
  }
}

/** Writes down how the community is doing; its return to health makes due what was backing off. */
async function record(
  { db, clock, random, times }: SendingPorts,
  community: Community,
  before: Pace | undefined,
  went: GroupResult,
): Promise<Pace | undefined> {
  if (went.signedOut) await pauseSignedOut(db, community);
  const after = paceAfter(community.id, before, went, clock(), random);
  if (after !== null) {
    await db.paces.put(after);
    return after;
  }
  if (before !== undefined) {
    await db.paces.delete(community.id);
    // Not what was tried just now: a post that always fails would be sent again after each success of another.
    await makeDue(db, clock, { communityId: community.id, restMs: FIRST_DELAY_MS }, times);
  }
  return undefined;
}
