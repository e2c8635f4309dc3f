import * as z from 'zod/mini';
import { SECOND_MS } from '@/utils/kernel/clock';
import { bodyAs } from '../answer';
import type { PlainResponse } from '../connector';
import type { DeviceCode } from '../platform';

const USUAL_INTERVAL_S = 5;
const page = z.optional(z.nullable(z.url()));

const BegunSchema = z.object({
  device_code: z.string().check(z.minLength(1)),
  user_code: z.string().check(z.minLength(1), z.maxLength(32)),
  verification_uri: z.url(),
  verification_uri_complete: page,
  /** As some name the page on which the code is filled in. */
  verification_uri_with_request: page,
  expires_in: z.number().check(z.positive()),
  interval: z.optional(z.nullable(z.number())),
});

/** The code that a person types, as RFC 8628 has it; null where there is none, or its page is not below `base`. */
export function readDeviceCode(response: PlainResponse, base: string): DeviceCode | null {
  const begun = response.status === 200 ? bodyAs(BegunSchema, response) : null;
  if (begun === null) return null;
  const { verification_uri_with_request, verification_uri_complete, verification_uri } = begun;
  const pages = [verification_uri_with_request, verification_uri_complete, verification_uri];
  const there = pages.find((one) => one?.startsWith(`${base}/`));
  if (!there) return null;
  return {
    device: begun.device_code,
    code: begun.user_code,
    page: there,
    expiresInMs: begun.expires_in * SECOND_MS,
    everyMs: (begun.interval ?? USUAL_INTERVAL_S) * SECOND_MS,
  };
}
