import { entraProfile } from '../../microsoft/entra';
import { GRAPH } from '../../microsoft/graph';
import type { Platform, Recogniser } from '../../platform';
import { createYammer } from './connector';

const TITLE = 'Viva Engage';
const BASE = 'https://www.yammer.com';

/** One address for everybody, and none that says what it is before sign-in. */
const recognise: Recogniser = {
  byAddress: ({ hostname }) =>
    /(?:^|\.)yammer\.com$|^engage\.cloud\.microsoft$/u.test(hostname)
      ? { base: BASE, name: TITLE, version: '' }
      : null,
};

/**
 * Viva Engage, once Yammer. Written from documentation and from answers that others recorded; no network was at hand.
 * Open: whether its interface takes requests from an extension's origin, how long a message may be, and what it says of
 * one that is too long.
 */
export const yammer: Platform = {
  id: 'yammer',
  title: TITLE,
  kind: 'stream',
  evidence: { kind: 'documentation' },
  recognise,
  pageOf: () => 'https://engage.cloud.microsoft',
  signsIn: ['oauth', 'token'],
  // Tokens of Yammer's own sign-in ended in 2025. Communities stand in Graph, which wants a token of its own.
  oauth: entraProfile(`${BASE}/access_as_user offline_access`, {
    [GRAPH]: `${GRAPH}/Community.Read.All ${GRAPH}/User.Read offline_access`,
  }),
  tokenPage: () => 'https://learn.microsoft.com/rest/api/yammer/app-registration',
  registration: {
    page: 'https://entra.microsoft.com/',
    applicationType: 'Single-page application (SPA)',
    permissions: ['Yammer: access_as_user', 'Community.Read.All', 'User.Read'],
    licence: 'Microsoft 365 (Viva Engage)',
  },
  connector: createYammer,
};
