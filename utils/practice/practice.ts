import * as z from 'zod/mini';

export const MAX_TOPICS = 5;
export const MAX_PICTURES = 4;

/** A picture that goes along: its bytes are kept apart, under this id. */
export const PictureSchema = z.strictObject({
  id: z.string(),
  /** What it shows, for those who do not see it; empty until the person wrote it, and then it may not be sent yet. */
  description: z.string(),
});
export type Picture = z.infer<typeof PictureSchema>;

/**
 * A question asks (`did` holds it, `why` says what for); an answer, and a reuse of one line, have only `did`; a
 * conclusion is the agreed outcome of a discussion (`link`).
 */
export const KINDS = ['question', 'answer', 'reuse', 'conclusion'] as const;

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
  /** Absent: a practice, which tells. */
  kind: z.optional(z.enum(KINDS)),
  /** Absent: none. */
  pictures: z.optional(z.array(PictureSchema).check(z.maxLength(MAX_PICTURES))),
});
export type Practice = z.infer<typeof PracticeSchema>;
