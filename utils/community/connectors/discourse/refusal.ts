import * as z from 'zod/mini';
import { bodyAs, maybe } from '../../answer';
import type { Failure, Operation, PlainResponse } from '../../connector';
import { serverTime } from '../../server-time';
import { failureOf } from '../../status';

const RefusalSchema = z.lazy(() =>
  z.object({
    errors: z.array(z.string()),
    error_type: maybe(z.string()),
    extras: maybe(z.object({ wait_seconds: z.number() })),
  }),
);

/** Whoever is signed in may ask these. */
const OPEN: readonly Operation['verb'][] = ['me', 'places', 'find'];

/** What is left once the platform's own words are read; null for a success. */
export function refusalOf(
  response: PlainResponse,
  { verb }: Pick<Operation, 'verb'>,
  write: boolean,
  now: number,
): Failure | null {
  const said = bodyAs(RefusalSchema, response);
  // A key that was taken back is answered like anything else that one may not do.
  if (response.status === 403 && said !== null && OPEN.includes(verb))
    return { kind: 'auth', why: 'expired' };
  const wait = said?.extras?.wait_seconds;
  const headers =
    wait === undefined ? response.headers : { 'retry-after': String(wait), ...response.headers };
  // It was asked before anything else: nothing has been written. Older versions say it with 405.
  const isReadOnly = said?.error_type === 'read_only';
  const status = isReadOnly ? 503 : response.status;
  const there = serverTime(response) ?? now;
  return failureOf({ ...response, headers, status }, write && !isReadOnly, there, wordsOf(response));
}

/** In its own words, and in the language of the person's account there; null where it has none. */
export function wordsOf(response: PlainResponse): string | null {
  return bodyAs(RefusalSchema, response)?.errors.join(' ').trim() || null;
}

/** No title is allowed to be as long as this, and no text has to be. */
const LIMIT_OF_A_TEXT = 1_000;

/**
 * What is wrong with a text's length, number of links or the like; null where no number says so. By the numbers alone:
 * the words are in any language.
 */
export function countRefusal(message: string): Failure | null {
  const numbers = (message.match(/\d{1,7}/gu) ?? []).map(Number);
  const limits = numbers.filter((number) => number >= LIMIT_OF_A_TEXT);
  if (limits.length > 0) return { kind: 'too-long', max: Math.min(...limits) };
  return numbers.length === 0 ? null : { kind: 'invalid', message };
}
