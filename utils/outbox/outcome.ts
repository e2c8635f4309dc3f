import type { Failure, OperationValues, PostRef } from '@/utils/community/connector';
import { keptBackFor } from '@/utils/community/failure';
import type { Random } from '@/utils/kernel/random';
import type { Result } from '@/utils/kernel/result';
import { backoff } from './backoff';
import type { Entry } from './entry';
import { mayRepeat } from './repeat';
import { untilLook } from './times';

const MOST_DETAIL = 300;

const REFUSAL = { captcha: 'captcha', word: 'word-refused' } as const;
const AUTH_REASON = { expired: 'signed-out', forbidden: 'forbidden', consent: 'consent' } as const;

/** What the decision needs to know of its surroundings. */
export interface Circumstances {
  readonly now: number;
  readonly random: Random;
  /** The community keeps keys for ever: see `mayRepeat`. */
  readonly keepsKeys: boolean;
  readonly settleMs: number;
}

export interface Outcome {
  readonly entry: Entry;
  /** The post, where the community has it. */
  readonly ref: PostRef | null;
}

/** What becomes of an entry in `sending` by the answer that it got. Definite only where the answer is. */
export function outcomeOfSend(
  entry: Entry,
  answer: Result<OperationValues['send'], Failure>,
  circumstances: Circumstances,
): Outcome {
  if (answer.ok) {
    const { ref, held } = answer.value;
    if (!held) return { entry: settled(entry, 'delivered'), ref };
    return { entry: heldFrom(entry, circumstances.now), ref };
  }
  const failure = answer.error;
  if (keptBackFor(failure) !== null) return { entry: keptBack(entry, circumstances), ref: null };
  if (failure.kind === 'duplicate' && failure.ref !== undefined) {
    return { entry: settled(entry, 'delivered'), ref: failure.ref };
  }
  return { entry: afterFailure(entry, failure, circumstances), ref: null };
}

function afterFailure(entry: Entry, failure: Failure, circumstances: Circumstances): Entry {
  switch (failure.kind) {
    case 'retry':
      return failure.applied === 'no'
        ? notApplied(entry, failure.answered, circumstances)
        : uncertain(entry, failure.answered, circumstances);
    case 'duplicate':
    case 'not-a-community':
      return uncertain(entry, true, circumstances);
    case 'auth':
      // Says nothing about an earlier try that may have arrived: that stays to be looked for.
      return { ...parked(entry, AUTH_REASON[failure.why], null), firstTriedAt: earlierTry(entry) };
    case 'invalid':
      return parked(
        entry,
        failure.why === undefined ? 'refused' : REFUSAL[failure.why],
        failure.message || null,
      );
    case 'too-long':
      return parked(entry, 'too-long', failure.max === undefined ? null : String(failure.max));
    case 'gone':
      if (entry.corrects !== null) return parked(entry, 'post-gone', null);
      if (failure.postId !== undefined) return parked(entry, 'withdrawn', null);
      return parked(entry, entry.answers === null ? 'gone' : 'answered-gone', null);
    case 'conflict':
      return parked(entry, 'conflict', null);
    case 'moved':
      return { ...parked(entry, 'moved', failure.to ?? null), firstTriedAt: earlierTry(entry) };
  }
}

/**
 * An entry whose picture did not get there. Nothing of the post itself has left in this try, so that an earlier one is
 * all that there is to be looked for.
 */
export function outcomeOfAttach(entry: Entry, failure: Failure, circumstances: Circumstances): Entry {
  if (keptBackFor(failure) !== null) return inPlace(entry, circumstances);
  switch (failure.kind) {
    case 'auth':
      return parked(entry, AUTH_REASON[failure.why], null, entry.firstTriedAt);
    case 'moved':
      return parked(entry, 'moved', failure.to ?? null, entry.firstTriedAt);
    case 'invalid':
      return parked(entry, 'picture-refused', failure.message, entry.firstTriedAt);
    case 'too-long':
    case 'gone':
      return parked(entry, 'picture-refused', null, entry.firstTriedAt);
    default: {
      const tried = { ...entry, attempts: entry.attempts + 1 };
      const answered = failure.kind === 'retry' ? failure.answered : true;
      return { ...tried, ...later(tried, answered, circumstances) };
    }
  }
}

