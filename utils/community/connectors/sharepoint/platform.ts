import { entraProfile } from '../../microsoft/entra';
import { GRAPH } from '../../microsoft/graph';
import type { Platform, Recogniser } from '../../platform';
import { createSharePoint } from './connector';
import { baseOf, siteAt, siteMeant } from './places';

/** The interface stands elsewhere than the sites; which one was meant goes with its address. */
const recognise: Recogniser = {
  byAddress: (address) => {
    const site = siteMeant(address);
    return site === null ? null : { base: baseOf(site), name: site, version: '' };
  },
};

/**
 * Pages of SharePoint sites, for conclusions. Written from Graph's documentation; no tenant was at hand. Open: how a name
 * that is taken is answered (both ways that are known from elsewhere in Graph are read), and what the editor of pages
 * makes of the text.
 */
export const sharepoint: Platform = {
  id: 'sharepoint',
  title: 'SharePoint',
  kind: 'page',
  evidence: { kind: 'documentation' },
  recognise,
  pageOf: (base) => `https://${siteAt(base)}`,
  signsIn: ['oauth', 'token'],
  oauth: entraProfile(`${GRAPH}/User.Read ${GRAPH}/Sites.ReadWrite.All offline_access`),
  tokenPage: () => 'https://developer.microsoft.com/graph/graph-explorer',
  registration: {
    page: 'https://entra.microsoft.com/',
    applicationType: 'Single-page application (SPA)',
    permissions: ['User.Read', 'Sites.ReadWrite.All'],
    licence: 'Microsoft 365 (SharePoint)',
  },
  connector: createSharePoint,
};
