import * as z from 'zod/mini';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import { bodyAs } from '../answer';
import type { PlainRequest, PlainResponse } from '../connector';
import type { Application } from './application';
import { formRequest } from './form';

/** What a token endpoint gave. */
export interface Tokens {
  readonly token: string;
  readonly refreshToken?: string;
  /** Epoch ms; absent where the server does not say, or says nonsense. */
  readonly expiresAt?: number;
  /** As granted; absent: what was asked for. */
  readonly scopes?: string;
}

/** Whatever a server says: shorter would mean a new token for every request, longer means nothing. */
const SHORTEST_LIFE_MS = MINUTE_MS;
const LONGEST_LIFE_MS = 400 * DAY_MS;

const SendableSchema = z.string().check(z.regex(/^[\x21-\x7e]{1,16384}$/u)); // anything else cannot stand in a header
const TokenSchema = z.object({
  access_token: SendableSchema,
  token_type: z.string().check(z.regex(/^bearer$/iu)),
  refresh_token: z.optional(z.nullable(SendableSchema)),
  expires_in: z.optional(z.nullable(z.union([z.number(), z.string()]))),
  scope: z.optional(z.nullable(z.string())),
});

export function isSendable(token: string): boolean {
  return SendableSchema.safeParse(token).success;
}

/** Whether a header can hold what a platform makes of what was typed: it may name its scheme (`Basic …`) first. */
export function isHeader(token: string): boolean {
  return isSendable(token.replace(/^(?:Basic|Bearer) /u, ''));
}

export function exchangeRequest(
  url: string,
  { clientId, clientSecret }: Application,
  code: {
    readonly code: string;
    readonly verifier: string;
    readonly redirectUri: string;
    readonly scopes: string;
  },
): PlainRequest {
  return formRequest(url, {
    grant_type: 'authorization_code',
    code: code.code,
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uri: code.redirectUri,
    code_verifier: code.verifier,
    scope: code.scopes,
  });
}

/** Asks for new tokens; with other `scopes`, where a server gives those, for another origin. */
export function refreshRequest(
  url: string,
  { clientId, clientSecret }: Application,
  refreshToken: string,
  scopes: string,
): PlainRequest {
  return formRequest(url, {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    client_id: clientId,
    client_secret: clientSecret,
    scope: scopes,
  });
}

/** Null where the answer holds no token that we could use. */
export function readTokens(response: PlainResponse, now: number): Tokens | null {
  const given = response.status === 200 ? bodyAs(TokenSchema, response) : null;
  if (given === null) return null;
  const { access_token: token, refresh_token: refreshToken, scope: scopes } = given;
  const lifeMs = lifeOf(given.expires_in);
  return {
    token,
    ...(refreshToken ? { refreshToken } : {}),
    ...(lifeMs === null ? {} : { expiresAt: now + lifeMs }),
    ...(scopes ? { scopes } : {}),
  };
}

function lifeOf(expiresIn: number | string | null | undefined): number | null {
  const seconds = typeof expiresIn === 'string' ? Number(expiresIn.trim() || Number.NaN) : expiresIn;
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds) || seconds <= 0) return null;
  return Math.min(LONGEST_LIFE_MS, Math.max(SHORTEST_LIFE_MS, Math.floor(seconds) * SECOND_MS));
}
