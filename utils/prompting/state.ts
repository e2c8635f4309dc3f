import type { Activity } from '@/utils/activity/activity';
import type { Forgotten, NeverRule, SensitivePages } from '@/utils/settings/settings';
import type { Call } from './call';
import type { Showing } from './history';
import type { HoursInForce } from './hours';
import type { LearnedRule } from './learned';
import { DUE_AT_MOST_MS } from './policy';
import type { Prompt } from './prompt';

/** What person and organisation chose, already narrowed to what both allow. */
export interface Choices {
  readonly pausedUntil: number | null;
  readonly never: readonly NeverRule[];
  readonly sensitive: readonly SensitivePages[];
  readonly hours: HoursInForce;
  readonly perDay: number;
  readonly perWeek: number;
  readonly forgotten: readonly Forgotten[];
  readonly call: Call | null;
}

/** What the decision rests on; bounded, however much is remembered. */
export interface PromptingState {
  readonly choices: Choices;
  /** Chips that were seen in the last 180 days, in any order. */
  readonly showings: readonly Showing[];
  /** When the first activity that is remembered happened; null where there is none. */
  readonly knownSince: number | null;
  /** How many activities are remembered; need not be counted beyond FIRST_ACTIVITIES. */
  readonly known: number;
  /** The first activity of today, if there was one before this. */
  readonly dayBeganAt: number | null;
  readonly open: readonly Prompt[];
  /** The last time that a practice was sent, by whatever way. */
  readonly sharedAt: number | null;
}

export interface PromptingEvent {
  readonly kind: 'activity';
  readonly activity: Activity;
  /** Addresses of the pages that it happened on; looked at and not kept. */
  readonly pages: readonly string[];
}

/** What a rule looks at. */
export interface Question {
  readonly state: PromptingState;
  readonly activity: Activity;
  readonly pages: readonly string[];
  readonly now: number;
  /** What was learned and holds now. */
  readonly learned: readonly LearnedRule[];
}

/** A prompt that is on its way to a page, or on one; one of the future was made by a clock that was put back since. */
export function isOpen(prompt: Prompt, now: number): boolean {
  return prompt.state === 'due' && Math.abs(now - prompt.createdAt) < DUE_AT_MOST_MS;
}
