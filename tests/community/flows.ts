import { jsonOf } from '@/utils/community/answer';
import type { AppPasswordFlow, DeviceFlow, KeyFlow, Platform, SignOut } from '@/utils/community/platform';
import { aHouse, HOUSE } from './house';

/** A code flow whose `kept` is a secret that the server has to give back. */
export const deviceFlow: DeviceFlow = {
  prepare: async () => 'private-key',
  begin: ({ base, clientId }) => ({ method: 'POST', url: `${base}/device`, headers: {}, body: clientId }),
  readBegun: ({ status, text }) =>
    status === 200
      ? {
          device: 'dev',
          code: 'ABCD-1234',
          page: text || `${HOUSE}/activate`,
          expiresInMs: 600_000,
          everyMs: 5_000,
        }
      : null,
  ask: ({ base }, device) => ({ method: 'POST', url: `${base}/device/poll`, headers: {}, body: device }),
  readAsked: async ({ text }, { kept }) => {
    const said = jsonOf(text);
    if (said === 'waiting' || said === 'refused') return said;
    return kept === 'private-key' && typeof said === 'string' ? { token: said, scopes: 'read,write' } : null;
  },
};

/** A key that is for whoever has the private one: here, by name. */
export const keyFlow: KeyFlow = {
  prepare: async () => 'private-key',
  page: ({ base, clientId }, redirectUri) =>
    `${base}/keys?client=${clientId}&redirect_uri=${encodeURIComponent(redirectUri ?? '')}`,
  payloadIn: (returned) => returned.get('payload'),
  read: async (payload, { kept }) =>
    payload.startsWith(`${kept}:`) ? { token: payload.slice(kept.length + 1) } : null,
};

export const appPassword: AppPasswordFlow = {
  page: ({ base, allowsAt }, { name }, redirectUri) =>
    `${allowsAt ?? `${base}/allow`}?app=${name}&redirect_uri=${encodeURIComponent(redirectUri)}`,
  read: (returned, base) => {
    if (returned.get('success') === 'false') return 'refused';
    if (returned.get('site') !== base) return null;
    return { name: returned.get('user') ?? '', secret: returned.get('password') ?? '' };
  },
};

const signOut: SignOut = {
  build: ({ base, token }) => ({
    method: 'GET',
    url: `${base}/keys/which`,
    headers: { authorization: `Bearer ${token}` },
  }),
  next: (_response, { base }) => ({ method: 'DELETE', url: `${base}/keys/1`, headers: {} }),
};

/** A platform that lets people in by every way but OAuth. */
export function aKeyHouse(wishes: Partial<Platform> = {}): Platform {
  return aHouse({
    signsIn: ['device', 'key', 'app-password', 'session', 'token'],
    deviceFlow,
    keyFlow,
    appPassword,
    tokenOf: ({ name, secret }) => (name === '' ? '' : `${name}:${secret}`),
    signOut,
    ...wishes,
  });
}
