import { SECOND_MS } from '@/utils/kernel/clock';
import type { EntryView } from '@/utils/messaging/views';

/** How an entry stands, as the person needs to know it. */
export type DeliveryPhase =
  | 'resting'
  | 'waiting'
  | 'again'
  | 'sending'
  | 'uncertain'
  | 'held'
  | 'parked'
  | 'delivered'
  | 'corrected'
  | 'withdrawn';

export function phaseOf(entry: EntryView, now: number): DeliveryPhase {
  const { state, restsUntil, attempts } = entry;
  if (state === 'delivered') return arrivedAs(entry);
  if (state !== 'waiting') return state;
  if (restsUntil !== null && restsUntil > now) return 'resting';
  return attempts > 0 ? 'again' : 'waiting';
}

function arrivedAs({ corrects, post }: EntryView): DeliveryPhase {
  if (post !== null && post.withdrawnAt !== null) return 'withdrawn';
  return corrects ? 'corrected' : 'delivered';
}

/** Whole seconds that an entry still rests. */
export function restLeft({ restsUntil }: EntryView, now: number): number {
  return Math.max(0, Math.ceil(((restsUntil ?? now) - now) / SECOND_MS));
}

export type DeliveryHelp =
  | 'undo'
  | 'retry'
  | 'edit'
  | 'elsewhere'
  | 'share-again'
  | 'share-alone'
  | 'connect'
  | 'sign-in';

const HELP_WHEN_PARKED: Readonly<Record<NonNullable<EntryView['reason']>, readonly DeliveryHelp[]>> = {
  'signed-out': ['sign-in', 'edit'],
  'not-connected': ['connect', 'edit'],
  'place-missing': ['elsewhere'],
  'other-kind': ['connect', 'edit'],
  refused: ['edit', 'retry'],
  'refused-unsaid': ['retry', 'edit'],
  'word-refused': ['edit', 'retry'],
  captcha: ['retry', 'edit'],
  'too-long': ['edit'],
  forbidden: ['retry', 'elsewhere'],
  gone: ['elsewhere'],
  moved: ['retry', 'elsewhere'],
  'address-gone': ['retry', 'elsewhere'],
  withdrawn: ['share-again'],
  imported: ['retry', 'edit'],
  'post-gone': ['share-again'],
  'answered-gone': ['share-alone'],
  conflict: ['edit', 'retry'],
  consent: ['retry', 'edit'],
  'held-long': ['retry'],
  'other-account': ['sign-in', 'edit'],
  'unknown-account': ['sign-in', 'edit'],
  disconnected: ['connect', 'edit'],
  'picture-refused': ['edit', 'retry'],
  'picture-lost': ['edit'],
};

/** What the person can do about it now, most useful first. */
export function helpFor(
  phase: DeliveryPhase,
  { reason, corrects, answers }: Pick<EntryView, 'reason' | 'corrects' | 'answers'>,
): readonly DeliveryHelp[] {
  if (phase === 'resting') return ['undo'];
  if (phase === 'again') return ['retry', 'edit'];
  if (phase === 'uncertain') return ['retry'];
  const help = phase === 'parked' && reason !== null ? HELP_WHEN_PARKED[reason] : [];
  // What follows another post goes where that one is.
  const stays = corrects || answers !== null;
  return help.map((kind) => (kind === 'elsewhere' && stays ? 'edit' : kind));
}
