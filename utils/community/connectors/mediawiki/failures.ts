import type { Failure, PlainResponse } from '../../connector';
import { failureOf } from '../../status';
import type { Answer } from './shapes';

const BUSY = /^(?:ratelimited|actionthrottled|maxlag|readonly)$/u;
const EXPIRED = /^(?:assert\w+failed|badtoken|notoken|notloggedin|readapidenied|mwoauth-.*)$/u;
const FORBIDDEN =
  /^(?:.*blocked|permissiondenied|protected.*|cascadeprotected|cantcreate.*|noedit.*|writeapidenied|writerequired)$/u;
const CONFLICT = /^(?:edit-?conflict|nosuchrevid)$/u;
const GONE = /^(?:missingtitle|nosuchpageid|pagedeleted)$/u;
const MOST_MESSAGE = 300;

/** What a refusal means; whatever is not known by its code is said in the wiki's own words. */
export function refusalOf(
  { code, info = '' }: NonNullable<Answer['error']>,
  response: PlainResponse,
  write: boolean,
  now: number,
): Failure {
  // Whatever its status: how long to wait stands in the same header.
  if (BUSY.test(code)) return failureOf({ ...response, status: 429 }, write, now) ?? { kind: 'gone' };
  if (EXPIRED.test(code)) return { kind: 'auth', why: 'expired' };
  if (FORBIDDEN.test(code)) return { kind: 'auth', why: 'forbidden' };
  if (CONFLICT.test(code)) return { kind: 'conflict' };
  if (GONE.test(code)) return { kind: 'gone' };
  if (code === 'contenttoobig') return tooLong(info);
  if (code.startsWith('internal_api_error'))
    return { kind: 'retry', applied: write ? 'unknown' : 'no', answered: true };
  return { kind: 'invalid', message: info.replace(/\s+/gu, ' ').trim().slice(0, MOST_MESSAGE) };
}

/** Said in kilobytes; counted in bytes. */
function tooLong(info: string): Failure {
  const kilobytes = Number(/([\d.,]+)/u.exec(info)?.[1]?.replace(/[.,]/gu, ''));
  return kilobytes > 0 ? { kind: 'too-long', max: kilobytes * 1_024 } : { kind: 'too-long' };
}
