import * as z from 'zod/mini';
import { bodyAs, maybe } from '../../answer';
import type { Failure, PlainResponse } from '../../connector';
import { allowanceOf, failureOf } from '../../status';

/** Its messages are in the language of whoever asks; its ids stay. */
const ErrorSchema = z.lazy(() => z.object({ id: z.string(), message: maybe(z.string()) }));

const TOO_LONG = 'model.post.is_valid.message_length.app_error';
/** An administrator sets for how long posts can be edited. */
const TOO_LATE = 'api.post.update_post.permissions_time_limit.app_error';
/** Of a refusal with 400: the channel was archived, the post or the one that it answers was taken away. */
const GONE = [
  'api.post.create_post.can_not_post_to_deleted.error',
  'api.post.create_post.root_id.app_error',
  'api.post.create_post.channel_root_id.app_error',
  'api.post.patch_post.can_not_update_post_in_deleted.error',
  'api.post.update_post.permissions_details.app_error',
];

/** What an answer that is no success means; null for a success. A post that is still being stored (500) is one of unknown fate. */
export function failureFrom(response: PlainResponse, write: boolean, now: number): Failure | null {
  const said = bodyAs(ErrorSchema, response);
  if (response.status === 400 && said !== null) {
    if (said.id === TOO_LONG) return { kind: 'too-long' };
    if (said.id === TOO_LATE) return { kind: 'auth', why: 'forbidden' };
    if (GONE.includes(said.id)) return { kind: 'gone' };
  }
  return failureOf(strictest(response), write, now, said?.message);
}

/** How many requests are left, where the server counts them. */
export function allowanceFrom(response: PlainResponse, now: number): ReturnType<typeof allowanceOf> {
  return allowanceOf(strictest(response), now);
}

/** Two limits may have spoken, of the server and of the address: `2, 30`. The stricter one holds. */
function strictest(response: PlainResponse): PlainResponse {
  const headers = { ...response.headers };
  for (const [name, pick] of [
    ['retry-after', Math.max],
    ['x-ratelimit-reset', Math.max],
    ['x-ratelimit-remaining', Math.min],
  ] as const) {
    const said = headers[name] ?? '';
    if (/^\d+(?:, ?\d+)+$/u.test(said)) headers[name] = String(pick(...said.split(',').map(Number)));
  }
  return { ...response, headers };
}
