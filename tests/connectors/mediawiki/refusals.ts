import type { PlainResponse } from '@/utils/community/connector';
import { json, type Refusal } from '../kit/specimen';

/** Refusals come with status 200. */
export function refusal(
  code: string,
  info: string,
  headers: Readonly<Record<string, string>> = {},
): PlainResponse {
  const docref = `See https://wiki.example/w/api.php for API usage.`;
  return json(200, { error: { code, info, docref }, servedby: 'wiki' }, headers);
}

/** As MediaWiki's messages and error codes have them (1.39). */
export const REFUSALS: readonly Refusal[] = [
  [
    'too many edits',
    refusal('ratelimited', 'You have exceeded your rate limit. Please wait some time and try again.'),
    { kind: 'retry', applied: 'no', answered: true },
  ],
  [
    'nothing can be written now',
    refusal('readonly', 'The wiki is currently in read-only mode.'),
    { kind: 'retry', applied: 'no', answered: true },
  ],
  ['blocked', refusal('blocked', 'You have been blocked from editing.'), { kind: 'auth', why: 'forbidden' }],
  [
    'not allowed',
    refusal('permissiondenied', "You don't have permission to create new pages."),
    { kind: 'auth', why: 'forbidden' },
  ],
  [
    'a page that is protected',
    refusal('protectedpage', 'This page has been protected to prevent editing or other actions.'),
    { kind: 'auth', why: 'forbidden' },
  ],
  [
    'a page of others is in the way twice',
    refusal('articleexists', 'The article you tried to create has been created already.'),
    { kind: 'invalid', message: 'The article you tried to create has been created already.' },
  ],
  [
    'a filter refuses it',
    refusal('abusefilter-disallowed', 'This action has been automatically identified as harmful.'),
    { kind: 'invalid', message: 'This action has been automatically identified as harmful.' },
  ],
  [
    'a link that is not wanted',
    refusal('spamblacklist', 'The text you wanted to publish was blocked by the spam filter.'),
    { kind: 'invalid', message: 'The text you wanted to publish was blocked by the spam filter.' },
  ],
  ['edited meanwhile', refusal('editconflict', 'Edit conflict: .'), { kind: 'conflict' }],
  ['the page is gone', refusal('nosuchpageid', 'There is no page with ID 7.'), { kind: 'gone' }],
  [
    'too long',
    refusal('contenttoobig', 'The content you supplied exceeds the article size limit of 2,048 kilobytes.'),
    { kind: 'too-long', max: 2_097_152 },
  ],
  [
    'a token that is no good',
    refusal('mwoauth-invalid-authorization', 'The authorization headers in your request are not valid.'),
    { kind: 'auth', why: 'expired' },
  ],
  [
    'an error inside',
    refusal('internal_api_error_DBQueryError', '[abc] Caught exception of type DBQueryError.'),
    { kind: 'retry', applied: 'unknown', answered: true },
  ],
].map(([what, answer, means]) => ({ what, answer, means }) as Refusal);
