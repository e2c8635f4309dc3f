import type { Community } from '@/utils/community/community';
import type { Clock } from '@/utils/kernel/clock';
import { LONGEST_ASKED_MS } from './backoff';
import type { Entry, EntryState } from './entry';
import { restEnd, takesPosts } from './onward';
import { liftPace } from './pace';
import { mayRepeat } from './repeat';
import type { OutboxDatabase } from './store';
import { TIMES, type Times } from './times';

/** In these something is due some time: to be sent, or to be looked for. */
const STILL_DUE = ['waiting', 'uncertain', 'sending', 'held'] as const satisfies EntryState[];

/** Epoch ms at which delivery has something to do next, for the alarm; null where nothing waits that could go. */
export async function nextDueAt(db: OutboxDatabase): Promise<number | null> {
  const communities = await db.communities.toArray();
  const moments = await Promise.all(communities.filter(takesPosts).map(({ id }) => nextDueOf(db, id)));
  const due = moments.filter((moment) => moment !== null);
  return due.length === 0 ? null : Math.min(...due);
}

async function nextDueOf(db: OutboxDatabase, communityId: string): Promise<number | null> {
  const firsts = await Promise.all(
    STILL_DUE.map((state) => from(db, communityId, state, Number.NEGATIVE_INFINITY).first()),
  );
  const moments = firsts.flatMap((entry) => (entry === undefined ? [] : [entry.dueAt]));
  const pace = await db.paces.get(communityId);
  return moments.length === 0 ? null : Math.max(Math.min(...moments), pace?.until ?? 0);
}

/** The entries of one community in one state that are due at this moment or later, soonest first. */
function from(db: OutboxDatabase, communityId: string, state: EntryState, moment: number) {
  return db.entries
    .where('[communityId+state+dueAt]')
    .between([communityId, state, moment], [communityId, state, Number.POSITIVE_INFINITY], true, true);
}

/** Which entries become due, and how soon after their last try at the earliest. */
export interface Hurry {
  /** Only this community's; all without it. */
  readonly communityId?: string;
  /** Entries tried less than this long ago wait until then (ms). */
  readonly restMs?: number;
}

/**
 * Makes due whatever backs off: the network is back, the browser started, the person clicked, something arrived. Rests,
 * settling and a server's own Retry-After still count; moments that no clock of ours could have set do not.
 */
export async function makeDue(
  db: OutboxDatabase,
  clock: Clock,
  { communityId, restMs = 0 }: Hurry = {},
  times: Times = TIMES,
): Promise<void> {
  await db.transaction('rw', [db.entries, db.communities, db.paces], async () => {
    const now = clock();
    const all = await db.communities.toArray();
    for (const community of all.filter(({ id }) => communityId === undefined || id === communityId)) {
      await liftPace(db, community.id, now);
      for (const state of STILL_DUE) {
        await from(db, community.id, state, now + 1).modify((entry, ref) => {
          const dueAt = earliest(entry, community, now, restMs, times);
          if (dueAt === entry.dueAt) return false; // nothing to write
          ref.value = { ...entry, dueAt };
          return true;
        });
      }
    }
  });
}

/**
 * Makes due what lies further ahead than anything of ours is ever put off: a clock jumped. Without it a post could wait a
 * year for its next step.
 */
export async function endJump(
  db: OutboxDatabase,
  clock: Clock,
  communityId: string,
  times: Times = TIMES,
): Promise<void> {
  const horizon = clock() + LONGEST_ASKED_MS + 1;
  const pace = await db.paces.get(communityId);
  const beyond = await Promise.all(
    STILL_DUE.map((state) => from(db, communityId, state, horizon).limit(1).count()),
  );
  const isBeyond = (pace?.until ?? 0) >= horizon || beyond.some((count) => count > 0);
  if (isBeyond) await makeDue(db, clock, { communityId }, times);
}

function earliest(
  entry: Entry,
  community: Community,
  now: number,
  restMs: number,
  { leaseMs, settleMs }: Times,
): number {
  // No hurry of ours makes a moderator quicker.
  if (entry.state === 'held') return entry.dueAt > now + LONGEST_ASKED_MS ? now : entry.dueAt;
  const floor = (moment: number, longest: number): number => (moment > now + longest ? now : moment);
  const leased = floor(entry.leasedUntil, leaseMs);
  const rests = restEnd(entry, now);
  const settling = entry.state === 'uncertain' && !mayRepeat(entry, community) ? settleMs : 0;
  const pause = Math.max(settling, restMs);
  const tried = entry.lastTriedAt === null ? now : floor(entry.lastTriedAt + pause, pause);
  return Math.min(entry.dueAt, Math.max(now, leased, rests, tried));
}
