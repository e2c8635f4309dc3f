import { sharepoint } from '@/utils/community/connectors/sharepoint/platform';
import { anAccount } from '../../support/accounts';
import type { Specimen } from '../kit/specimen';
import { FakeSharePoint, NO_TOKEN, NOT_FOUND, refusal, SITE } from './fake';

const GRAPH = 'https://graph.microsoft.com';

export const SHAREPOINT: Specimen = {
  platform: sharepoint,
  evidence: 'Microsoft’s documentation of Graph v1.0',
  account: anAccount(GRAPH, {
    member: null,
    base: `${GRAPH}/v1.0/sites/contoso.sharepoint.com:/sites/archief`,
  }),
  placeId: SITE,
  create: (clock) => new FakeSharePoint(clock),
  signedOut: NO_TOKEN,
  limited: {
    answer: refusal(429, 'activityLimitReached', 'The request has been throttled', { 'retry-after': '90' }),
    afterMs: 90_000,
  },
  refusals: [
    {
      what: 'a permission that an administrator has to give',
      answer: refusal(
        403,
        'Authorization_RequestDenied',
        'Insufficient privileges to complete the operation.',
      ),
      means: { kind: 'auth', why: 'consent' },
    },
    {
      what: 'a site in which one may not write',
      answer: refusal(403, 'accessDenied', 'Access denied'),
      means: { kind: 'auth', why: 'forbidden' },
    },
    {
      what: 'refused for what it says',
      answer: refusal(400, 'invalidRequest', 'One of the provided arguments is not acceptable.'),
      means: { kind: 'invalid', message: 'One of the provided arguments is not acceptable.' },
    },
    {
      what: 'somebody has the page open',
      answer: refusal(423, 'resourceLocked', 'The resource is locked.'),
      means: { kind: 'retry', applied: 'no', answered: true },
    },
    { what: 'the site is gone', answer: NOT_FOUND, means: { kind: 'gone' } },
  ],
};
