import { entraProfile } from '../../microsoft/entra';
import { GRAPH } from '../../microsoft/graph';
import type { Platform, Recogniser } from '../../platform';
import { createTeams } from './connector';

/** What one may do, as Graph names it; an administrator agrees to the last two. */
const SCOPES = [
  'User.Read',
  'Team.ReadBasic.All',
  'Channel.ReadBasic.All',
  'ChannelMessage.Send',
  'ChannelMessage.Read.All',
  'ChannelMessage.ReadWrite',
];

const TITLE = 'Microsoft Teams';

/** One address for everybody, and another for its interface, which it has in common with others. */
const recognise: Recogniser = {
  byAddress: ({ hostname, href }) =>
    /^teams\.(?:microsoft\.com|cloud\.microsoft)$/u.test(hostname) || href === `${GRAPH}/`
      ? { base: GRAPH, name: TITLE, version: '' }
      : null,
};

/**
 * Microsoft Teams. Written from Graph's documentation; no tenant was at hand. Graph forbids to use Teams as a log: only
 * what somebody wrote and sent goes there.
 */
export const teams: Platform = {
  id: 'teams',
  title: TITLE,
  kind: 'stream',
  evidence: { kind: 'documentation' },
  recognise,
  pageOf: () => 'https://teams.microsoft.com',
  signsIn: ['oauth', 'token'],
  oauth: entraProfile([...SCOPES.map((scope) => `${GRAPH}/${scope}`), 'offline_access'].join(' ')),
  tokenPage: () => 'https://developer.microsoft.com/graph/graph-explorer',
  registration: {
    page: 'https://entra.microsoft.com/',
    applicationType: 'Single-page application (SPA)',
    permissions: SCOPES,
    licence: 'Microsoft 365 (Teams)',
  },
  connector: createTeams,
};
