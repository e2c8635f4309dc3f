import { jsonRequest } from '../../json-request';
import type { Platform } from '../../platform';
import { createMattermost } from './connector';
import { recognise } from './recognise';

/** Mattermost: an administrator registers a public client (from 11.2 on), or allows tokens that people make themselves. */
export const mattermost: Platform = {
  id: 'mattermost',
  title: 'Mattermost',
  kind: 'stream',
  evidence: { kind: 'contract', against: 'mattermost.openapi.yaml' },
  recognise,
  signsIn: ['oauth', 'token'],
  oauth: {
    metadata: (base) => `${base}/.well-known/oauth-authorization-server`,
    endpoints: (base) => ({ authorize: `${base}/oauth/authorize`, token: `${base}/oauth/access_token` }),
    signsInAt: [],
    registeredBy: 'administrator',
    scopes: 'user', // there is no other
  },
  signOut: { build: ({ base, token }) => jsonRequest('POST', `${base}/api/v4/users/logout`, token) },
  registration: {
    page: '/admin_console/integrations/integration_management',
    applicationType: 'OAuth 2.0 application, public client',
    permissions: [],
  },
  // People make tokens in their settings, which have no address of their own.
  tokenPage: (base) => base,
  pasteAdvice: { menu: ['Profile', 'Security', 'Personal Access Tokens'] },
  connector: createMattermost,
};
