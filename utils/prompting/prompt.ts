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

/** Why it was asked or not; the words stand in the catalogues under `reasons`. */
export const REASONS = [
  'eligible',
  'paused',
  'never-verb',
  'never-site',
  'another-open',
  'cool-down-shown',
  'cool-down-not-now',
  'not-quiet',
  'page-gone',
  'saved-for-later',
] as const;
export const ReasonSchema = z.enum(REASONS);
export type Reason = z.infer<typeof ReasonSchema>;

export const PromptSchema = z.strictObject({
  id: z.string(),
  activity: ActivitySchema,
  state: PromptStateSchema,
  reason: ReasonSchema,
  /** The tab that it belongs to while it is due. */
  tabId: z.int(),
  createdAt: z.number(),
  /** First moment at which a chip had been visible for 2 s, or null. */
  shownAt: z.nullable(z.number()),
  answer: z.nullable(AnswerSchema),
  answeredAt: z.nullable(z.number()),
});
export type Prompt = z.infer<typeof PromptSchema>;

/** How long what was not asked, or kept for later, waits in the popup. */
export const KEPT_DAYS = 7;
