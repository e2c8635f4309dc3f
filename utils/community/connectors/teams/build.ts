import type { Account, Operation, PlainRequest } from '../../connector';
import { graphRequest, ME, ORGANISATION, pathFrom } from '../../microsoft/graph';
import { titled } from '../../microsoft/titled';
import { isReply, partsOf, pathOf } from './paths';
import { teamsRequest } from './places';

type Find = Extract<Operation, { verb: 'find' }>;

/** As Graph documents it for “like”; people see a thumb. */
const THANKS = '👍';
/** With their replies, which make them long. */
const WHOLE_THREADS = '$top=10&$expand=replies';
const MOST = '$top=50';

/** The request for an operation, by Microsoft Graph. */
export function buildRequest(operation: Operation, { token }: Account): PlainRequest {
  switch (operation.verb) {
    case 'places':
      return teamsRequest(operation, token);
    case 'send':
      return buildSend(operation, token);
    case 'find':
      return graphRequest(token, 'GET', listOf(operation));
    case 'thread': {
      const replies = `${pathOf(partsOf(operation.postId, 3))}/replies?`;
      const [next] = operation.earlier?.rest ?? [];
      return graphRequest(token, 'GET', next === undefined ? `${replies}${MOST}` : pathFrom(next, replies));
    }
    case 'mark': {
      const path = `${pathOf(operation.postId)}/${operation.on ? 'set' : 'unset'}Reaction`;
      return graphRequest(token, 'POST', path, { reactionType: THANKS });
    }
    case 'remove':
      return graphRequest(token, 'POST', `${pathOf(operation.postId)}/softDelete`);
    case 'me':
      return graphRequest(token, 'GET', ME);
    default: // also what there is not: the answer says so
      return graphRequest(token, 'GET', ORGANISATION);
  }
}

/** Of a reply, and of what edits one, the first line is no title. */
function buildSend(send: Extract<Operation, { verb: 'send' }>, token: string): PlainRequest {
  const { text, format, edits, replyTo, placeId } = send;
  const below = edits === undefined ? replyTo !== undefined : isReply(edits);
  const { title, html } = titled(text, format, !below);
  const content = {
    ...(title === null ? {} : { subject: title }),
    body: { contentType: 'html', content: html },
  };
  if (edits !== undefined) return graphRequest(token, 'PATCH', pathOf(edits), content);
  if (replyTo !== undefined)
    return graphRequest(token, 'POST', `${pathOf(partsOf(replyTo, 3))}/replies`, content);
  return placeId === null
    ? graphRequest(token, 'GET', ME)
    : graphRequest(token, 'POST', `${pathOf(placeId)}/messages`, content);
}

/**
 * What one said oneself is looked for among the threads in which something happened since, which is exact; the plain
 * list is in no order of its posts. A token of the next page holds all the rest.
 */
function listOf({ authorId, placeId, answersId, marker, since, cursor }: Find): string {
  const page = (path: string, first: string) =>
    cursor === undefined ? `${path}${first}` : pathFrom(cursor, path);
  if (answersId !== undefined) return page(`${pathOf(partsOf(answersId, 3))}/replies?`, MOST);
  if (typeof placeId !== 'string') return ME;
  const messages = `${pathOf(placeId)}/messages`;
  if (authorId === null) return page(`${messages}?`, WHOLE_THREADS);
  const from = encodeURIComponent(`lastModifiedDateTime gt ${new Date(Math.max(0, since)).toISOString()}`);
  const size = marker === '' ? WHOLE_THREADS : MOST;
  return page(`${messages}/delta?`, `${size}&$filter=${from}`);
}
