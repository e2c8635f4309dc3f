import { mattermost } from '@/utils/community/connectors/mattermost/platform';
import { anAccount } from '../../support/accounts';
import { START } from '../../support/outbox-world';
import type { Specimen } from '../kit/specimen';
import { FakeMattermost } from './fake';
import { BASE, PLACE, refusal } from './who-and-where';

export const MATTERMOST: Specimen = {
  platform: mattermost,
  evidence:
    'Mattermost’s published OpenAPI (v4), and its server’s sources (10.11, 11.11) where that is silent',
  account: anAccount('https://chat.example', { base: BASE, member: null }),
  placeId: PLACE,
  create: (clock) => new FakeMattermost(clock),
  signedOut: refusal(401, 'api.context.session_expired.app_error'),
  limited: {
    answer: { status: 429, headers: { 'x-ratelimit-reset': '120' }, text: 'limit exceeded\n' },
    afterMs: 120_000,
  },
  refusals: [
    {
      what: 'too long',
      answer: refusal(400, 'model.post.is_valid.message_length.app_error'),
      means: { kind: 'too-long' },
    },
    {
      what: 'more than the server takes at all',
      answer: refusal(413, 'api.context.request_body_too_large.app_error'),
      means: { kind: 'too-long' },
    },
    {
      what: 'no permission to post',
      answer: refusal(403, 'api.context.permissions.app_error'),
      means: { kind: 'auth', why: 'forbidden' },
    },
    {
      what: 'a second factor is asked for first',
      answer: refusal(403, 'api.context.mfa_required.app_error'),
      means: { kind: 'auth', why: 'forbidden' },
    },
    {
      what: 'the channel was archived',
      answer: refusal(400, 'api.post.create_post.can_not_post_to_deleted.error'),
      means: { kind: 'gone' },
    },
    {
      what: 'what it answers is gone',
      answer: refusal(400, 'api.post.create_post.root_id.app_error'),
      means: { kind: 'gone' },
    },
    {
      what: 'what it corrects is gone',
      answer: refusal(400, 'api.post.update_post.permissions_details.app_error'),
      means: { kind: 'gone' },
    },
    {
      what: 'it is too late to correct it',
      answer: refusal(400, 'api.post.update_post.permissions_time_limit.app_error'),
      means: { kind: 'auth', why: 'forbidden' },
    },
    {
      what: 'an extension of the server said no, in its own words',
      answer: refusal(400, 'plugin.message_will_be_posted.rejected', 'Geen namen van burgers.'),
      means: { kind: 'invalid', message: 'Geen namen van burgers.' },
    },
    {
      what: 'the same post is still being stored',
      answer: refusal(500, 'api.post.deduplicate_create_post.pending'),
      means: { kind: 'retry', applied: 'unknown', answered: true },
    },
    {
      what: 'too many requests, two limits at once',
      answer: { status: 429, headers: { 'retry-after': '2, 30' }, text: 'limit exceeded\n' },
      means: { kind: 'retry', applied: 'no', answered: true, afterMs: 30_000 },
    },
    {
      what: 'too many requests until a moment',
      answer: {
        status: 429,
        headers: { 'x-ratelimit-reset': String(START / 1000 + 60) },
        text: 'limit exceeded\n',
      },
      means: { kind: 'retry', applied: 'no', answered: true, afterMs: 60_000 },
    },
    {
      what: 'the address has moved',
      answer: { status: 301, headers: { location: 'https://elders.example/praat/api/v4/posts' }, text: '' },
      means: { kind: 'moved', to: 'https://elders.example' },
    },
  ],
};
