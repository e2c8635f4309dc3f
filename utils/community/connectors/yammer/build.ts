import type { Account, Operation, PlainRequest } from '../../connector';
import { groupsRequest } from './places';
import { request } from './request';

/** More on one page are not given, whatever is asked for. */
export const PER_PAGE = 20;

/** The request for an operation, by version 1 of the REST interface. */
export function buildRequest(operation: Operation, account: Account): PlainRequest {
  const get = (path: string) => request('GET', path, account);
  switch (operation.verb) {
    case 'places':
      return groupsRequest(operation, account);
    case 'send':
      return operation.edits === undefined ? buildSend(operation, account) : get('networks/current.json');
    case 'find':
      return get(`${listOf(operation, account)}.json?${pageQuery(operation)}`);
    case 'thread':
      return get(`messages/in_thread/${encodeURIComponent(operation.postId)}.json?limit=${PER_PAGE}`);
    case 'mark':
      return buildMark(operation, account);
    case 'remove':
      return request('DELETE', `messages/${encodeURIComponent(operation.postId)}.json`, account);
    case 'me':
      return get('users/current.json');
    default: // also what there is not: the answer says so
      return get('networks/current.json');
  }
}

/** As a form, the one way that is documented; group and network of a reply follow from what it answers. */
function buildSend(
  { text, placeId, replyTo }: Extract<Operation, { verb: 'send' }>,
  account: Account,
): PlainRequest {
  const form = new URLSearchParams({ body: text });
  if (replyTo !== undefined) form.set('replied_to_id', replyTo);
  else if (placeId !== null) form.set('group_id', placeId);
  const sent = request('POST', 'messages.json', account);
  const headers = { ...sent.headers, 'content-type': 'application/x-www-form-urlencoded' };
  return { ...sent, headers, body: form.toString() };
}

/** The id as a number, digit by digit: JavaScript cannot hold all of them. */
function buildMark({ postId, on }: Extract<Operation, { verb: 'mark' }>, account: Account): PlainRequest {
  const marked = request(on ? 'POST' : 'DELETE', 'messages/liked_by/current.json', account);
  const id = /^\d+$/u.test(postId) ? postId : JSON.stringify(postId);
  const headers = { ...marked.headers, 'content-type': 'application/json' };
  return { ...marked, headers, body: `{"message_id":${id}}` };
}

/** One's own stand in one list, whichever group they are in; replies are looked for where they would stand. */
function listOf(find: Extract<Operation, { verb: 'find' }>, { member }: Account): string {
  const { authorId, answersId, placeId, home } = find;
  if (answersId !== undefined) return `messages/in_thread/${encodeURIComponent(answersId)}`;
  if (authorId !== null)
    return authorId === member?.id ? 'messages/sent' : `messages/from_user/${encodeURIComponent(authorId)}`;
  if (typeof placeId === 'string') return `messages/in_group/${encodeURIComponent(placeId)}`;
  return home === true ? 'messages/my_feed' : 'messages';
}

function pageQuery({ cursor }: Extract<Operation, { verb: 'find' }>): string {
  const query = new URLSearchParams({ limit: String(PER_PAGE) });
  if (cursor !== undefined) query.set('older_than', cursor);
  return query.toString();
}
