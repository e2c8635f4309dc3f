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

/** One address for everybody. */
const recognise: Recogniser = {
  byAddress: ({ hostname }) =>
    /^teams\.(?:microsoft\.com|cloud\.microsoft)$/u.test(hostname)
      ? { base: GRAPH, name: '', version: '' }
      : null,
};

/**
 * Microsoft Teams. Written from Graph's documentation; no tenant was at hand. Graph forbids to use Teams as a log: only
 * what somebody wrote and sent goes there.
 */
export const teams: Platform = {
  id: 'teams',
  title: 'Microsoft Teams',
  kind: 'stream',
  evidence: { kind: 'documentation' },
  recognise,
  signsIn: ['oauth', 'token'],
  oauth: entraProfile([...SCOPES.map((scope) => `${GRAPH}/${scope}`), 'offline_access'].join(' ')),
  tokenPage: () => 'https://developer.microsoft.com/graph/graph-explorer',
  registration: {
    page: 'https://entra.microsoft.com/',
    applicationType: 'Single-page application (SPA)',
    permissions: SCOPES,
    licence: 'Microsoft 365 with Teams',
  },
  connector: createTeams,
};
