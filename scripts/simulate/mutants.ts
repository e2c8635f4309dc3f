import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/utils/kernel/clock';
import type { Silence } from '@/utils/prompting/prompt';
import { RULES, type Rules } from '@/utils/prompting/rules';
import type { Question } from '@/utils/prompting/state';
import type { Invariant } from './invariants';

/** One rule broken, and the invariant that has to notice. */
export interface Mutant {
  readonly name: string;
  readonly caughtBy: Invariant;
  readonly rules: Rules;
  /** The same with the rule whole: there the invariant holds, so that it was the break that it noticed. */
  readonly control: Rules;
}

/** Which invariant watches which rule. */
const WATCHED: Readonly<Record<Silence, Invariant>> = {
  paused: 'none while paused',
  sensitive: 'none about sensitive pages',
  'never-site': 'never on this site',
  'never-verb': 'never for this',
  resting: 'at most three in thirty days without a practice',
  unwelcome: 'rest where hardly anything comes of it',
  'getting-to-know': 'none in the first days',
  'day-off': 'only on days of work',
  'outside-hours': 'only at hours that person and organisation allow',
  'day-begins': 'none when the day begins',
  'another-open': 'one at a time',
  encounter: 'one in an encounter',
  'day-cap': 'one a day',
  'week-cap': 'as many a week as were wanted',
  'cool-down-shared': 'left alone after a practice',
  'cool-down-not-now': 'left alone after "not now"',
  'cool-down-shown': 'a day after each',
  'kept-for-call': 'the last one of the week for the call',
};

/** Rules that all hold back the same thing: where one fails, the others hide it. */
const MASKS: readonly Silence[] = [
  ...(['resting', 'unwelcome', 'another-open', 'encounter', 'day-cap', 'week-cap'] as const),
  ...(['cool-down-shared', 'cool-down-not-now', 'cool-down-shown', 'kept-for-call'] as const),
];

/** How much too soon each rule lets go. */
const TOO_SOON: Partial<Record<Silence, number>> = {
  paused: 30 * MINUTE_MS,
  resting: DAY_MS,
  unwelcome: DAY_MS,
  'getting-to-know': DAY_MS,
  'day-begins': 3 * MINUTE_MS,
  encounter: HOUR_MS,
  'week-cap': DAY_MS,
  'cool-down-shared': DAY_MS,
  'cool-down-not-now': DAY_MS,
  'cool-down-shown': 2 * HOUR_MS,
};

type Rule = Rules[Silence];

/** Each rule taken away, each that lets go in time letting go too soon, and the brake taken off. */
export function mutants(): readonly Mutant[] {
  const removed = (Object.keys(RULES) as Silence[]).map((rule) =>
    mutant(`${rule} removed`, rule, () => false),
  );
  const hasty = (Object.entries(TOO_SOON) as [Silence, number][]).map(([rule, ms]) =>
    mutant(`${rule} too soon`, rule, (question) => RULES[rule](later(question, ms))),
  );
  return [...removed, ...hasty, unbraked()];
}

function mutant(name: string, rule: Silence, broken: Rule): Mutant {
  const control = MASKS.includes(rule) ? without(MASKS.filter((mask) => mask !== rule)) : RULES;
  return { name, caughtBy: WATCHED[rule], rules: { ...control, [rule]: broken }, control };
}

function unbraked(): Mutant {
  const control = without(MASKS.filter((mask) => mask !== 'day-cap' && mask !== 'week-cap'));
  const blind = ({ learned, ...question }: Question): Question => ({
    ...question,
    learned: learned.filter(({ kind }) => kind !== 'brake'),
  });
  const rules: Rules = {
    ...control,
    'day-cap': (question) => RULES['day-cap'](blind(question)),
    'week-cap': (question) => RULES['week-cap'](blind(question)),
  };
  return { name: 'brake removed', caughtBy: 'half as many after hardly any practice', rules, control };
}

function without(silences: readonly Silence[]): Rules {
  return { ...RULES, ...Object.fromEntries(silences.map((silence) => [silence, () => false])) };
}

/** The question as it would be asked somewhat later. */
function later(question: Question, ms: number): Question {
  const now = question.now + ms;
  return {
    ...question,
    now,
    learned: question.learned.filter((rule) => rule.kind === 'brake' || rule.until > now),
  };
}
