import type { Account, Audience, Operation, PlainRequest } from '../../connector';
import { MARKDOWN } from './kin';

const MOST_PER_PAGE = '40';
/** On one page. */
export const MOST_ACCOUNTS = '80';
/** Our own server's: Mastodon's API has no word for it. */
const INVITATIONS = 'deelgenoot/v1/invitations';

/** On a Deelgenoot server `public` means all members; elsewhere `members` is never offered. */
const VISIBILITY: Readonly<Record<Audience, string>> = {
  members: 'public',
  followers: 'private',
  public: 'public',
};

/** The request for an operation, by the Mastodon client API. */
export function buildRequest(operation: Operation, account: Account): PlainRequest {
  const at = (path: string): string => `${account.origin}/api/${path}`;
  const get = (path: string): PlainRequest => ({
    method: 'GET',
    url: at(path),
    headers: headersFor(account),
  });
  switch (operation.verb) {
    case 'me':
      return get('v1/accounts/verify_credentials');
    case 'capabilities':
      return get(operation.earlier === undefined ? 'v2/instance' : 'v1/instance');
    case 'places':
      return get(`v1/accounts/${encodeURIComponent(operation.memberId)}/following?${placesQuery(operation)}`);
    case 'calls':
      return get('v1/announcements');
    case 'send':
      return buildSend(operation, account);
    case 'attach':
      return buildAttach(operation, account);
    case 'find':
      return get(`${postsOf(operation)}?${pageQuery(operation)}`);
    case 'thread':
      return get(`v1/statuses/${encodeURIComponent(operation.postId)}/context`);
    case 'mark': {
      const action = operation.on ? 'favourite' : 'unfavourite';
      const url = at(`v1/statuses/${encodeURIComponent(operation.postId)}/${action}`);
      return { method: 'POST', url, headers: headersFor(account) };
    }
    case 'invite': {
      const { uses, days } = operation;
      const headers = { ...headersFor(account), 'content-type': 'application/json' };
      return { method: 'POST', url: at(INVITATIONS), headers, body: JSON.stringify({ uses, days }) };
    }
    case 'remove': {
      const url = at(`v1/statuses/${encodeURIComponent(operation.postId)}`);
      return { method: 'DELETE', url, headers: headersFor(account) };
    }
  }
}

function buildSend(send: Extract<Operation, { verb: 'send' }>, account: Account): PlainRequest {
  const headers = { ...headersFor(account), 'content-type': 'application/json' };
  const language = send.language.toLowerCase().split('-')[0] ?? '';
  const content = {
    status: send.text,
    ...(send.format === 'markdown' ? { content_type: MARKDOWN } : {}),
    ...(/^[a-z]{2,3}$/.test(language) ? { language } : {}),
    ...(send.mediaIds === undefined ? {} : { media_ids: send.mediaIds }),
  };
  if (send.edits !== undefined) {
    const url = `${account.origin}/api/v1/statuses/${encodeURIComponent(send.edits)}`;
    return { method: 'PUT', url, headers, body: JSON.stringify(content) };
  }
  const reply = send.replyTo === undefined ? {} : { in_reply_to_id: send.replyTo };
  const place = send.placeId === null ? {} : { place_id: send.placeId };
  return {
    method: 'POST',
    url: `${account.origin}/api/v1/statuses`,
    headers: { ...headers, 'idempotency-key': send.key },
    body: JSON.stringify({ ...content, visibility: VISIBILITY[send.audience], ...reply, ...place }),
  };
}

/** The form's own name tells nothing of the file that the person chose. */
function buildAttach(
  { picture, earlier }: Extract<Operation, { verb: 'attach' }>,
  account: Account,
): PlainRequest {
  const at = (path: string): string => `${account.origin}/api/${path}`;
  const headers = headersFor(account);
  if (earlier !== undefined)
    return { method: 'GET', url: at(`v1/media/${encodeURIComponent(earlier.mediaId)}`), headers };
  const { bytes, type, description } = picture;
  const file = { name: 'file', filename: `picture.${type.replace('image/', '')}`, type, bytes };
  const form = [file, { name: 'description', text: description }];
  return { method: 'POST', url: at('v2/media'), headers, form };
}

/** No token: what a server says about itself is open to everybody. */
function headersFor({ token }: Account): Readonly<Record<string, string>> {
  // Some servers answer errors as HTML unless asked.
  return token === ''
    ? { accept: 'application/json' }
    : { accept: 'application/json', authorization: `Bearer ${token}` };
}

/** Everybody's are those of this server: what others bring in was written for other readers. */
function postsOf({ authorId, home }: Extract<Operation, { verb: 'find' }>): string {
  if (authorId !== null) return `v1/accounts/${encodeURIComponent(authorId)}/statuses`;
  return home === true ? 'v1/timelines/home' : 'v1/timelines/public';
}

function placesQuery({ earlier }: Extract<Operation, { verb: 'places' }>): string {
  const query = new URLSearchParams({ limit: MOST_ACCOUNTS });
  if (earlier !== undefined) query.set('max_id', earlier.cursor);
  return query.toString();
}

function pageQuery({ authorId, home, cursor }: Extract<Operation, { verb: 'find' }>): string {
  const query = new URLSearchParams({ limit: MOST_PER_PAGE, exclude_reblogs: 'true' });
  if (authorId === null && home !== true) query.set('local', 'true');
  if (cursor !== undefined) query.set('max_id', cursor);
  return query.toString();
}
