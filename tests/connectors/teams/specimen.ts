import { teams } from '@/utils/community/connectors/teams/platform';
import { anAccount } from '../../support/accounts';
import type { Specimen } from '../kit/specimen';
import { FakeTeams, NO_TOKEN, NOT_FOUND, PLACE, refusal } from './fake';

const ORIGIN = 'https://graph.microsoft.com';

export const TEAMS: Specimen = {
  platform: teams,
  evidence: 'Microsoft’s documentation of Graph v1.0',
  account: anAccount(ORIGIN, { member: null }),
  placeId: PLACE,
  create: (clock) => new FakeTeams(clock),
  signedOut: NO_TOKEN,
  limited: {
    answer: refusal(429, 'TooManyRequests', 'Too many requests', { 'retry-after': '11' }),
    afterMs: 11_000,
  },
  refusals: [
    {
      what: 'a permission that an administrator has to give',
      answer: refusal(
        403,
        'Forbidden',
        "Missing scope permissions on the request. API requires one of 'ChannelMessage.Send'.",
      ),
      means: { kind: 'auth', why: 'consent' },
    },
    {
      what: 'a token without what was asked',
      answer: refusal(
        403,
        'Authorization_RequestDenied',
        'Insufficient privileges to complete the operation.',
      ),
      means: { kind: 'auth', why: 'consent' },
    },
    {
      what: 'nobody agreed for the organisation',
      answer: refusal(401, 'invalid_grant', 'AADSTS65001: The user or administrator has not consented.'),
      means: { kind: 'auth', why: 'consent' },
    },
    {
      what: 'a channel in which one may not post',
      answer: refusal(403, 'Forbidden', 'AclCheckFailed-Initiator is not allowed to post.'),
      means: { kind: 'auth', why: 'forbidden' },
    },
    {
      what: 'too long',
      answer: refusal(413, 'RequestEntityTooLarge', 'Request Entity too large.'),
      means: { kind: 'too-long' },
    },
    {
      what: 'refused for what it says',
      answer: refusal(400, 'BadRequest', 'Missing body content.'),
      means: { kind: 'invalid', message: 'Missing body content.' },
    },
    { what: 'the channel is gone', answer: NOT_FOUND, means: { kind: 'gone' } },
  ],
};
