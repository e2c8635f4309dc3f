import * as z from 'zod/mini';
import { bodyAs } from '../answer';
import type { PlainResponse } from '../connector';
import { wantsConsent } from '../microsoft/entra';

/**
 * Why a sign-in came to nothing. `sign-in-consent`: an administrator has to allow it first; `application-refused`: it
 * knows no such application, or of another kind.
 */
export type Refusal = 'sign-in-refused' | 'sign-in-failed' | 'sign-in-consent' | 'application-refused';

const APPLICATION_ERRORS = ['unauthorized_client', 'invalid_client'];
const CONSENT_ERRORS = ['consent_required', 'admin_consent_required'];

/** What an error of OAuth means for the person who signed in. */
export function refusalOf(error: string, description: string): Refusal {
  if (CONSENT_ERRORS.includes(error) || wantsConsent(description)) return 'sign-in-consent';
  if (APPLICATION_ERRORS.includes(error)) return 'application-refused';
  return error === 'access_denied' ? 'sign-in-refused' : 'sign-in-failed';
}

const ErrorSchema = z.object({
  error: z.string(),
  error_description: z.optional(z.string()),
  suberror: z.optional(z.string()),
});

/** The error in an answer of a token endpoint; null where it says none. */
export function errorIn(
  response: PlainResponse,
): { readonly code: string; readonly refusal: Refusal } | null {
  const said = bodyAs(ErrorSchema, response);
  if (said === null) return null;
  const { error, error_description: description = '', suberror = '' } = said;
  const refusal = suberror === 'consent_required' ? 'sign-in-consent' : refusalOf(error, description);
  return { code: error, refusal };
}
