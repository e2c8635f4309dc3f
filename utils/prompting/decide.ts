import type { Clock } from '@/utils/kernel/clock';
import { learnedRules } from './learned';
import type { Silence } from './prompt';
import { RULES, type Rules } from './rules';
import type { Choices, PromptingEvent, PromptingState } from './state';

export type Decision =
  | { readonly ask: true; readonly reason: 'eligible' }
  | { readonly ask: false; readonly reason: Silence };

/** Whether to ask about an activity, always with a reason. Pure: no clock of its own, no storage, no page. */
export function decide(
  state: PromptingState,
  { activity, pages }: PromptingEvent,
  clock: Clock,
  rules: Rules = RULES,
): Decision {
  const now = clock();
  const { forgotten, hours } = state.choices;
  const learned = learnedRules(state.showings, forgotten, hours, now);
  for (const [reason, keepsSilent] of Object.entries(rules) as [Silence, Rules[Silence]][]) {
    if (keepsSilent({ state, activity, pages, now, learned })) return { ask: false, reason };
  }
  return { ask: true, reason: 'eligible' };
}

/** The rules that say what somebody wants. They hold until a chip stands on its page, whatever was decided before. */
const WISHES = [
  'paused',
  'sensitive',
  'never-site',
  'never-verb',
  'day-off',
  'outside-hours',
] as const satisfies readonly Silence[];

/** Which wish is against a question on these pages at `now` (epoch ms), or null. */
export function wishAgainst(
  choices: Choices,
  { activity, pages }: Omit<PromptingEvent, 'kind'>,
  now: number,
): Silence | null {
  const state: PromptingState = {
    ...{ choices, showings: [], knownSince: null, known: 0 },
    ...{ dayBeganAt: null, open: [], sharedAt: null },
  };
  const question = { state, activity, pages, now, learned: [] };
  return WISHES.find((wish) => RULES[wish](question)) ?? null;
}
