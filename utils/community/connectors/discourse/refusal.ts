import * as z from 'zod/mini';
import { bodyAs } from '../../answer';
import type { Failure, PlainResponse } from '../../connector';
import { serverTime } from '../../server-time';
import { failureOf } from '../../status';

const RefusalSchema = z.object({
  errors: z.array(z.string()),
  error_type: z.optional(z.string()),
  extras: z.optional(z.nullable(z.object({ wait_seconds: z.optional(z.number()) }))),
});

const SIGNED_OUT: readonly (string | undefined)[] = ['invalid_access', 'not_logged_in'];

/** What is left once the platform's own words are read; null for a success. */
export function refusalOf(response: PlainResponse, write: boolean, now: number): Failure | null {
  const said = bodyAs(RefusalSchema, response);
  const wait = said?.extras?.wait_seconds;
  const isSilent = response.headers['retry-after'] === undefined && wait !== undefined;
  const headers = isSilent ? { ...response.headers, 'retry-after': String(wait) } : response.headers;
  const failure = failureOf({ ...response, headers }, write, serverTime(response) ?? now, wordsOf(response));
  // It was asked before anything else: nothing has been written.
  if (failure?.kind === 'retry' && said?.error_type === 'read_only') return { ...failure, applied: 'no' };
  return response.status === 405 && said?.error_type === 'read_only'
    ? { kind: 'retry', applied: 'no', answered: true }
    : failure;
}

/** In its own words, and in the language of the person's account there; null where it has none. */
export function wordsOf(response: PlainResponse): string | null {
  const said = bodyAs(RefusalSchema, response)?.errors.join(' ');
  return said === undefined || said.trim() === '' ? null : said;
}

/** A key that was taken back is answered like anything else that one may not do, here. */
export function saysSignedOut(response: PlainResponse): boolean {
  return response.status === 403 && SIGNED_OUT.includes(bodyAs(RefusalSchema, response)?.error_type);
}

/** No title is allowed to be as long as this, and no text has to be. */
const LIMIT_OF_A_TEXT = 1_000;

/**
 * What is wrong with a text's length, number of links or the like; null where no number says so. By the numbers alone:
 * the words are in any language.
 */
export function countRefusal(message: string): Failure | null {
  const numbers = [...message.matchAll(/\d{1,7}/gu)].map(([digits]) => Number(digits));
  const limits = numbers.filter((number) => number >= LIMIT_OF_A_TEXT);
  if (limits.length > 0) return { kind: 'too-long', max: Math.min(...limits) };
  return numbers.length === 0 ? null : { kind: 'invalid', message };
}
