import { DAY_MS } from '@/utils/kernel/clock';
import type { Showing } from './history';
import { nextAskingMoment, startOfDay } from './hours';
import type { LearnedRule } from './learned';
import { CEILING, COOL_DOWN_SHOWN_MS, WEEK_MS } from './policy';
import type { Choices } from './state';

/** How many chips were seen, of how many that may be: in the words "1 of 2 in 7 days". */
export interface Counters {
  readonly today: number;
  readonly shown: number;
  readonly cap: number;
  /** In how many days: seven, or fourteen while the brake holds. */
  readonly days: number;
}

/** What the caps of `decide` count at `now` (epoch ms). */
export function countersAt(
  showings: readonly Showing[],
  { perWeek }: Pick<Choices, 'perWeek'>,
  learned: readonly LearnedRule[],
  now: number,
): Counters {
  const days = (WEEK_MS / DAY_MS) * stretch(learned);
  const since = (from: number) => showings.filter(({ shownAt }) => shownAt >= from).length;
  return {
    today: since(startOfDay(now)),
    shown: since(now - days * DAY_MS),
    cap: Math.min(perWeek, CEILING.perWeek),
    days,
  };
}

/**
 * Before this moment (epoch ms) nothing is asked after a chip that is seen at `now`, whatever its answer; an answer may
 * make it later. Null where nothing more is asked at all.
 */
export function silentUntil(
  showings: readonly Showing[],
  { hours, perDay, perWeek }: Pick<Choices, 'hours' | 'perDay' | 'perWeek'>,
  learned: readonly LearnedRule[],
  now: number,
): number | null {
  const cap = Math.min(perWeek, CEILING.perWeek);
  if (cap === 0 || perDay === 0) return null;
  const times = [now, ...showings.map(({ shownAt }) => shownAt)].sort((one, other) => other - one);
  const fills = times[cap - 1];
  const freed = fills === undefined ? 0 : fills + WEEK_MS * stretch(learned);
  const tomorrow = new Date(startOfDay(now)).setHours(24 * stretch(learned));
  return nextAskingMoment(Math.max(now + COOL_DOWN_SHOWN_MS, tomorrow, freed), hours);
}

/** The brake halves a cap: the same number in twice the days. */
export function stretch(learned: readonly LearnedRule[]): number {
  return learned.some(({ kind }) => kind === 'brake') ? 2 : 1;
}
