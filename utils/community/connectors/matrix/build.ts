import { newId } from '@/utils/kernel/ids';
import type { Account, Operation, PlainRequest } from '../../connector';
import { jsonRequest } from '../../json-request';
import { contentOf } from './content';
import { type Address, addressOf, part } from './ids';
import { readCursor } from './tally';

const PER_PAGE = '100';
/** A thumb up: what most people thank with. */
export const THANKS = '\u{1f44d}';

const NOTHING = { not_types: ['*'] };
/** What rooms are, and nothing of what is said in them. */
const ROOMS_ONLY = JSON.stringify({
  event_fields: [
    'type',
    ...['name', 'alias', 'type', 'join_rule', 'history_visibility'].map((name) => `content.${name}`),
  ],
  presence: NOTHING,
  account_data: NOTHING,
  room: {
    account_data: NOTHING,
    ephemeral: NOTHING,
    timeline: { ...NOTHING, limit: 1 },
    state: {
      types: [
        ...['name', 'canonical_alias', 'create', 'encryption', 'tombstone'],
        ...['join_rules', 'history_visibility'],
      ].map((name) => `m.room.${name}`),
    },
  },
});
/** With the names of those who speak, also where this session has heard of them before. */
const POSTS_ONLY = JSON.stringify({
  types: ['m.room.message', 'm.reaction', 'm.room.member'],
  lazy_load_members: true,
  include_redundant_members: true,
});

/** The request for an operation, by Matrix's client-server API. */
export function buildRequest(operation: Operation, account: Account): PlainRequest {
  const get = (path: string, query = {}) => ask('GET', path, account, query);
  switch (operation.verb) {
    case 'capabilities':
      return get('versions');
    case 'places':
      return get('v3/sync', { timeout: '0', set_presence: 'offline', filter: ROOMS_ONLY });
    case 'send': {
      const { edits, replyTo, placeId, key } = operation;
      const path = `${inRoom('v3', addressOf(edits ?? replyTo ?? placeId))}/send/m.room.message/${part(key)}`;
      return ask('PUT', path, account, {}, contentOf(operation));
    }
    case 'find': {
      const { from } = readCursor(operation.cursor);
      const page = { dir: 'b', limit: PER_PAGE, filter: POSTS_ONLY, ...(from === '' ? {} : { from }) };
      return get(`${inRoom('v3', roomOf(operation))}/messages`, page);
    }
    case 'thread': {
      const at = addressOf(operation.postId);
      if (operation.earlier === undefined) return get(`${relationsOf(at)}/m.thread`, { limit: PER_PAGE });
      // Plain replies are no relations: they are looked for in what was said next.
      const around = { limit: PER_PAGE, filter: POSTS_ONLY };
      return get(`${inRoom('v3', at)}/context/${part(at.event)}`, around);
    }
    case 'mark':
      return buildMark(operation, account);
    case 'remove':
      return buildRemoval(addressOf(operation.postId), account);
    default:
      return get('v3/account/whoami'); // also for what there is none of here: the cheapest question, and its reader says so
  }
}

/** The room that is looked through; empty where none is known. */
export function roomOf({ placeId, answersId }: Extract<Operation, { verb: 'find' }>): Address {
  return addressOf(answersId ?? placeId);
}

function inRoom(version: string, { room }: Address): string {
  return `${version}/rooms/${part(room)}`;
}

function relationsOf(at: Address): string {
  return `${inRoom('v1', at)}/relations/${part(at.event)}`;
}

/** Thanks are taken back by removing one's own reaction, which is looked for first. */
function buildMark(
  { postId, on, earlier }: Extract<Operation, { verb: 'mark' }>,
  account: Account,
): PlainRequest {
  const at = addressOf(postId);
  if (earlier?.reaction !== undefined) return buildRemoval({ ...at, event: earlier.reaction }, account);
  if (!on) {
    const from = earlier?.from === undefined ? {} : { from: earlier.from };
    return ask('GET', `${relationsOf(at)}/m.annotation/m.reaction`, account, {
      limit: PER_PAGE,
      ...from,
    });
  }
  // A key of its own: under the same one, thanks that were taken back would never come again.
  const relation = { rel_type: 'm.annotation', event_id: at.event, key: THANKS };
  const path = `${inRoom('v3', at)}/send/m.reaction/${newId()}`;
  return ask('PUT', path, account, {}, { 'm.relates_to': relation });
}

/** Always under the same key: what is removed once needs no more. */
function buildRemoval(at: Address, account: Account): PlainRequest {
  return ask('PUT', `${inRoom('v3', at)}/redact/${part(at.event)}/removal`, account, {}, {});
}

function ask(
  method: PlainRequest['method'],
  path: string,
  { base, token }: Account,
  query: Readonly<Record<string, string>>,
  body?: object,
): PlainRequest {
  return jsonRequest(method, `${base}/_matrix/client/${path}?${new URLSearchParams(query)}`, token, body);
}