/** A picture that stands in the practice and nowhere else: the disk lost it. */
export function withoutPicture(entry: Entry): Entry {
  return parked(entry, 'picture-lost', null, entry.firstTriedAt);
}

/** An entry in `uncertain` after we could not look for its post: still uncertain, or waiting for a sign-in. */
export function outcomeOfLook(entry: Entry, failure: Failure, circumstances: Circumstances): Entry {
  if (keptBackFor(failure) !== null) return inPlace({ ...entry, state: 'uncertain' }, circumstances);
  if (failure.kind === 'auth' && failure.why === 'expired') {
    return parked(entry, 'signed-out', null, entry.firstTriedAt);
  }
  const answered = failure.kind === 'retry' ? failure.answered : true;
  const tried = { ...entry, attempts: entry.attempts + 1 };
  return { ...tried, state: 'uncertain', ...later(tried, answered, circumstances) };
}

/** Its moderators have it: in a while we look whether they let it through. */
export function heldFrom(entry: Entry, now: number): Entry {
  return { ...settled(entry, 'held'), dueAt: now + untilLook(0) };
}

/** The community has it, or its moderators do. */
export function settled(entry: Entry, state: 'delivered' | 'held'): Entry {
  return { ...entry, state, reason: null, detail: null, leasedUntil: 0 };
}

/** A try of which nothing left, and which is none: as before it, in its own place. */
function keptBack(entry: Entry, circumstances: Circumstances): Entry {
  const firstTriedAt = earlierTry(entry);
  const state = firstTriedAt === null ? 'waiting' : 'uncertain';
  return inPlace({ ...entry, state, attempts: entry.attempts - 1, firstTriedAt }, circumstances);
}

function inPlace(entry: Entry, { now }: Circumstances): Entry {
  return { ...entry, dueAt: Math.min(now, entry.createdAt), leasedUntil: 0 };
}

/** A lost answer: it may be there. What may not be repeated first gets the time to be stored. */
function uncertain(entry: Entry, answered: boolean, circumstances: Circumstances): Entry {
  const { dueAt, leasedUntil } = later(entry, answered, circumstances);
  const settlesAt = mayRepeat(entry, circumstances) ? 0 : circumstances.now + circumstances.settleMs;
  return {
    ...entry,
    state: 'uncertain',
    reason: null,
    detail: null,
    dueAt: Math.max(dueAt, settlesAt),
    leasedUntil,
  };
}

function notApplied(entry: Entry, answered: boolean, circumstances: Circumstances): Entry {
  const firstTriedAt = earlierTry(entry);
  if (firstTriedAt !== null) return uncertain(entry, answered, circumstances);
  return { ...entry, state: 'waiting', firstTriedAt, ...later(entry, answered, circumstances) };
}

function parked(
  entry: Entry,
  reason: NonNullable<Entry['reason']>,
  detail: string | null,
  firstTriedAt: number | null = null,
): Entry {
  return {
    ...entry,
    state: 'parked',
    reason,
    detail: detail?.slice(0, MOST_DETAIL) ?? null,
    firstTriedAt,
    leasedUntil: 0,
  };
}

/** The first try that may have arrived, when this one is known not to have. */
function earlierTry({ firstTriedAt, lastTriedAt }: Entry): number | null {
  return firstTriedAt === lastTriedAt ? null : firstTriedAt;
}

function later(
  entry: Entry,
  answered: boolean,
  { now, random }: Circumstances,
): Pick<Entry, 'dueAt' | 'leasedUntil'> {
  return { dueAt: now + backoff(Math.max(1, entry.attempts), answered, random), leasedUntil: 0 };
}
