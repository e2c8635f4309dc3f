import type { Community } from '@/utils/community/community';
import type { Change } from './changes';
import { type Entry, EntrySchema, type EntryState } from './entry';
import { mayRepeat } from './repeat';
import type { OutboxDatabase } from './store';
import { aside } from './tables';
import { CLAIM_SIZE, type Times } from './times';

/** A claimed entry and the moment from which it was due before. */
export interface Claimed {
  readonly entry: Entry;
  readonly wasDueAt: number;
}

/** The entries of one community in one state that are due, oldest first. */
export function dueOf(db: OutboxDatabase, communityId: string, state: EntryState, now: number) {
  return db.entries
    .where('[communityId+state+dueAt]')
    .between([communityId, state, Number.NEGATIVE_INFINITY], [communityId, state, now], true, true);
}

/**
 * Leases up to 25 due entries. Their state stays: a worker that dies now leaves nothing to find out, they are due again
 * when the lease ends. New posts go before uncertain ones, so that one that always fails delays none.
 */
export function claim(
  db: OutboxDatabase,
  communityId: string,
  now: number,
  { leaseMs }: Times,
): Promise<Claimed[]> {
  return db.transaction('rw', [db.entries, db.quarantine], async () => {
    const waiting = await dueOf(db, communityId, 'waiting', now).limit(CLAIM_SIZE).toArray();
    const unsure = await dueOf(db, communityId, 'uncertain', now)
      .limit(CLAIM_SIZE - waiting.length)
      .toArray();
    const sound = await soundOnes(db, [...waiting, ...unsure], now);
    const until = now + leaseMs;
    const claimed = sound.map((entry) => ({
      entry: { ...entry, leasedUntil: until, dueAt: until },
      wasDueAt: entry.dueAt,
    }));
    await db.entries.bulkPut(claimed.map(({ entry }) => entry));
    return claimed;
  });
}

/** Rows that our schema does not know go aside, so that the others go on. */
async function soundOnes(db: OutboxDatabase, rows: readonly Entry[], now: number): Promise<Entry[]> {
  const sound = rows.filter((row) => EntrySchema.safeParse(row).success);
  const broken = rows.filter((row) => !sound.includes(row));
  if (broken.length > 0) {
    await db.quarantine.bulkAdd(broken.map((row) => aside('entries', row, now)));
    await db.entries.bulkDelete(broken.map(({ id }) => id));
  }
  return sound;
}

/**
 * Marks a claimed entry as `sending`, before its request: a worker killed in flight must neither lose a post nor send it
 * twice. Only while it is still ours: not taken back, not claimed by another.
 */
export function markSending(claimed: Entry, now: number, { leaseMs }: Times): Change {
  const triedAt = Math.max(now, (claimed.lastTriedAt ?? 0) + 1); // never twice the same: see `earlierTry`
  const sending: Entry = {
    ...claimed,
    state: 'sending',
    attempts: claimed.attempts + 1,
    firstTriedAt: claimed.firstTriedAt ?? triedAt,
    lastTriedAt: triedAt,
    leasedUntil: now + leaseMs,
    dueAt: now + leaseMs,
  };
  return ofClaim(claimed, sending);
}

/** Has the worker that claimed an entry keep it a little longer; null where it is not its any more. */
export function keepHold(claimed: Entry, now: number, { leaseMs }: Times): Change {
  return ofClaim(claimed, { ...claimed, leasedUntil: now + leaseMs, dueAt: now + leaseMs });
}

/** What became of a claimed entry before it was sent, if it is still ours: it may have been taken back, and edited. */
export function ofClaim(claimed: Entry, after: Entry): Change {
  return { entryId: claimed.id, to: (stored) => (isSameClaim(stored, claimed) ? after : null) };
}

function isSameClaim(stored: Entry | undefined, claimed: Entry): boolean {
  return (
    stored !== undefined &&
    stored.state === claimed.state &&
    stored.key === claimed.key &&
    stored.leasedUntil === claimed.leasedUntil
  );
}

/** Gives claimed entries back as they were, so that they keep their place. */
export async function release(db: OutboxDatabase, claimed: readonly Claimed[]): Promise<void> {
  if (claimed.length === 0) return;
  await db.transaction('rw', db.entries, async () => {
    const stored = await db.entries.bulkGet(claimed.map(({ entry }) => entry.id));
    const ours = claimed.filter(({ entry }, index) => isSameClaim(stored[index], entry));
    await db.entries.bulkPut(
      ours.map(({ entry, wasDueAt }) => ({ ...entry, dueAt: wasDueAt, leasedUntil: 0 })),
    );
  });
}

/** What a dead worker left in `sending` may have arrived. Due at once where it may be repeated, else once settled. */
export async function recoverLost(
  db: OutboxDatabase,
  community: Community,
  now: number,
  { leaseMs, settleMs }: Times,
): Promise<void> {
  await dueOf(db, community.id, 'sending', now).modify((entry, ref) => {
    const settlesAt = Math.min(entry.leasedUntil - leaseMs, now) + settleMs; // counted from when it was marked
    ref.value = {
      ...entry,
      state: 'uncertain',
      dueAt: mayRepeat(entry, community) ? now : Math.max(now, settlesAt),
      leasedUntil: 0,
    };
  });
}
