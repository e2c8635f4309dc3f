import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { duePrompt } from '@/tests/support/background-world';
import {
  anAnswer,
  aShowing,
  aState,
  edited,
  localTime,
  reasonFor,
  someChoices,
  WEDNESDAY,
} from '@/tests/support/prompting';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/utils/kernel/clock';
import type { Call } from '@/utils/prompting/call';
import type { Showing } from '@/utils/prompting/history';
import { DUE_AT_MOST_MS, ENCOUNTER_MS } from '@/utils/prompting/policy';
import { SILENCES } from '@/utils/prompting/prompt';
import { RULES } from '@/utils/prompting/rules';
import type { Choices, PromptingState } from '@/utils/prompting/state';
import { DEFAULT_ASKING_HOURS } from '@/utils/settings/asking';
import { PAUSED_ALWAYS } from '@/utils/settings/settings';

const { site } = edited;
const elsewhere = 'https://other.example';
const choosing = (change: Partial<Choices>) => aState({ choices: someChoices(change) });
const shown = (...showings: Showing[]) => aState({ showings });
const call: Call = {
  id: 'c',
  text: 'Deze maand: vernietigingslijsten',
  words: ['vernietiging'],
  verbs: [],
  from: 0,
  until: PAUSED_ALWAYS,
};
const always = { ...DEFAULT_ASKING_HOURS, days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1440, holidays: null };

