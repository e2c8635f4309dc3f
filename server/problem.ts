import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An expected refusal on its way to the client. The one way in which a route says no. */
export class Refusal extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    message: string,
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

export const notFound = (): Refusal => new Refusal(404, 'Record not found');
export const unauthorised = (): Refusal => new Refusal(401, 'The access token is invalid');
export const forbidden = (): Refusal => new Refusal(403, 'This action is not allowed');
export const invalid = (what: string): Refusal => new Refusal(422, `Validation failed: ${what}`);

/** OAuth's own form of error (RFC 6749 §5.2). */
export const oauthError = (status: ContentfulStatusCode, error: string, description: string): Refusal =>
  new Refusal(status, error, { error_description: description });

/** Mastodon's form of error: `{"error": …}`. */
export function answerRefusal(context: Context, refusal: Refusal): Response {
  return context.json({ error: refusal.message, ...refusal.more }, refusal.status);
}
