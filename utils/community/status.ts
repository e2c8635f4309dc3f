import { SECOND_MS } from '@/utils/kernel/clock';
import { fail } from '@/utils/kernel/result';
import { jsonOf } from './answer';
import type { Failure, PlainResponse } from './connector';

const MOST_MESSAGE = 300;
const TOO_LONG = /character limit|too long|exceed|maximum|te lang/iu;
const LIMIT = /(?:limit of|maximum(?: of)?|max(?:imum)?\.?:?|hoogstens|maximum van)\s*(\d{2,7})/iu;

/**
 * What an answer that is no success means, for a write or a read; null for a success. `said`: what the platform says
 * about it, where that does not stand in `error`.
 */
export function failureOf(
  response: PlainResponse,
  write: boolean,
  now: number,
  said?: string | null,
): Failure | null {
  const { status } = response;
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return movedTo(response);
  const wait = waitOf(response, now);
  if (status === 429 || status === 425) return { kind: 'retry', applied: 'no', answered: true, ...wait };
  if (status >= 500 || status === 408 || status === 409) {
    return { kind: 'retry', applied: write ? 'unknown' : 'no', answered: true, ...wait };
  }
  return refusal(response, shortened(said ?? messageOf(response)));
}

/** A successful status with a body that is not what was asked for. Nobody can say whether a write was applied. */
export function unreadable(applied: 'no' | 'unknown') {
  return fail<Failure>({ kind: 'retry', applied, answered: false });
}

function refusal(response: PlainResponse, message: string): Failure {
  switch (response.status) {
    case 401:
      return { kind: 'auth', why: 'expired' };
    case 403:
      return { kind: 'auth', why: 'forbidden' };
    case 404:
      return { kind: 'gone' };
    case 410: {
      const postId = stringField(response, 'id');
      return postId === null ? { kind: 'gone' } : { kind: 'gone', postId };
    }
    case 413:
      return { kind: 'too-long' };
    default:
      // Pixelfed answers a repeated key like this, without saying what became of the first try.
      if (/duplicate idempotency key/iu.test(message)) return { kind: 'duplicate' };
      return TOO_LONG.test(message) ? tooLong(message) : { kind: 'invalid', message };
  }
}

function tooLong(message: string): Failure {
  const max = LIMIT.exec(message)?.[1];
  return max === undefined ? { kind: 'too-long' } : { kind: 'too-long', max: Number(max) };
}

function movedTo({ headers: { location } }: PlainResponse): Failure {
  return location !== undefined && URL.canParse(location)
    ? { kind: 'moved', to: new URL(location).origin }
    : { kind: 'moved' };
}

/** What the platform says about its refusal (`{"error": …}`); '' where it says nothing. */
function messageOf(response: PlainResponse): string {
  return stringField(response, 'error_description') ?? stringField(response, 'error') ?? '';
}

function shortened(message: string): string {
  return message.replace(/\s+/gu, ' ').trim().slice(0, MOST_MESSAGE);
}

function stringField({ text }: PlainResponse, name: string): string | null {
  const body = jsonOf(text);
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return null;
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** How many requests are left to us, and in how many ms there are more; null where the server does not say. */
export function allowanceOf(
  { headers }: PlainResponse,
  now: number,
): { readonly left: number; readonly resetMs: number } | null {
  const left = headers['x-ratelimit-remaining'] ?? '';
  const resetMs = delayOf(headers['x-ratelimit-reset'], now);
  return /^\d+$/u.test(left) && resetMs !== null ? { left: Number(left), resetMs } : null;
}

/** How long the server asks us to wait: Retry-After in seconds or as a date, else X-RateLimit-Reset where it limits us. */
function waitOf({ status, headers }: PlainResponse, now: number): { readonly afterMs?: number } {
  const asked = headers['retry-after'] ?? (status === 429 ? headers['x-ratelimit-reset'] : undefined);
  const afterMs = delayOf(asked, now);
  return afterMs === null ? {} : { afterMs };
}

/** Seconds, a date or an epoch as ms from now; null for anything else. */
function delayOf(asked: string | undefined, now: number): number | null {
  if (asked === undefined) return null;
  const seconds = /^\s*\d+(?:\.\d+)?\s*$/u.test(asked) ? Number(asked) : null;
  // Values like an epoch are one: X-RateLimit-Reset is a moment on some servers, a number of seconds on others.
  const moment = seconds === null ? dateOf(asked) : seconds > 1_000_000_000 ? seconds * SECOND_MS : null;
  if (moment === null) return (seconds ?? 0) * SECOND_MS;
  return Number.isNaN(moment) ? null : Math.max(0, moment - now);
}

/** An HTTP or ISO date as epoch ms; NaN for anything else, also for what `Date.parse` guesses at ("-5"). */
function dateOf(text: string): number {
  return /^\s*(?:[a-z]{3,9}, |\d{4}-\d{2}-\d{2}T)/iu.test(text) ? Date.parse(text) : Number.NaN;
}
