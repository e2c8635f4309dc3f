import { matrix } from '@/utils/community/connectors/matrix/platform';
import { anAccount } from '../../support/accounts';
import { json, type Specimen } from '../kit/specimen';
import { FakeMatrix } from './fake';
import { BASE, ROOM, refusal } from './who-and-where';

export const MATRIX: Specimen = {
  platform: matrix,
  evidence: 'the published client-server API of Matrix (1.18)',
  account: anAccount(BASE, { member: null }),
  placeId: ROOM,
  create: (clock) => new FakeMatrix(clock),
  signedOut: refusal(401, 'M_UNKNOWN_TOKEN', { soft_logout: true }),
  limited: { answer: refusal(429, 'M_LIMIT_EXCEEDED', { retry_after_ms: 90_000 }), afterMs: 90_000 },
  refusals: [
    { what: 'too long', answer: refusal(413, 'M_TOO_LARGE'), means: { kind: 'too-long' } },
    {
      what: 'no longer in the room, or not allowed to write there',
      answer: refusal(403, 'M_FORBIDDEN'),
      means: { kind: 'auth', why: 'forbidden' },
    },
    {
      what: 'no token at all',
      answer: refusal(401, 'M_MISSING_TOKEN'),
      means: { kind: 'auth', why: 'expired' },
    },
    { what: 'the room is not known', answer: refusal(404, 'M_NOT_FOUND'), means: { kind: 'gone' } },
    {
      what: 'refused for what it says',
      answer: refusal(400, 'M_BAD_JSON'),
      means: { kind: 'invalid', message: 'Nee.' },
    },
    {
      what: 'too many requests, as newer servers say it',
      answer: json(429, { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: 5 }, { 'retry-after': '7' }),
      means: { kind: 'retry', applied: 'no', answered: true, afterMs: 7_000 },
    },
    {
      what: 'too many requests, and nothing of how long',
      answer: refusal(429, 'M_LIMIT_EXCEEDED', { retry_after_ms: -1 }),
      means: { kind: 'retry', applied: 'no', answered: true },
    },
    {
      what: 'thanked already',
      verb: 'send',
      answer: refusal(400, 'M_DUPLICATE_ANNOTATION'),
      means: { kind: 'duplicate' },
    },
    {
      what: 'the address has moved',
      answer: { status: 308, headers: { location: 'https://elders.example/_matrix' }, text: '' },
      means: { kind: 'moved', to: 'https://elders.example' },
    },
  ],
};
