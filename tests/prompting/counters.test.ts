import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aShowing,
  aState,
  edited,
  localTime,
  someChoices,
  someShowings,
  WEDNESDAY,
} from '@/tests/support/prompting';
import { DAY_MS } from '@/utils/kernel/clock';
import { countersAt, silentUntil } from '@/utils/prompting/counters';
import { decide } from '@/utils/prompting/decide';
import { learnedRules } from '@/utils/prompting/learned';

const choices = someChoices();
const braked = [{ kind: 'brake', showings: 12, shared: 0, lastAt: 0 }] as const;

describe('the counters', () => {
  test('count what the caps count', () => {
    const showings = [localTime(11, 10), localTime(11, 12), localTime(11, 20), localTime(11, 25, 9)].map(
      (at) => aShowing(at),
    );
    expect(countersAt(showings, choices, [], WEDNESDAY)).toEqual({ today: 1, shown: 2, cap: 2, days: 7 });
    expect(countersAt(showings, choices, braked, WEDNESDAY)).toEqual({
      today: 1,
      shown: 3,
      cap: 2,
      days: 14,
    });
  });

  test.each([
    ['the first of the week: tomorrow', [], [], localTime(11, 26)],
    ['the second: when the first is a week old', [localTime(11, 20, 16)], [], localTime(11, 27, 16)],
    ['one that is a week old on a Sunday: on Monday', [localTime(11, 22, 16)], [], localTime(11, 30, 9, 30)],
    ['with the brake on: the day after tomorrow', [], braked, localTime(11, 27, 9, 30)],
  ])('after %s', (_what, earlier, learned, until) => {
    expect(
      silentUntil(
        earlier.map((at) => aShowing(at)),
        choices,
        learned,
        WEDNESDAY,
      ),
    ).toBe(until);
  });

  test('no moment where nothing is asked any more', () => {
    expect(silentUntil([], someChoices({ perWeek: 0 }), [], WEDNESDAY)).toBeNull();
    expect(silentUntil([], someChoices({ hours: { ...choices.hours, days: [] } }), [], WEDNESDAY)).toBeNull();
  });

  test('nothing is asked before the moment that was told', () => {
    const later = fc.integer({ min: 1, max: 16 * DAY_MS });
    fc.assert(
      fc.property(someShowings, later, fc.constantFrom(1, 2, 3), (earlier, wait, perWeek) => {
        const own = someChoices({ perWeek });
        const showings = [...earlier, aShowing(WEDNESDAY)];
        const learned = learnedRules(showings, [], own.hours, WEDNESDAY);
        const until = silentUntil(earlier, own, learned, WEDNESDAY);
        const then = WEDNESDAY + wait;
        fc.pre(until !== null && then < until);
        const state = aState({ showings, choices: own, dayBeganAt: null });
        const asked = decide(state, { kind: 'activity', activity: edited, pages: [] }, () => then);
        expect(asked.ask).toBe(false);
      }),
    );
  });
});
