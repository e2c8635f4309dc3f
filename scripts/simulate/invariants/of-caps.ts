import { DAY_MS, HOUR_MS } from '@/utils/kernel/clock';
import { dateOf } from '../calendar';
import type { Life, Seen } from '../life';
import { breaches, type Timeline } from './timelines';

const WEEK_MS = 7 * DAY_MS;
const CEILING = 3;

/** The numbers of the design stand here once more, so that a constant which somebody changed is noticed. */
export const CAPS = {
  'one a day': (life: Life) =>
    breaches(life, (chip, before, time) =>
      before.some(({ at }) => dateOf(time(at)) === dateOf(time(chip.at))),
    ),
  'as many a week as were wanted': (life: Life) =>
    breaches(life, (chip, before, time) => within(chip, before, time, WEEK_MS) >= wanted(life)),
  'three a week, whatever was wanted': (life: Life) =>
    breaches(life, (chip, before, time) => within(chip, before, time, WEEK_MS) >= CEILING),
  'half as many after hardly any practice': (life: Life) =>
    breaches(life, (chip, before, time) => {
      if (!isBraked(chip, sinceForgotten(life, before), time)) return false;
      const twoDays = before.some(({ at }) => dayNumber(time(chip.at)) - dayNumber(time(at)) < 2);
      return twoDays || within(chip, before, time, 2 * WEEK_MS) >= wanted(life);
    }),
  'one in an encounter': (life: Life) =>
    breaches(life, (chip, before, time) => {
      const here = before.filter(({ activity }) => activity.site === chip.activity.site);
      return within(chip, here, time, 4 * HOUR_MS) > 0;
    }),
  'a day after each': (life: Life) =>
    breaches(life, (chip, before, time) => within(chip, before, time, DAY_MS) > 0),
  'the last one of the week for the call': (life: Life) =>
    breaches(life, (chip, before, time) => {
      const { from, until } = life.call;
      const called = from <= chip.decided.device && chip.decided.device < until;
      if (!called || chip.fitsCall || wanted(life) < 2) return false;
      return within(chip, before, time, WEEK_MS) >= wanted(life) - 1;
    }),
} as const;

/** How many of these were seen in so many milliseconds up to the decision for this chip. */
function within({ decided }: Seen, before: readonly Seen[], time: Timeline, ms: number): number {
  return before.filter(({ at }) => time(at) > time(decided) - ms).length;
}

function wanted({ person }: Life): number {
  return Math.min(person.perWeek, person.policy.perWeek);
}

function isBraked({ decided }: Seen, before: readonly Seen[], time: Timeline): boolean {
  const recent = before.filter(({ at }) => time(at) > time(decided) - 60 * DAY_MS);
  const shared = recent.filter(({ answer }) => answer === 'share').length;
  return recent.length >= 12 && shared < 0.04 * recent.length;
}

/** Chips from before the person wanted everything forgotten teach nothing any more. */
export function sinceForgotten({ forgets }: Life, before: readonly Seen[]): readonly Seen[] {
  return before.filter(({ at }) => !forgets.some((forgot) => forgot.true >= at.true));
}

/** Days as people count them, so that the change of the clocks shortens none. */
function dayNumber(at: number): number {
  const day = new Date(at);
  return Math.round(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / DAY_MS);
}
