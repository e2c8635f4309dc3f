import * as z from 'zod/mini';

/** What a request was for; the words stand in the catalogues under `ledger`. */
export const PURPOSES = [
  'connect',
  'send',
  'correct',
  'withdraw',
  'look',
  'read',
  'invite',
  'sign-out',
  'title',
] as const;
export const PurposeSchema = z.enum(PURPOSES);
export type Purpose = z.infer<typeof PurposeSchema>;

/** One request that left this machine: when, to whom and what for. It has no text and no address beyond the origin. */
export const SentRequestSchema = z.strictObject({
  id: z.string(),
  /** Epoch ms. */
  at: z.number(),
  /** The origin that it went to. */
  to: z.string(),
  purpose: PurposeSchema,
});
export type SentRequest = z.infer<typeof SentRequestSchema>;
