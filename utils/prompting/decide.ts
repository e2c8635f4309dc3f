import type { Activity } from '@/utils/activity/activity';
import type { Clock } from '@/utils/kernel/clock';
import type { NeverRule } from '@/utils/settings/settings';
import { COOL_DOWN_NOT_NOW_MS, COOL_DOWN_SHOWN_MS, DUE_AT_MOST_MS } from './policy';
import type { Prompt, Reason } from './prompt';

/** What the decision rests on: the person's choices and the prompts that are remembered, in any order. */
export interface PromptingState {
  readonly pausedUntil: number | null;
  readonly never: readonly NeverRule[];
  readonly history: readonly Prompt[];
}

export interface PromptingEvent {
  readonly kind: 'activity';
  readonly activity: Activity;
}

export type Decision =
  | { readonly ask: true; readonly reason: 'eligible' }
  | { readonly ask: false; readonly reason: Exclude<Reason, 'eligible'> };

type Rule = (state: PromptingState, activity: Activity, now: number) => Exclude<Reason, 'eligible'> | null;

/** In the order in which a person would give the reason: their own choices first, our restraint after. */
const RULES: readonly Rule[] = [
  (state, _activity, now) => (state.pausedUntil !== null && now < state.pausedUntil ? 'paused' : null),
  (state, activity) =>
    state.never.some((rule) => rule.site === activity.site && rule.verb === null) ? 'never-site' : null,
  (state, activity) =>
    state.never.some((rule) => rule.site === activity.site && rule.verb === activity.verb)
      ? 'never-verb'
      : null,
  (state, _activity, now) => (state.history.some((prompt) => isOpen(prompt, now)) ? 'another-open' : null),
  (state, activity, now) =>
    answeredSince(state, activity, now - COOL_DOWN_NOT_NOW_MS).some(({ answer }) => answer === 'not-now')
      ? 'cool-down-not-now'
      : null,
  (state, activity, now) =>
    shownSince(state, activity, now - COOL_DOWN_SHOWN_MS).length > 0 ? 'cool-down-shown' : null,
];

/** Whether to ask about an activity, always with a reason. Pure: no clock, no storage, no page. */
export function decide(state: PromptingState, event: PromptingEvent, clock: Clock): Decision {
  const now = clock();
  for (const rule of RULES) {
    const reason = rule(state, event.activity, now);
    if (reason !== null) return { ask: false, reason };
  }
  return { ask: true, reason: 'eligible' };
}

/** A prompt that is on its way to a page, or on one. */
export function isOpen(prompt: Prompt, now: number): boolean {
  return prompt.state === 'due' && now - prompt.createdAt < DUE_AT_MOST_MS;
}

function shownSince(state: PromptingState, activity: Activity, since: number): Prompt[] {
  return state.history.filter(
    ({ activity: earlier, shownAt }) => earlier.site === activity.site && shownAt !== null && shownAt > since,
  );
}

function answeredSince(state: PromptingState, activity: Activity, since: number): Prompt[] {
  return state.history.filter(
    ({ activity: earlier, answeredAt }) =>
      earlier.site === activity.site && answeredAt !== null && answeredAt > since,
  );
}
