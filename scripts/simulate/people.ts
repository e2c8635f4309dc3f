import { between, pick } from '@/scripts/seeded';
import { VERBS, type Verb } from '@/utils/activity/activity';
import { DAY_MS, HOUR_MS } from '@/utils/kernel/clock';
import type { Random } from '@/utils/kernel/random';
import type { AskingHours, DayOff } from '@/utils/settings/asking';
import { dateOf, dayAt, HOLIDAYS } from './calendar';

/** How a kind of people works: on how many days of five, and how often a day they finish something we recognise. */
const RHYTHMS = {
  daily: { share: 0.6, daysOfFive: 5, aDay: 4 },
  'part-time': { share: 0.2, daysOfFive: 3, aDay: 4 },
  'now and then': { share: 0.2, daysOfFive: 5, aDay: 0.5 },
} as const;
export type Rhythm = keyof typeof RHYTHMS;

/** Acceptance that people have on average; everybody has their own around it. */
export const ACCEPTANCES = [0.05, 0.1, 0.15] as const;

/** Where and what somebody works, and how much of it. */
export interface Habit {
  readonly site: string;
  readonly verb: Verb;
}

export interface Person {
  readonly rhythm: Rhythm;
  readonly aDay: number;
  /** The average of their group. */
  readonly acceptance: number;
  readonly temper: Temper;
  readonly habits: readonly Habit[];
  /** Dates on which they really work, a little beyond the time that is played. */
  readonly working: ReadonlySet<string>;
  /** Dates on which we may take it that they work: not everybody tells us of their leave. */
  readonly known: ReadonlySet<string>;
  /** Local minutes between which they work. */
  readonly from: number;
  readonly to: number;
  /** Starts the browser when the day begins; who leaves it running is known to be there by what they do. */
  readonly startsBrowser: boolean;
  readonly hours: AskingHours;
  readonly perWeek: 1 | 2 | 3;
  /** What the organisation allows. */
  readonly policy: { readonly perWeek: number; readonly from: number; readonly to: number };
  readonly clockChanges: readonly ClockChange[];
}

/** What somebody does with a chip that they see; what remains is silence. */
export interface Temper {
  readonly share: number;
  readonly notNow: number;
  readonly keep: number;
  readonly neverVerb: number;
  readonly neverSite: number;
  readonly pauses: number;
  readonly forgets: number;
}

/** From a true moment on, the device's clock is off by so much (ms). */
export interface ClockChange {
  readonly at: number;
  readonly offset: number;
}

const OFFSETS = [-20 * DAY_MS, -2 * DAY_MS, -2 * HOUR_MS, 2 * HOUR_MS, 2 * DAY_MS, 20 * DAY_MS] as const;
const BEYOND_DAYS = 60;

/** Somebody, the same for the same random numbers. */
export function aPerson(random: Random, days: number, acceptance: number): Person {
  const rhythm = chooseRhythm(random());
  const { daysOfFive, aDay } = RHYTHMS[rhythm];
  const weekdays = weekdaysOf(random, daysOfFive);
  const leaves = leavesOf(random, days);
  const told = random() < 0.5 ? leaves : []; // who does not tell us is asked when they come back
  return {
    rhythm,
    aDay: aDay * (0.5 + random()),
    acceptance,
    temper: temperOf(random, acceptance),
    habits: habitsOf(random),
    working: workingDates(days, weekdays, leaves),
    known: workingDates(days, weekdays, told),
    from: between(random, 450, 570),
    to: between(random, 960, 1_080),
    startsBrowser: random() < 0.7,
    hours: { days: [...weekdays], from: 570, to: 1_020, daysOff: [...told], holidays: 'be' },
    perWeek: pick(random, [1, 2, 2, 2, 2, 2, 2, 3]),
    policy: random() < 0.2 ? { perWeek: 1, from: 600, to: 960 } : { perWeek: 3, from: 0, to: 1_440 },
    clockChanges: random() < 0.05 ? clockChangesOf(random, days) : [],
  };
}

function chooseRhythm(chance: number): Rhythm {
  if (chance < RHYTHMS.daily.share) return 'daily';
  return chance < RHYTHMS.daily.share + RHYTHMS['part-time'].share ? 'part-time' : 'now and then';
}

function weekdaysOf(random: Random, count: number): readonly number[] {
  const days = [1, 2, 3, 4, 5];
  while (days.length > count) days.splice(between(random, 0, days.length - 1), 1);
  return days;
}

/** Around the average: some share often and some never do. Half of what is refused is refused aloud. */
function temperOf(random: Random, acceptance: number): Temper {
  const share = Math.min(0.9, acceptance * pick(random, [0, 0.4, 0.8, 1, 1, 1.2, 1.6, 2]));
  const refused = 1 - share;
  return {
    share,
    notNow: refused * 0.45,
    keep: refused * 0.06,
    neverVerb: refused * 0.015,
    neverSite: refused * 0.005,
    pauses: 0.01,
    forgets: 0.05,
  };
}

function habitsOf(random: Random): readonly Habit[] {
  const sites = Array.from({ length: between(random, 1, 3) }, (_, index) => `https://site-${index}.example`);
  return sites.flatMap((site) =>
    Array.from({ length: between(random, 2, 4) }, () => ({ site, verb: pick(random, VERBS) })),
  );
}

function leavesOf(random: Random, days: number): readonly DayOff[] {
  return Array.from({ length: between(random, 0, 2) }, () => {
    const first = between(random, 5, Math.max(5, days - 20));
    return { from: dateOf(dayAt(first)), to: dateOf(dayAt(first + between(random, 1, 15))) };
  });
}

function workingDates(
  days: number,
  weekdays: readonly number[],
  leaves: readonly DayOff[],
): ReadonlySet<string> {
  const dates = new Set<string>();
  for (let index = -BEYOND_DAYS; index < days + BEYOND_DAYS; index += 1) {
    const at = dayAt(index);
    const date = dateOf(at);
    const away = HOLIDAYS.has(date) || leaves.some(({ from, to }) => from <= date && date <= to);
    if (!away && weekdays.includes(new Date(at).getDay())) dates.add(date);
  }
  return dates;
}

/** A clock that goes wrong, and is put right the next day or never. */
function clockChangesOf(random: Random, days: number): readonly ClockChange[] {
  const first = between(random, 3, Math.max(3, days - 10));
  const change = { at: dayAt(first) + 11 * HOUR_MS, offset: pick(random, OFFSETS) };
  return random() < 0.5 ? [change] : [change, { at: change.at + DAY_MS, offset: 0 }];
}
