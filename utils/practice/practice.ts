import * as z from 'zod/mini';

export const MAX_TOPICS = 5;

/** What the person writes. Every field is text as typed; which of them must be filled is said by `problemsOf`. */
export const PracticeSchema = z.strictObject({
  title: z.string(),
  did: z.string(),
  why: z.string(),
  tip: z.string(),
  /** Without '#', as typed. */
  topics: z.array(z.string()),
  /** The page that it is about, or null where the person took it away or there is none. */
  link: z.nullable(z.string()),
  /** BCP 47 language that it is written in. */
  language: z.string(),
});
export type Practice = z.infer<typeof PracticeSchema>;
