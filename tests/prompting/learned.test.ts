import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aState, edited, someChoices, someShowings, WEDNESDAY } from '@/tests/support/prompting';
import { decide } from '@/utils/prompting/decide';
import type { Showing } from '@/utils/prompting/history';
import { forgetting, type LearnedRule, learnedRules } from '@/utils/prompting/learned';
import type { Silence } from '@/utils/prompting/prompt';
import { RULES, type Rules } from '@/utils/prompting/rules';
import { DEFAULT_ASKING_HOURS } from '@/utils/settings/asking';
import type { Forgotten } from '@/utils/settings/settings';

const learnedFrom = (showings: readonly Showing[], forgotten: readonly Forgotten[] = []) =>
  learnedRules(showings, forgotten, DEFAULT_ASKING_HOURS, WEDNESDAY);

/** The rules of `decide`, as they are for somebody of whom one thing was never learned. */
function without(rule: LearnedRule): Rules {
  const isSame = (other: LearnedRule): boolean => JSON.stringify(other) === JSON.stringify(rule);
  const entries = Object.entries(RULES).map(([reason, keepsSilent]): [string, Rules[Silence]] => [
    reason,
    (question) =>
      keepsSilent({ ...question, learned: question.learned.filter((learned) => !isSame(learned)) }),
  ]);
  return Object.fromEntries(entries) as Rules;
}

/** A history, and one of the rules that were learned from it. */
const learnedSomething = someShowings
  .map((showings) => ({ showings, rules: learnedFrom(showings) }))
  .filter(({ rules }) => rules.length > 0)
  .chain(({ showings, rules }) =>
    fc.record({ showings: fc.constant(showings), rule: fc.constantFrom(...rules) }),
  );

describe('forgetting what was learned', () => {
  test('takes that rule away and leaves every other', () => {
    fc.assert(
      fc.property(learnedSomething, ({ showings, rule }) => {
        expect(learnedFrom(showings, [forgetting(rule)])).toEqual(
          learnedFrom(showings).filter((other) => JSON.stringify(other) !== JSON.stringify(rule)),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('lets decide answer as if it had never been learned', () => {
    const signature = fc.record({
      site: fc.constantFrom(edited.site, 'https://dms.example'),
      verb: fc.constantFrom('edit' as const, 'upload' as const),
    });
    const perWeek = fc.constantFrom(1, 2, 3);
    fc.assert(
      fc.property(learnedSomething, signature, perWeek, ({ showings, rule }, what, cap) => {
        const event = { kind: 'activity', activity: { ...edited, ...what }, pages: [] } as const;
        const clock = () => WEDNESDAY;
        const knowing = aState({ showings, choices: someChoices({ perWeek: cap }) });
        const forgotten = [forgetting(rule)];
        const forgetful = aState({ showings, choices: someChoices({ perWeek: cap, forgotten }) });
        expect(decide(forgetful, event, clock)).toEqual(decide(knowing, event, clock, without(rule)));
      }),
      { numRuns: 300 },
    );
  });

  test('works for rules of every kind: the histories that are tried teach them all', () => {
    const kinds = fc.sample(learnedSomething, { numRuns: 500, seed: 7 }).map(({ rule }) => rule.kind);
    expect([...new Set(kinds)].sort()).toEqual(['brake', 'not-now', 'resting', 'unwelcome']);
  });

  test('of what lies before the chips that taught it changes nothing', () => {
    fc.assert(
      fc.property(learnedSomething, ({ showings, rule }) => {
        const forgotten = [{ ...forgetting(rule), at: 0 }];
        expect(learnedFrom(showings, forgotten)).toEqual(learnedFrom(showings));
      }),
    );
  });
});
