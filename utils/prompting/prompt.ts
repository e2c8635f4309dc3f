import * as z from 'zod/mini';
import { ActivitySchema } from '@/utils/activity/activity';

/** How a person can answer a prompt. */
export const AnswerSchema = z.enum(['share', 'keep', 'not-now', 'never-verb', 'never-site']);
export type Answer = z.infer<typeof AnswerSchema>;

/**
 * What became of one recognised activity. `due`: belongs to its tab, waits to be shown. `kept`: waits in the popup.
 * `answered`: see `answer`. `silent`: not asked, see `reason`; also waits in the popup.
 */
export const PromptStateSchema = z.enum(['due', 'kept', 'silent', 'answered', 'dismissed']);

/** What the rules of `decide` say when they do not let a question pass. */
export const SILENCES = [
  'paused',
  'sensitive',
  'never-site',
  'never-verb',
  'resting',
  'unwelcome',
  'getting-to-know',
  'day-off',
  'outside-hours',
  'day-begins',
  'another-open',
  'encounter',
  'day-cap',
  'week-cap',
  'cool-down-shared',
  'cool-down-not-now',
  'cool-down-shown',
  'kept-for-call',
] as const;
export type Silence = (typeof SILENCES)[number];

/** Why it was asked or not; the words stand in the catalogues under `reasons`. */
export const REASONS = ['eligible', ...SILENCES, 'not-quiet', 'page-gone', 'saved-for-later'] as const;
export const ReasonSchema = z.enum(REASONS);
export type Reason = z.infer<typeof ReasonSchema>;

export const PromptSchema = z.strictObject({
  id: z.string(),
  activity: ActivitySchema,
  /** Other prompts of the day that this one also names, at most two; they wait in the popup by themselves. */
  batch: z.array(z.string()).check(z.maxLength(2)),
  state: PromptStateSchema,
  reason: ReasonSchema,
  /** The tab that it belongs to while it is due. */
  tabId: z.int(),
  createdAt: z.number(),
  answer: z.nullable(AnswerSchema),
});
export type Prompt = z.infer<typeof PromptSchema>;

/** How long what was not asked, or kept for later, waits in the popup. */
export const KEPT_DAYS = 7;
