import { jsonOf } from '@/utils/community/answer';
import type { Account, Connector, Operation, PlainRequest } from '@/utils/community/connector';
import type { OAuthProfile, Platform } from '@/utils/community/platform';
import { failureOf } from '@/utils/community/status';
import { fail, succeed } from '@/utils/kernel/result';

export const HOUSE = 'https://house.example';

const CAPABILITIES = {
  name: 'Huis',
  kind: 'stream',
  maxCharacters: 500,
  countsIn: 'code-points',
  rateLimit: [{ requests: 10, perMs: 30_000 }],
  keepsKeys: false,
  canEdit: false,
  canRemove: true,
  hasPlaces: true,
  needsPlace: true,
  readsBy: 'place',
  canThank: true,
  canInvite: false,
  audiences: ['members'],
  pictures: 0,
  format: 'markdown',
} as const;

const PLACES = [{ id: 'p', name: 'Plein', closed: false }];

/** A platform of nobody's: it says who one is, and takes thanks; a post takes two steps; the thread of a post stands at a further origin. */
const connector: Connector = {
  id: 'house',
  build: (operation: Operation, { base, token, elsewhere }: Account): PlainRequest => {
    const headers = token === '' ? {} : { authorization: `Bearer ${token}` };
    if (operation.verb === 'thread') {
      const [[other, its] = ['https://nowhere.example', '']] = Object.entries(elsewhere ?? {});
      return { method: 'GET', url: `${other}/thread`, headers: { authorization: `Bearer ${its}` } };
    }
    const method = operation.verb === 'mark' || operation.verb === 'send' ? 'POST' : 'GET';
    return { method, url: `${base}/api/${operation.verb}`, headers };
  },
  read: (operation: Operation, response) => {
    const failure = failureOf(response, operation.verb === 'mark', 0);
    if (failure !== null) return fail(failure);
    if (operation.verb === 'send') return { next: { verb: 'remove', postId: '1' } };
    const values: Partial<Record<Operation['verb'], unknown>> = {
      me: jsonOf(response.text),
      capabilities: CAPABILITIES,
      places: PLACES,
      mark: null,
      thread: { posts: [] },
    };
    return succeed(values[operation.verb] as never);
  },
};

/** The same platform with what a test wants to be otherwise. */
export function aHouse(wishes: Partial<Platform> = {}, oauth: Partial<OAuthProfile> = {}): Platform {
  return {
    id: 'house',
    title: 'Huis',
    kind: 'stream',
    evidence: { kind: 'documentation' },
    recognise: {
      probes: (base) => [{ method: 'GET', url: `${base}/api/about`, headers: {} }],
      read: ({ status, text }, base) => (status === 200 ? { base, name: 'Huis', version: text } : null),
    },
    signsIn: ['oauth', 'token'],
    oauth: {
      metadata: (base) => `${base}/.well-known/oauth-authorization-server`,
      endpoints: (base) => ({
        authorize: `${base}/authorize`,
        token: `${base}/token`,
        register: `${base}/register`,
      }),
      signsInAt: [],
      registeredBy: 'itself',
      scopes: 'read write',
      ...oauth,
    },
    connector: () => connector,
    ...wishes,
  };
}
