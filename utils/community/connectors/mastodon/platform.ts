import type { Platform } from '../../platform';
import { createMastodon } from './connector';
import { recognise } from './recognise';
import { scopesFor } from './scopes';

/** Mastodon and everybody who speaks its client API: what a server says of itself decides, not its name. */
export const mastodon: Platform = {
  id: 'mastodon',
  title: 'Mastodon',
  kind: 'stream',
  evidence: { kind: 'contract', against: 'mastodon.openapi.json' },
  recognise,
  signsIn: ['oauth', 'token'],
  oauth: {
    metadata: (base) => `${base}/.well-known/oauth-authorization-server`,
    endpoints: (base) => ({
      authorize: `${base}/oauth/authorize`,
      token: `${base}/oauth/token`,
      revoke: `${base}/oauth/revoke`,
      register: `${base}/api/v1/apps`,
    }),
    signsInAt: [],
    registeredBy: 'itself',
    registersBy: 'form',
    scopes: scopesFor,
  },
  tokenPage: (base) => `${base}/settings/applications/new`,
  connector: createMastodon,
};
