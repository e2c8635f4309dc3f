import * as z from 'zod/mini';
import { SECOND_MS } from '@/utils/kernel/clock';
import { jsonOf, maybe } from '../../answer';
import type { Failure, PlainResponse } from '../../connector';
import { wantsConsent } from '../../microsoft/entra';
import { failureOf } from '../../status';

/** How long a limit lasts, where the answer does not say (it was never seen to). */
const LIMITED_MS = 30 * SECOND_MS;
const RATE_LIMITED = 33;
const NO_TOKEN = 16;

/** `{"response":{"message","code"}}` where the gateway refuses, `{"base"}` where the message does. */
const SaidSchema = z.lazy(() =>
  z.object({
    response: maybe(z.object({ message: maybe(z.string()), code: maybe(z.int()) })),
    base: maybe(z.union([z.string(), z.array(z.string())])),
    error: maybe(z.union([z.string(), z.object({ type: maybe(z.string()), message: maybe(z.string()) })])),
  }),
);

/** What an answer that is no success means; null for a success. */
export function yammerFailure(response: PlainResponse, write: boolean, now: number): Failure | null {
  const { status, text } = response;
  if (status >= 200 && status < 400) return failureOf(response, write, now);
  const said = SaidSchema.safeParse(jsonOf(text));
  const { response: gateway, base, error } = said.success ? said.data : NOTHING_SAID;
  if (wantsConsent(text)) return { kind: 'auth', why: 'consent' };
  if (status === 429 || gateway?.code === RATE_LIMITED) {
    const limited = failureOf({ ...response, status: 429 }, write, now);
    return limited?.kind === 'retry' ? { ...limited, afterMs: limited.afterMs ?? LIMITED_MS } : limited;
  }
  if (gateway?.code === NO_TOKEN || (status === 400 && text.includes('OAuthException')))
    return { kind: 'auth', why: 'expired' };
  const message = gateway?.message ?? (Array.isArray(base) ? base.join(' ') : base);
  return failureOf(response, write, now, message ?? (typeof error === 'object' ? error?.message : error));
}

const NOTHING_SAID: z.infer<typeof SaidSchema> = { response: null, base: null, error: null };
