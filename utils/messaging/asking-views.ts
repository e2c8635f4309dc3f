import type { Counters } from '@/utils/prompting/counters';
import type { HoursInForce } from '@/utils/prompting/hours';
import type { LearnedRule } from '@/utils/prompting/learned';
import type { Reason } from '@/utils/prompting/prompt';
import type { AskingHours } from '@/utils/settings/asking';
import type { Forgotten, Policy, SensitivePages, Settings } from '@/utils/settings/settings';

/** What was learned, and what to send to have it forgotten. */
export interface LearnedView {
  readonly rule: LearnedRule;
  readonly forget: Forgotten;
}

/** Everything that the options show about being asked. */
export interface AskingView {
  /** As the person chose them, or as they are for who chose nothing. */
  readonly hours: AskingHours;
  readonly perWeek: Settings['perWeek'];
  /** What the organisation allows at most. */
  readonly allowed: NonNullable<Policy['prompts']>;
  /** What is left of both. */
  readonly inForce: HoursInForce;
  readonly sensitive: readonly SensitivePages[];
  readonly organisationSensitive: readonly SensitivePages[];
  readonly learned: readonly LearnedView[];
}

/** What the popup has to say about asking, unasked. */
export interface AskingNotices {
  /** Present while the brake halves the caps. */
  readonly brake: LearnedView | null;
  /** Present where somebody said "not now" so often in a row that we offer to stop, once: how often. */
  readonly offer: number | null;
}

/** One decision about the site in front. */
export interface DecisionView {
  readonly id: string;
  readonly sentence: string;
  /** Epoch ms of the activity. */
  readonly at: number;
  readonly reason: Reason;
  readonly shown: boolean;
}

/** Why somebody was asked or not, lately, and how matters stand now. */
export interface AskingStory {
  /** Newest first. */
  readonly decisions: readonly DecisionView[];
  readonly counters: Counters;
  readonly perDay: number;
  readonly pausedUntil: number | null;
  readonly hours: HoursInForce;
}
