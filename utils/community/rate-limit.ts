import type { Dexie, Table } from 'dexie';
import { MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import type { Purpose, SentRequest } from '@/utils/privacy/ledger-row';
import type { RateLimit } from './community';

/** Where every request of ours is noted before it leaves: what is left of a limit follows from it, also in a new worker. */
export interface Ledger extends Pick<Dexie, 'transaction'> {
  readonly requests: Table<SentRequest, string>;
}

/** What delivery is made of, and what can wait for it. Everything else is a person who waits for an answer. */
const DELIVERY: readonly Purpose[] = ['send', 'correct', 'look'];
const READING: readonly Purpose[] = ['read', 'connect'];

const DELIVERY_SHARE = 0.9;
const READING_SHARE = 0.5;

/** Two requests that left so far apart may come in closer to each other. */
const LEEWAY_MS = SECOND_MS;
/** A row further ahead than this was noted by a clock that was wrong. */
const MEANWHILE_MS = MINUTE_MS;

/**
 * Notes a request that is about to leave, and gives 0; or, where that would be more than its platform allows, notes
 * nothing and gives in how many ms it may leave.
 */
export function noteWithin(
  ledger: Ledger,
  request: SentRequest,
  limits: readonly RateLimit[] = [],
): Promise<number> {
  if (limits.length === 0) return ledger.requests.add(request).then(() => 0);
  return ledger.transaction('rw', ledger.requests, async () => {
    const waits = await Promise.all(limits.map((limit) => waitOf(ledger, request, limit)));
    const waitMs = Math.max(...waits);
    if (waitMs === 0) await ledger.requests.add(request);
    return waitMs;
  });
}

async function waitOf(
  { requests }: Ledger,
  { at, to, purpose }: SentRequest,
  limit: RateLimit,
): Promise<number> {
  const most = Math.max(1, Math.floor(limit.requests * shareOf(purpose)));
  const windowMs = limit.perMs + LEEWAY_MS;
  const recent = () => requests.where('at').between(at - windowMs, at + MEANWHILE_MS, false, true);
  if ((await recent().count()) < most) return 0; // mostly: no row has to be read for that
  const toThere = recent()
    .reverse()
    .filter((row) => row.to === to);
  const first = await toThere.offset(most - 1).first();
  return first === undefined ? 0 : Math.min(windowMs, first.at + windowMs - at);
}

function shareOf(purpose: Purpose): number {
  if (READING.includes(purpose)) return READING_SHARE;
  return DELIVERY.includes(purpose) ? DELIVERY_SHARE : 1;
}