describe('decide', () => {
  test.each<[string, PromptingState, string]>([
    ['somebody well known, at a good time', aState(), 'eligible'],

    ['paused', choosing({ pausedUntil: WEDNESDAY + 1 }), 'paused'],
    ['paused for ever', choosing({ pausedUntil: PAUSED_ALWAYS }), 'paused'],
    ['a pause that is over', choosing({ pausedUntil: WEDNESDAY }), 'eligible'],

    ['never on this site', choosing({ never: [{ site, verb: null }] }), 'never-site'],
    ['never for this verb here', choosing({ never: [{ site, verb: 'edit' }] }), 'never-verb'],
    ['never for another verb here', choosing({ never: [{ site, verb: 'delete' }] }), 'eligible'],
    ['never on another site', choosing({ never: [{ site: elsewhere, verb: null }] }), 'eligible'],

    ['nothing was seen before', aState({ knownSince: null, known: 0, dayBeganAt: null }), 'getting-to-know'],
    ['known since today', aState({ knownSince: localTime(11, 25, 9) }), 'getting-to-know'],
    ['known for one working day', aState({ knownSince: localTime(11, 24, 9) }), 'getting-to-know'],
    ['known for two', aState({ knownSince: localTime(11, 23, 17) }), 'eligible'],
    ['known for two, and little was seen', aState({ known: 2 }), 'getting-to-know'],

    ['works on other days', choosing({ hours: { ...DEFAULT_ASKING_HOURS, days: [1, 2] } }), 'day-off'],
    [
      'is on leave',
      choosing({
        hours: { ...DEFAULT_ASKING_HOURS, daysOff: [{ from: '2026-11-20', to: '2026-11-25' }] },
      }),
      'day-off',
    ],
    [
      'before the hours',
      choosing({ hours: { ...DEFAULT_ASKING_HOURS, from: 11 * 60 + 1 } }),
      'outside-hours',
    ],
    ['from the first minute on', choosing({ hours: { ...DEFAULT_ASKING_HOURS, from: 11 * 60 } }), 'eligible'],
    ['the hours are over', choosing({ hours: { ...DEFAULT_ASKING_HOURS, to: 11 * 60 } }), 'outside-hours'],

    ['the first activity of the day', aState({ dayBeganAt: null }), 'day-begins'],
    ['soon after the first', aState({ dayBeganAt: WEDNESDAY - 6 * MINUTE_MS + 1 }), 'day-begins'],
    ['six minutes after the first', aState({ dayBeganAt: WEDNESDAY - 6 * MINUTE_MS }), 'eligible'],

    ['another question is open', aState({ open: [{ ...duePrompt, createdAt: WEDNESDAY }] }), 'another-open'],
    [
      'one whose tab was forgotten',
      aState({ open: [{ ...duePrompt, createdAt: WEDNESDAY - DUE_AT_MOST_MS }] }),
      'eligible',
    ],

    ['seen here within the encounter', shown(aShowing(WEDNESDAY - ENCOUNTER_MS + 1)), 'encounter'],
    ['seen here in an earlier one, today', shown(aShowing(localTime(11, 25, 6))), 'day-cap'],
    ['seen elsewhere today', shown(aShowing(WEDNESDAY - HOUR_MS, { site: elsewhere })), 'day-cap'],
    ['seen twice this week', shown(aShowing(localTime(11, 19)), aShowing(localTime(11, 23))), 'week-cap'],
    [
      'seen twice, one of them a week ago',
      shown(aShowing(localTime(11, 18, 10)), aShowing(localTime(11, 23))),
      'eligible',
    ],
    [
      'the person wants one a week',
      aState({ choices: someChoices({ perWeek: 1 }), showings: [aShowing(localTime(11, 19))] }),
      'week-cap',
    ],
    ['the organisation wants none', choosing({ perDay: 0 }), 'day-cap'],
    ['the organisation wants none a week', choosing({ perWeek: 0 }), 'week-cap'],

    ['shared on Friday', shown(anAnswer('share', localTime(11, 20))), 'cool-down-shared'],
    ['shared five working days ago', shown(anAnswer('share', localTime(11, 18, 10))), 'eligible'],
    ['sent one by another way', aState({ sharedAt: localTime(11, 20) }), 'cool-down-shared'],
    ['said "not now" on Friday', shown(anAnswer('not-now', localTime(11, 20, 12))), 'cool-down-not-now'],
    ['said "not now" three working days ago', shown(anAnswer('not-now', localTime(11, 20, 10))), 'eligible'],
    ['did not answer yesterday', shown(aShowing(localTime(11, 24, 12))), 'cool-down-shown'],
    ['did not answer the day before', shown(aShowing(localTime(11, 24, 10))), 'eligible'],
    [
      'shared after a "not now"',
      shown(anAnswer('not-now', localTime(11, 10)), anAnswer('share', localTime(11, 17))),
      'eligible',
    ],

    [
      'three in a row without a practice',
      shown(...[2, 9, 16].map((day) => aShowing(localTime(11, day)))),
      'resting',
    ],
    [
      'of another verb',
      shown(...[2, 9, 16].map((day) => aShowing(localTime(11, day), { verb: 'upload' }))),
      'eligible',
    ],
    [
      'of which one was shared',
      shown(anAnswer('share', localTime(11, 2)), ...[9, 16].map((day) => aShowing(localTime(11, day)))),
      'eligible',
    ],

    [
      'a call for other work, and one left',
      aState({ choices: someChoices({ call }), showings: [aShowing(localTime(11, 20))] }),
      'kept-for-call',
    ],
    ['a call for other work, and two left', choosing({ call }), 'eligible'],
    ['a call for other work, to somebody with one a week', choosing({ call, perWeek: 1 }), 'eligible'],
  ])('%s', (_what, state, reason) => {
    expect(reasonFor(state)).toBe(reason);
  });

  test('asks about what a call is for with the last prompt of the week', () => {
    const state = aState({ choices: someChoices({ call }), showings: [aShowing(localTime(11, 20))] });
    const activity = { ...edited, title: 'De Vernietigingslijst van 2026' };
    expect(reasonFor(state, { activity })).toBe('eligible');
  });

  test.each([
    ['/hr', `${site}/hr/dossier?id=1`, 'sensitive'],
    ['/hr/', `${site}/HR`, 'sensitive'],
    ['/hr', `${site}/hrm/`, 'eligible'],
    ['/', `${site}/`, 'sensitive'],
    ['/hr', `${elsewhere}/hr/`, 'eligible'],
    ['/hr', 'about:blank', 'eligible'],
  ])('pages below %s are sensitive, and %s …', (path, page, reason) => {
    expect(reasonFor(choosing({ sensitive: [{ site, path }] }), { pages: [`${site}/start`, page] })).toBe(
      reason,
    );
  });

  test('what the person chose wins, whatever else is so', () => {
    const showings = fc.array(
      fc.record({ at: fc.integer({ min: WEDNESDAY - 200 * DAY_MS, max: WEDNESDAY }), shared: fc.boolean() }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(showings, fc.constantFrom('paused', 'never-site', 'sensitive'), (rows, reason) => {
        const chosen = {
          paused: { pausedUntil: PAUSED_ALWAYS },
          'never-site': { never: [{ site, verb: null }] },
          sensitive: { sensitive: [{ site, path: '/' }] },
        }[reason];
        const state = aState({
          choices: someChoices({ hours: always, ...chosen }),
          showings: rows.map(({ at, shared }) => (shared ? anAnswer('share', at) : aShowing(at))),
        });
        expect(reasonFor(state, { pages: [`${site}/`] })).toBe(reason);
      }),
    );
  });

  test('gives every reason that it has', () => {
    expect(Object.keys(RULES)).toEqual([...SILENCES]);
  });
});
