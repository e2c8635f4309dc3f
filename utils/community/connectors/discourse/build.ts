import { inFormat, outOfFormat } from '@/utils/practice/format';
import type { Account, Operation, PlainRequest } from '../../connector';
import { partsOf } from './shapes';

type Send = Extract<Operation, { verb: 'send' }>;
type Find = Extract<Operation, { verb: 'find' }>;

/** The cursor of one's own newest posts; others are the id of a post, before which everybody's go on. */
export const OWN = 'own';
/** The cursor of what waits for a moderator; `more`: and then one's own. */
export const HELD = 'held';
export const HELD_AND_MORE = 'held+';
const LIKE = 2;
const BETWEEN = '\n\n';
/** Spaces that the platform makes plain ones, unless they are written as numbers. */
const FINE_SPACES = /\u180e|[^\S\t\n\r ]/gu;

/** The request for an operation; a step after the first has found out something `earlier`. */
export function buildRequest(operation: Operation, account: Account): PlainRequest {
  const get = (path: string): PlainRequest => request('GET', path, account);
  switch (operation.verb) {
    case 'me':
      return get('/session/current.json');
    case 'capabilities':
      return get(operation.earlier === undefined ? '/site/settings.json' : '/site/basic-info.json');
    case 'places':
      return get('/site.json');
    case 'send':
      return buildSend(operation, account);
    case 'find':
      return get(listOf(operation, account));
    case 'thread': {
      const topic = partsOf(operation.postId).topic;
      const rest = (operation.earlier?.rest ?? []).map((id) => `&post_ids[]=${id}`).join('');
      return get(`/t/${topic}${rest === '' ? '' : '/posts'}.json?include_raw=true${rest}`);
    }
    case 'mark':
    case 'remove': {
      const id = operation.earlier?.id;
      if (id === undefined) return get(one(operation.postId));
      if (operation.verb === 'mark') return buildMark(id, operation.on, account);
      return request('DELETE', `/posts/${id}.json`, account);
    }
    default:
      return get('/site/basic-info.json'); // what it has no word for
  }
}

/** One's own newest first, or everybody's: each of them tells what was written, and in which topic. */
function listOf(find: Find, account: Account): string {
  const { cursor } = find;
  const { member } = account;
  if (isHeldList(find)) return `/posts/${encodeURIComponent(member?.handle ?? '')}/pending.json`;
  if (member !== null && isOwnList(find, account))
    return `/u/${encodeURIComponent(member.handle)}/activity.json`;
  return cursor === undefined || cursor === OWN ? '/posts.json' : `/posts.json?before=${cursor}`;
}

/** Whether what waits for a moderator is asked for. */
export function isHeldList({ cursor }: Find): boolean {
  return cursor === HELD || cursor === HELD_AND_MORE;
}

/** Whether it is one's own list that is asked for. */
export function isOwnList({ authorId, marker, cursor }: Find, { member }: Account): boolean {
  return member !== null && (cursor === OWN || (cursor === undefined && authorId !== null && marker === ''));
}

function one(postId: string): string {
  const { topic, number } = partsOf(postId);
  return `/posts/by_number/${topic}/${number}.json`;
}

function buildMark(id: string, on: boolean, account: Account): PlainRequest {
  if (on)
    return request('POST', '/post_actions.json', account, { id: Number(id), post_action_type_id: LIKE });
  return request('DELETE', `/post_actions/${id}.json?post_action_type_id=${LIKE}`, account);
}

function buildSend(send: Send, account: Account): PlainRequest {
  const { earlier = {}, edits, replyTo } = send;
  const get = (path: string): PlainRequest => request('GET', path, account);
  if (earlier.step === 'signed-in?') return get('/session/current.json');
  if (earlier.step === 'there?') return get('/posts.json');
  if (earlier.step === 'answerable?') return get(one(replyTo ?? ''));
  if (edits !== undefined && earlier.id === undefined) return get(one(edits));
  if (edits !== undefined) {
    const { title, raw } = partsOfText(send, partsOf(edits).number === 1);
    const path = `/posts/${earlier.id}.json`;
    return request('PUT', path, account, { post: { raw }, ...(title === null ? {} : { title }) });
  }
  if (replyTo === undefined) {
    const { title, raw } = partsOfText(send, true);
    const category = send.placeId === null ? {} : { category: Number(send.placeId) };
    return request('POST', '/posts.json', account, { title, raw, ...category });
  }
  const { topic, number } = partsOf(replyTo);
  const place = { topic_id: Number(topic), ...(number === 1 ? {} : { reply_to_post_number: number }) };
  return request('POST', '/posts.json', account, { raw: partsOfText(send, false).raw, ...place });
}

/** A topic has a title of its own: the text's first line. */
export function partsOfText(
  { text, format }: Pick<Send, 'text' | 'format'>,
  hasTitle: boolean,
): { readonly title: string | null; readonly raw: string } {
  const written = format === 'markdown' ? text : inFormat(text, 'markdown');
  const [title = '', ...rest] = hasTitle ? written.split(BETWEEN) : [];
  const raw = rest.length === 0 ? written : rest.join(BETWEEN);
  return {
    title: hasTitle ? outOfFormat(title, 'markdown') : null,
    raw: raw.replace(FINE_SPACES, (space) => `&#${space.charCodeAt(0)};`),
  };
}

/** Asks something, or has something done; without a token as anybody. */
export function request(
  method: PlainRequest['method'],
  path: string,
  { base, token = '' }: Partial<Pick<Account, 'token'>> & Pick<Account, 'base'>,
  body?: unknown,
): PlainRequest {
  const isJson = body !== undefined;
  const headers = {
    accept: 'application/json',
    ...keyOf(token),
    ...(isJson ? { 'content-type': 'application/json' } : {}),
  };
  return { method, url: `${base}${path}`, headers, ...(isJson ? { body: JSON.stringify(body) } : {}) };
}

/** A key that a person was given, or, with a name before it, one that an administrator made for that name. */
function keyOf(token: string): Readonly<Record<string, string>> {
  if (token === '') return {};
  const colon = token.indexOf(':');
  return colon === -1
    ? { 'user-api-key': token }
    : { 'api-key': token.slice(colon + 1), 'api-username': token.slice(0, colon) };
}
