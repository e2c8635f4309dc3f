import { discourse } from '@/utils/community/connectors/discourse/platform';
import { anAccount } from '../../support/accounts';
import { json, type Specimen } from '../kit/specimen';
import { BASE, FakeDiscourse, refusal, SIGNED_OUT } from './fake';

/** A site that lets titles stand as they are written; what others make of them is tried in a test of its own. */
export const LENIENT = {
  title_prettify: false,
  min_topic_title_length: 1,
  max_topic_title_length: 255,
  allow_duplicate_topic_titles: true,
  max_post_length: 32_000,
};
const { origin } = new URL(BASE);

export const DISCOURSE: Specimen = {
  platform: discourse,
  evidence: 'Discourse’s published OpenAPI, its source and recorded answers',
  account: anAccount(origin, { base: BASE, member: null }),
  placeId: '5',
  create: (clock) => new FakeDiscourse(clock, LENIENT),
  signedOut: SIGNED_OUT,
  limited: {
    answer: json(429, {
      errors: ['You’ve performed this action too many times. Please wait 45 seconds before trying again.'],
      error_type: 'rate_limit',
      extras: { wait_seconds: 45, time_left: '45 seconds' },
    }),
    afterMs: 45_000,
  },
  refusals: [
    {
      what: 'too long',
      answer: json(422, {
        action: 'create_post',
        errors: ['Body is limited to 32000 characters; you entered 32417.'],
      }),
      means: { kind: 'too-long', max: 32_000 },
    },
    {
      what: 'too long, in another language',
      answer: json(422, { errors: ['Inhoud is te lang (maximum is 32000 tekens)'] }),
      means: { kind: 'too-long', max: 32_000 },
    },
    {
      what: 'a title that is too short',
      answer: json(422, { errors: ['Titel is te kort (minimum is 15 tekens)'] }),
      means: { kind: 'invalid', message: 'Titel is te kort (minimum is 15 tekens)' },
    },
    {
      what: 'a title that is too long',
      answer: json(422, { errors: ['Title is too long (maximum is 255 characters)'] }),
      means: { kind: 'invalid', message: 'Title is too long (maximum is 255 characters)' },
    },
    {
      what: 'too many requests, said by the server in front of it',
      answer: {
        status: 429,
        headers: { 'retry-after': '10' },
        text: '<html><h1>429 Too Many Requests</h1></html>',
      },
      means: { kind: 'retry', applied: 'no', answered: true, afterMs: 10_000 },
    },
    {
      what: 'read-only for a while: nothing was written',
      answer: refusal(503, 'read_only', 'The site is in read only mode.'),
      means: { kind: 'retry', applied: 'no', answered: true },
    },
    {
      what: 'read-only, as older versions say it',
      answer: refusal(405, 'read_only', 'The site is in read only mode.'),
      means: { kind: 'retry', applied: 'no', answered: true },
    },
    {
      what: 'the thread is not for us',
      verb: 'thread',
      answer: SIGNED_OUT,
      means: { kind: 'auth', why: 'forbidden' },
    },
    {
      what: 'a signed-out reader',
      verb: 'places',
      answer: refusal(403, 'not_logged_in', 'You need to be logged in to do that.'),
      means: { kind: 'auth', why: 'expired' },
    },
    {
      what: 'there is no such place any more',
      answer: refusal(404, 'not_found', 'The requested URL or resource could not be found.'),
      means: { kind: 'gone' },
    },
  ],
};
