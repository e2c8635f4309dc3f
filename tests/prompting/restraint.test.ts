import { describe, expect, test } from 'vitest';
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
import { HOUR_MS } from '@/utils/kernel/clock';
import type { Call } from '@/utils/prompting/call';
import type { Showing } from '@/utils/prompting/history';
import { ENCOUNTER_MS } from '@/utils/prompting/policy';
import type { Choices, PromptingState } from '@/utils/prompting/state';
import { PAUSED_ALWAYS } from '@/utils/settings/settings';

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

describe('our restraint', () => {
  test.each<[string, PromptingState, string]>([
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

    ['shared on Monday', shown(anAnswer('share', localTime(11, 23, 12))), 'cool-down-shared'],
    ['shared two working days ago', shown(anAnswer('share', localTime(11, 23, 10))), 'eligible'],
    ['sent one by another way', aState({ sharedAt: localTime(11, 23, 12) }), 'cool-down-shared'],
    ['said "not now" on Monday', shown(anAnswer('not-now', localTime(11, 23, 12))), 'cool-down-not-now'],
    ['said "not now" two working days ago', shown(anAnswer('not-now', localTime(11, 23, 10))), 'eligible'],
    [
      'said so twice in a row, the last time six days ago',
      shown(anAnswer('not-now', localTime(11, 10)), anAnswer('not-now', localTime(11, 19))),
      'eligible',
    ],
    [
      'said so twice in a row, the last time four days ago',
      shown(anAnswer('not-now', localTime(11, 10)), anAnswer('not-now', localTime(11, 21))),
      'cool-down-not-now',
    ],
    [
      'said so three times in a row, the last time six days ago',
      shown(...[5, 12, 19].map((day) => anAnswer('not-now', localTime(11, day), { verb: 'tag' }))),
      'cool-down-not-now',
    ],
    [
      'said so three times, with a silence between',
      shown(
        ...[5, 12, 19].map((day) => anAnswer('not-now', localTime(11, day), { verb: 'tag' })),
        aShowing(localTime(11, 15), { verb: 'upload' }),
      ),
      'eligible',
    ],
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
});
