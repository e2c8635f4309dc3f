import * as z from 'zod/mini';
import { bodyAs, maybe } from '../../answer';
import type { Failure, PlainResponse } from '../../connector';
import { failureOf } from '../../status';

const ErrorSchema = z.lazy(() =>
  z.object({
    errcode: z.string(),
    error: maybe(z.string()),
    /** How older servers ask to wait. */
    retry_after_ms: maybe(z.number().check(z.nonnegative())),
  }),
);

/** What an answer that is no success means, by its code first; null for a success. */
export function failureFrom(response: PlainResponse, write: boolean, now: number): Failure | null {
  const { errcode, error, retry_after_ms: asked } = bodyAs(ErrorSchema, response) ?? {};
  const failure = failureOf(response, write, now, error);
  if (failure === null) return null;
  if (errcode === 'M_DUPLICATE_ANNOTATION') return { kind: 'duplicate' };
  if (errcode === 'M_TOO_LARGE') return { kind: 'too-long' };
  if (errcode !== 'M_LIMIT_EXCEEDED') return failure;
  const afterMs = (failure.kind === 'retry' ? failure.afterMs : undefined) ?? asked ?? undefined;
  return { kind: 'retry', applied: 'no', answered: true, ...(afterMs !== undefined && { afterMs }) };
}
