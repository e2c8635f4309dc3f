import * as z from 'zod/mini';
import { bodyAs, maybe, momentOf } from '../../answer';
import { readDeviceCode } from '../../auth/device-code';
import { newOpening, openedBy, openingOf } from '../../auth/encrypted-key';
import type { PlainRequest, PlainResponse } from '../../connector';
import type { DeviceFlow, FlowStart, Granted, KeyFlow, SignOut } from '../../platform';
import { request } from './build';

const SCOPES = 'read,write';
const KeySchema = z.lazy(() =>
  z.object({
    key: z.string().check(z.regex(/^[\w-]{16,256}$/u)),
    expires_at: maybe(z.union([z.string(), z.number()])),
  }),
);
const AskedSchema = z.lazy(() => z.object({ status: z.string(), payload: maybe(z.string()) }));

/** By a code that is typed on the forum's own page: newer versions have it. */
export const deviceFlow = {
  prepare: newOpening,
  /** Nothing is known by this code: where codes are known at all it is said to be too old. */
  offered: {
    build: (base: string) => poll(base, 'none'),
    read: (response: PlainResponse) => response.status === 200 && bodyAs(AskedSchema, response) !== null,
  },
  begin: (start: FlowStart) =>
    request('POST', '/user-api-key/device.json', { base: start.base }, wanted(start)),
  readBegun: (response: PlainResponse, { base }: FlowStart) => readDeviceCode(response, base),
  ask: ({ base }: FlowStart, device: string) => poll(base, device),
  readAsked: async (response: PlainResponse, start: FlowStart) => {
    const { status, payload } = bodyAs(AskedSchema, response) ?? {};
    if (status === 'authorization_pending') return 'waiting';
    if (status === 'access_denied' || status === 'expired_token') return 'refused';
    return status === 'authorized' && payload ? readPayload(payload, start) : null;
  },
} satisfies DeviceFlow;

/** By a key that the forum shows encrypted, to be pasted; or gives by redirect, where an administrator allows ours. */
export const keyFlow = {
  prepare: newOpening,
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
  build: (account) => request('POST', '/user-api-key/revoke.json', account),
};

function poll(base: string, device_code: string): PlainRequest {
  return request('POST', '/user-api-key/device/poll.json', { base }, { device_code });
}

function wanted({ application, clientId, kept }: FlowStart): Readonly<Record<string, string>> {
  const { nonce = '', publicKey = '' } = openingOf(kept) ?? {};
  return {
    application_name: application,
    client_id: clientId,
    scopes: SCOPES,
    nonce,
    public_key: publicKey,
    padding: 'oaep',
  };
}

async function readPayload(payload: string, { kept }: Pick<FlowStart, 'kept'>): Promise<Granted | null> {
  const said = KeySchema.safeParse(await openedBy(kept, payload));
  if (!said.success) return null;
  const expiresAt = momentOf(said.data.expires_at);
  return { token: said.data.key, scopes: SCOPES, ...(expiresAt > 0 ? { expiresAt } : {}) };
}
