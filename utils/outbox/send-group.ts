import type { Community } from '@/utils/community/community';
import type { Failure, Perform, PostRef } from '@/utils/community/connector';
import type { Clock } from '@/utils/kernel/clock';
import type { Random } from '@/utils/kernel/random';
import type { Step } from './backoff';
import { markSending } from './claim';
import type { Entry } from './entry';
import { findPost } from './find-post';
import { type Circumstances, outcomeOfLook, outcomeOfSend, settled } from './outcome';
import { recordDelivery, recordOutcome } from './receipt';
import { mayRepeat } from './repeat';
import type { OutboxDatabase } from './store';
import type { Times } from './times';

export interface SendingPorts {
  readonly db: OutboxDatabase;
  readonly clock: Clock;
  readonly random: Random;
  readonly perform: Perform;
  readonly times: Times;
  readonly changed?: (() => void) | undefined;
}

/** What came of one entry: delivered, or the failure that the community answered. */
type Came = { readonly delivered: true } | { readonly delivered: false; readonly failure: Failure };

/** What came of a group of claimed entries. */
export interface GroupResult extends Step {
  readonly delivered: number;
  readonly signedOut: boolean;
}

/**
 * Sends up to four claimed entries of one community at the same time; of uncertain ones it first looks for the post,
 * unless they may be repeated. Each outcome is on disk as soon as it is known; none waits for another.
 */
export async function sendGroup(
  ports: SendingPorts,
  community: Community,
  claimed: readonly Entry[],
): Promise<GroupResult> {
  const toLookFor = claimed.filter((entry) => entry.state === 'uncertain' && !mayRepeat(entry, community));
  const toSend = claimed.filter((entry) => !toLookFor.includes(entry));
  const [sent, looked] = await Promise.all([
    sendAll(ports, community, toSend),
    allSettled(toLookFor.map((entry) => lookFirst(ports, community, entry))),
  ]);
  return summary([...sent, ...looked.flat()]);
}

async function lookFirst(ports: SendingPorts, community: Community, entry: Entry): Promise<Came[]> {
  const found = await findPost(ports.perform, community, entry, ports.clock());
  if (!found.ok) return [await stillUnsure(ports, community, entry, found.error)];
  if (found.value === null) return sendAll(ports, community, [entry]);
  return [await deliveredAs(ports, entry, found.value)];
}

async function sendAll(
  ports: SendingPorts,
  community: Community,
  entries: readonly Entry[],
): Promise<Came[]> {
  if (entries.length === 0) return [];
  const sending = await markSending(ports.db, entries, ports.clock(), ports.times);
  ports.changed?.();
  return allSettled(sending.map((entry) => sendOne(ports, community, entry)));
}

async function sendOne(ports: SendingPorts, community: Community, entry: Entry): Promise<Came> {
  const answer = await ports.perform<'send'>(community, {
    verb: 'send',
    text: entry.text,
    language: entry.practice.language,
    audience: entry.audience,
    placeId: entry.placeId,
    key: entry.key,
    ...(entry.corrects === null ? {} : { edits: entry.corrects.postId }),
    ...(typeof entry.answers?.postId === 'string' ? { replyTo: entry.answers.postId } : {}),
  });
  const outcome = outcomeOfSend(entry, answer, circumstances(ports, community));
  if (outcome.entry.state === 'delivered' && outcome.ref !== null) {
    await recordDelivery(ports.db, outcome.entry, outcome.ref, ports.clock());
    return { delivered: true };
  }
  if (community.keepsKeys && isInDoubt(entry, outcome.entry)) {
    const found = await findPost(ports.perform, community, entry, ports.clock());
    if (found.ok && found.value !== null) return deliveredAs(ports, entry, found.value);
    if (!found.ok) return stillUnsure(ports, community, entry, found.error);
  }
  await recordOutcome(ports.db, entry, outcome.entry);
  return answer.ok ? { delivered: true } : { delivered: false, failure: answer.error };
}

/**
 * A refusal after a try whose answer was lost, where nobody looked in between: something on the way may have refused
 * what is there already. Its text may only be changed once we know.
 */
function isInDoubt(entry: Entry, after: Entry): boolean {
  const wasLost = entry.firstTriedAt !== entry.lastTriedAt;
  return wasLost && after.state === 'parked' && after.firstTriedAt === null && entry.corrects === null;
}

async function deliveredAs(ports: SendingPorts, entry: Entry, ref: PostRef): Promise<Came> {
  await recordDelivery(ports.db, settled(entry, 'delivered'), ref, ports.clock());
  return { delivered: true };
}

async function stillUnsure(
  ports: SendingPorts,
  community: Community,
  entry: Entry,
  failure: Failure,
): Promise<Came> {
  await recordOutcome(ports.db, entry, outcomeOfLook(entry, failure, circumstances(ports, community)));
  return { delivered: false, failure };
}

function circumstances(ports: SendingPorts, { keepsKeys }: Community): Circumstances {
  return { now: ports.clock(), random: ports.random, keepsKeys, settleMs: ports.times.settleMs };
}

function summary(came: readonly Came[]): GroupResult {
  const failed = came.flatMap((one) => (one.delivered ? [] : [one.failure]));
  const failures = failed.filter((failure) => failure.kind === 'retry');
  return {
    delivered: came.length - failed.length,
    // A refusal is an answer too: the community is there, and only that entry is stuck.
    wentWell: came.length > failures.length,
    failures,
    signedOut: failed.some((failure) => failure.kind === 'auth' && failure.why === 'expired'),
  };
}

/** As `Promise.all`, but a disk that refuses one outcome does not leave the others running unwatched. */
async function allSettled<Value>(work: readonly Promise<Value>[]): Promise<Value[]> {
  const results = await Promise.allSettled(work);
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}
