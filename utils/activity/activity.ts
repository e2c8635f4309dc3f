import * as z from 'zod/mini';

/** What someone can have done, strongest first: inside one burst the strongest absorbs the others. */
export const VERBS = [
  'delete',
  'publish',
  'approve',
  'close',
  'task',
  'checkin',
  'move',
  'share',
  'upload',
  'tag',
  'edit',
] as const;

export const MAX_TITLE_LENGTH = 200;

export const VerbSchema = z.enum(VERBS);
export type Verb = z.infer<typeof VerbSchema>;

/** What someone just did. All that is kept of an exchange. */
export const ActivitySchema = z.strictObject({
  id: z.string(),
  verb: VerbSchema,
  /** May be empty; at most MAX_TITLE_LENGTH characters. */
  title: z.string().check(z.maxLength(MAX_TITLE_LENGTH)),
  /** Absolute, with only the query names that the recipe lists; null where none is known. */
  link: z.nullable(z.string()),
  /** The origin it happened on. */
  site: z.string(),
  /** The recipe's id. */
  system: z.string(),
  /** How many things at once: 12 documents uploaded is one activity with `count` 12. */
  count: z.int().check(z.positive()),
  /** Epoch ms. */
  at: z.number(),
});
export type Activity = z.infer<typeof ActivitySchema>;
