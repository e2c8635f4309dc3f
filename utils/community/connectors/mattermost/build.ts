import { referenceOf } from '@/utils/practice/escape';
import type { Account, Operation, PlainRequest } from '../../connector';
import { jsonRequest } from '../../json-request';
import { type Address, addressOf, part } from './ids';

const PER_PAGE = 60;
/** As much of a thread as one answer holds; more than 200 are refused. */
const MOST_REPLIES = 200;
/** A thumb up: every server has it. */
export const THANKS = '+1';

/** The request for an operation, by Mattermost's API v4. */
export function buildRequest(operation: Operation, account: Account): PlainRequest {
  const get = (path: string) => request('GET', path, account);
  switch (operation.verb) {
    case 'capabilities':
      return get('config/client?format=old');
    case 'places': {
      const step = operation.earlier === undefined ? 'teams' : 'channels';
      return get(`users/${part(operation.memberId)}/${step}`);
    }
    case 'send':
      return buildSend(operation, account);
    case 'find':
      if (operation.earlier !== undefined) return buildNames(operation.earlier.posts, account);
      return get(`channels/${part(channelOf(operation).channel)}/posts?${pageQuery(operation)}`);
    case 'thread': {
      if (operation.earlier !== undefined) return buildNames(operation.earlier.found, account);
      return get(`posts/${part(rootOf(operation.postId))}/thread?perPage=${MOST_REPLIES}&direction=down`);
    }
    case 'mark':
      return buildMark(operation, account);
    case 'remove':
      return request('DELETE', `posts/${part(addressOf(operation.postId).post)}`, account);
    default:
      return get('users/me'); // also for what there is none of here: the cheapest question, and its reader says so
  }
}

/** The place that is looked through; also a place that is not known, where the server says no. */
export function channelOf({ placeId, answersId }: Extract<Operation, { verb: 'find' }>): Address {
  return addressOf(answersId ?? placeId);
}

/** Threads are flat: whoever answers an answer answers what that one answers. */
function rootOf(postId: string): string {
  const { post, root } = addressOf(postId);
  return root === '' ? post : root;
}

function buildSend(send: Extract<Operation, { verb: 'send' }>, account: Account): PlainRequest {
  const { text: message, edits, replyTo, placeId, key } = send;
  if (edits !== undefined) {
    return request('PUT', `posts/${part(addressOf(edits).post)}/patch`, account, { message });
  }
  const reference = referenceOf(message.trimEnd().split('\n').at(-1) ?? '');
  return request('POST', 'posts', account, {
    channel_id: part(addressOf(replyTo ?? placeId).channel),
    message,
    // Within half a minute the same one gives the post that is there. One list for all members: so it names this one.
    pending_post_id: `${account.member?.id ?? ''}:${key}`,
    ...(replyTo === undefined ? {} : { root_id: rootOf(replyTo) }),
    ...(reference === null ? {} : { props: { x_deelgenoot: reference } }),
  });
}

/** Posts say who wrote them by id only. */
function buildNames(posts: readonly { readonly authorId: string }[], account: Account): PlainRequest {
  return request('POST', 'users/ids', account, [...new Set(posts.map(({ authorId }) => authorId))]);
}

function buildMark({ postId, on }: Extract<Operation, { verb: 'mark' }>, account: Account): PlainRequest {
  const post_id = part(addressOf(postId).post);
  const user_id = part(account.member?.id ?? '');
  if (on) return request('POST', 'reactions', account, { user_id, post_id, emoji_name: THANKS });
  return request('DELETE', `users/${user_id}/posts/${post_id}/reactions/${THANKS}`, account);
}

/** Newest first, page by page: with `since` a server gives any thousand of more, and says nothing of the others. */
function pageQuery({ cursor }: Extract<Operation, { verb: 'find' }>): string {
  // Without it the first page counts no replies, and holds whole threads.
  const query = new URLSearchParams({ per_page: String(PER_PAGE), skipFetchThreads: 'true' });
  if (cursor !== undefined) query.set('before', cursor);
  return query.toString();
}

function request(
  method: PlainRequest['method'],
  path: string,
  { base, token }: Account,
  body?: unknown,
): PlainRequest {
  return jsonRequest(method, `${base}/api/v4/${path}`, token, body);
}
