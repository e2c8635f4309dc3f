import * as z from 'zod/mini';
import { newId } from '@/utils/kernel/ids';

/**
 * What a request was for; the words stand in the catalogues under `ledger`. `sign-in` is the page that a person has
 * opened to sign in: one row for the page, whatever it loads is between that page and its visitor. `sign-in-again` is the
 * same page, asked without a window.
 */
export const PURPOSES = [
  'connect',
  'sign-in',
  'sign-in-again',
  'send',
  'correct',
  'withdraw',
  'look',
  'places',
  'invite',
  'read',
  'thank',
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

/** A request as it is noted, before it leaves: one that nobody answered was sent. Of `url` only the origin is kept. */
export function sentRequest(url: string, purpose: Purpose, at: number): SentRequest {
  return { id: newId(), at, to: new URL(url).origin, purpose };
}
