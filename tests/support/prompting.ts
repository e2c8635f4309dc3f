import * as fc from 'fast-check';
import type { Activity } from '@/utils/activity/activity';
import { DAY_MS } from '@/utils/kernel/clock';
import { decide } from '@/utils/prompting/decide';
import type { Showing } from '@/utils/prompting/history';
import type { Reason } from '@/utils/prompting/prompt';
import type { Choices, PromptingState } from '@/utils/prompting/state';
import { DEFAULT_ASKING_HOURS } from '@/utils/settings/asking';

/** A Wednesday, at a time at which one may ask. */
export const WEDNESDAY = new Date(2026, 10, 25, 11).getTime();

export const edited: Activity = {
  id: 'activity',
  verb: 'edit',
  title: 'Aktenplan',
  link: null,
  site: 'https://wiki.example',
  system: 'dokuwiki',
  count: 1,
  at: WEDNESDAY,
};

/** Milliseconds after WEDNESDAY of a local date and time of the same year. */
export function localTime(month: number, day: number, hour = 11, minute = 0): number {
  return new Date(2026, month - 1, day, hour, minute).getTime();
}

export function aShowing(shownAt: number, change: Partial<Showing> = {}): Showing {
  const { site, verb, system, count } = edited;
  return {
    ...{ id: `shown-${shownAt}`, site, verb, system, count, at: shownAt, reason: 'eligible' },
    ...{ shownAt, answer: null, answeredAt: null },
    ...change,
  };
}

/** As `aShowing`, with an answer a moment after it was seen. */
export function anAnswer(answer: Showing['answer'], shownAt: number, change: Partial<Showing> = {}): Showing {
  return aShowing(shownAt, { answer, answeredAt: shownAt, ...change });
}

export function someChoices(change: Partial<Choices> = {}): Choices {
  return {
    pausedUntil: null,
    never: [],
    sensitive: [],
    hours: DEFAULT_ASKING_HOURS,
    perDay: 1,
    perWeek: 2,
    forgotten: [],
    call: null,
    ...change,
  };
}

/** Somebody who has worked with us for weeks, began their day an hour ago, and was never asked anything. */
export function aState(change: Partial<PromptingState> = {}): PromptingState {
  return {
    choices: someChoices(),
    showings: [],
    knownSince: localTime(11, 2),
    known: 3,
    dayBeganAt: localTime(11, 25, 10),
    open: [],
    sharedAt: null,
    ...change,
  };
}

/** What `decide` says about `edited` at WEDNESDAY, unless told otherwise. */
export function reasonFor(
  state: PromptingState,
  {
    activity = edited,
    pages = [],
    now = WEDNESDAY,
  }: { activity?: Activity; pages?: string[]; now?: number } = {},
): Reason {
  return decide(state, { kind: 'activity', activity, pages }, () => now).reason;
}

const ANSWERS = [null, null, null, 'not-now', 'not-now', 'not-now', 'keep', 'never-verb', 'share'] as const;

/** Chips of the last weeks on two sites, with whatever answers; often enough to learn every kind of rule from. */
export const someShowings: fc.Arbitrary<Showing[]> = fc
  .tuple(fc.constantFrom(20, 60, 180), fc.constantFrom(3, 6, ANSWERS.length))
  .chain(([days, answers]) =>
    fc.array(
      fc.record({
        shownAt: fc.integer({ min: WEDNESDAY - days * DAY_MS, max: WEDNESDAY }),
        answer: fc.constantFrom(...ANSWERS.slice(0, answers)),
        site: fc.constantFrom(edited.site, 'https://dms.example'),
        verb: fc.constantFrom('edit', 'edit', 'upload'),
      }),
      { maxLength: 40, size: 'max' },
    ),
  )
  .map((rows) =>
    rows.map(({ shownAt, answer, ...signature }, index) =>
      aShowing(shownAt, { id: `${index}`, answer, answeredAt: answer && shownAt, ...signature }),
    ),
  );
