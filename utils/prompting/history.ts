import * as z from 'zod/mini';
import { type Activity, VerbSchema } from '@/utils/activity/activity';
import { AnswerSchema, type Reason, ReasonSchema } from './prompt';

/**
 * One recognised activity as it is remembered: which kind, where, when, and what came of it. It has no title, no
 * address of a page and no text, so that nobody can read from it what somebody worked on.
 */
export const PastActivitySchema = z.strictObject({
  /** The activity's. */
  id: z.string(),
  /** The origin it happened on. */
  site: z.string(),
  verb: VerbSchema,
  /** The recipe's id. */
  system: z.string(),
  count: z.int().check(z.positive()),
  /** Epoch ms. */
  at: z.number(),
  /** Why it was asked about or not, as decided last. */
  reason: ReasonSchema,
  /** First moment at which a chip about it had been visible for 2 s, or null. */
  shownAt: z.nullable(z.number()),
  answer: z.nullable(AnswerSchema),
  answeredAt: z.nullable(z.number()),
});
export type PastActivity = z.infer<typeof PastActivitySchema>;

/** What is remembered of a chip that was seen: all that counts against caps, and all that is learned from. */
export type Showing = PastActivity & { readonly shownAt: number };

export function isShowing(past: PastActivity): past is Showing {
  return past.shownAt !== null;
}

/** An activity as it is remembered from the moment of its first decision. */
export function remember({ id, site, verb, system, count, at }: Activity, reason: Reason): PastActivity {
  return { id, site, verb, system, count, at, reason, shownAt: null, answer: null, answeredAt: null };
}

/** A clock that was put back leaves times in the future: they become now, so that no cap opens and none stays for ever. */
export function notAhead(past: PastActivity, now: number): PastActivity {
  const { at, shownAt, answeredAt } = past;
  const sooner = (time: number | null): number | null => (time === null ? null : Math.min(time, now));
  return { ...past, at: Math.min(at, now), shownAt: sooner(shownAt), answeredAt: sooner(answeredAt) };
}
