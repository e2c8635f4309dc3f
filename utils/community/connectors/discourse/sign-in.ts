import * as z from 'zod/mini';
import { newSecret } from '@/utils/kernel/ids';
import { bodyAs, jsonOf, momentOf } from '../../answer';
import { bytesOf, decrypted, newKeyPair } from '../../auth/rsa';
import type { PlainRequest, PlainResponse } from '../../connector';
import type { DeviceFlow, FlowStart, Granted, KeyFlow, SignOut } from '../../platform';
import { keyOf } from './build';

const SCOPES = 'read,write';
const MOST_PAYLOAD = 4_096;
/** The platform refuses a nonce with which its answer would be longer than a key can encrypt. */
const NONCE_LENGTH = 32;

const KeptSchema = z.object({
  nonce: z.string(),
  publicKey: z.string(),
  privateKey: z.custom<JsonWebKey>((kept) => typeof kept === 'object' && kept !== null),
});
const KeySchema = z.object({
  key: z.string().check(z.regex(/^[\w-]{16,256}$/u)),
  nonce: z.string(),
  expires_at: z.optional(z.nullable(z.union([z.string(), z.number()]))),
});
const BegunSchema = z.object({
  device_code: z.string().check(z.minLength(1)),
  user_code: z.string().check(z.minLength(1), z.maxLength(32)),
  verification_uri: z.url(),
  verification_uri_with_request: z.optional(z.nullable(z.url())),
  expires_in: z.number().check(z.positive()),
  interval: z.optional(z.nullable(z.number())),
});
const AskedSchema = z.object({ status: z.string(), payload: z.optional(z.nullable(z.string())) });

/** What one sign-in needs, and is kept in the background until it ends. */
async function prepare(): Promise<string> {
  return JSON.stringify({ nonce: newSecret().slice(0, NONCE_LENGTH), ...(await newKeyPair()) });
}

/** By a code that is typed on the forum's own page: newer versions have it. */
export const deviceFlow = {
  prepare,
  /** Nothing is known by this code: where codes are known at all it is said to be too old. */
  offered: {
    build: (base: string) => post(`${base}/user-api-key/device/poll.json`, { device_code: 'none' }),
    read: (response: PlainResponse) => response.status === 200 && bodyAs(AskedSchema, response) !== null,
  },
  begin: (start: FlowStart) => post(`${start.base}/user-api-key/device.json`, wanted(start)),
  readBegun: (response: PlainResponse, { base }: FlowStart) => {
    const begun = response.status === 200 ? bodyAs(BegunSchema, response) : null;
    if (begun === null) return null;
    const pages = [begun.verification_uri_with_request, begun.verification_uri];
    const page = pages.find((one) => one?.startsWith(`${base}/`));
    if (!page) return null;
    return {
      device: begun.device_code,
      code: begun.user_code,
      page,
      expiresInMs: begun.expires_in * 1_000,
      everyMs: (begun.interval ?? 5) * 1_000,
    };
  },
  ask: ({ base }: FlowStart, device: string) =>
    post(`${base}/user-api-key/device/poll.json`, { device_code: device }),
  readAsked: async (response: PlainResponse, start: FlowStart) => {
    const { status, payload } = bodyAs(AskedSchema, response) ?? {};
    if (status === 'authorization_pending') return 'waiting';
    if (status === 'access_denied' || status === 'expired_token') return 'refused';
    return status === 'authorized' && payload ? readPayload(payload, start) : null;
  },
} satisfies DeviceFlow;

/** By a key that the forum shows encrypted, to be pasted; or gives by redirect, where an administrator allows ours. */
export const keyFlow = {
  prepare,
  page: (start: FlowStart, redirectUri: string | null) => {
    const redirect = redirectUri === null ? {} : { auth_redirect: redirectUri };
    return `${start.base}/user-api-key/new?${new URLSearchParams({ ...wanted(start), ...redirect })}`;
  },
  payloadIn: (returned: URLSearchParams) => {
    const [payload = null, ...others] = returned.getAll('payload');
    return others.length === 0 ? payload : null;
  },
  read: readPayload,
} satisfies KeyFlow;

/** Takes back the key that was made for us. */
export const signOut: SignOut = {
  build: ({ base, token }) => ({
    method: 'POST',
    url: `${base}/user-api-key/revoke.json`,
    headers: { accept: 'application/json', ...keyOf(token) },
  }),
};

function wanted({ application, clientId, kept }: FlowStart): Readonly<Record<string, string>> {
  const { nonce = '', publicKey = '' } = keptOf(kept) ?? {};
  return {
    application_name: application,
    client_id: clientId,
    scopes: SCOPES,
    nonce,
    public_key: publicKey,
    padding: 'oaep',
  };
}

/** Only what was encrypted for our key and holds our nonce. */
async function readPayload(payload: string, { kept }: Pick<FlowStart, 'kept'>): Promise<Granted | null> {
  const own = keptOf(kept);
  const encrypted = payload.length > MOST_PAYLOAD ? null : bytesOf(payload.replace(/\s+/gu, ''));
  if (own === null || encrypted === null) return null;
  const bytes = await decrypted(own.privateKey, encrypted);
  const said = KeySchema.safeParse(bytes === null ? null : jsonOf(new TextDecoder().decode(bytes)));
  if (!said.success || said.data.nonce !== own.nonce) return null;
  const { key: token, expires_at } = said.data;
  const expiresAt = momentOf(expires_at);
  return { token, scopes: SCOPES, ...(expiresAt > 0 ? { expiresAt } : {}) };
}

function keptOf(kept: string): z.infer<typeof KeptSchema> | null {
  const parsed = KeptSchema.safeParse(jsonOf(kept));
  return parsed.success ? parsed.data : null;
}

function post(url: string, body: unknown): PlainRequest {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  return { method: 'POST', url, headers, body: JSON.stringify(body) };
}
