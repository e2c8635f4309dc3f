import type { PlainResponse } from '@/utils/community/connector';
import { json } from '../kit/specimen';

export const BASE = 'https://matrix.archief.example';
export const ANN = '@ann.j:archief.example';
export const BEN = '@ben:archief.example';
const NAMES: Readonly<Record<string, string>> = { [ANN]: 'Ann Jansen', [BEN]: 'Ben Peeters' };
export const ROOM = '!praktijk:archief.example';

/** What is known of a room: each with what it is called there. */
export function stateOf(contents: Readonly<Record<string, object>>) {
  const about = { sender: ANN, origin_server_ts: 1, state_key: '' };
  return Object.entries(contents).map(([type, content]) => {
    return { ...about, type: `m.room.${type}`, event_id: `$${type}`, content };
  });
}

const PUBLIC = { join_rules: { join_rule: 'public' } };
const ROOMS: Readonly<Record<string, ReturnType<typeof stateOf>>> = {
  [ROOM]: stateOf({ name: { name: 'Praktijk' }, create: {}, ...PUBLIC }),
  '!kern:archief.example': stateOf({ canonical_alias: { alias: '#kern:archief.example' } }),
  '!geheim:archief.example': stateOf({
    name: { name: 'Geheim' },
    encryption: { algorithm: 'm.megolm.v1.aes-sha2' },
  }),
  '!ruimte:archief.example': stateOf({ name: { name: 'Alles' }, create: { type: 'm.space' } }),
  '!oud:archief.example': stateOf({ name: { name: 'Oud' }, tombstone: { replacement_room: ROOM } }),
  '!onder-ons:archief.example': stateOf(PUBLIC),
};

export function refusal(status: number, errcode: string, more: object = {}): PlainResponse {
  return json(status, { errcode, error: 'Nee.', ...more });
}

export function rooms(): Record<string, object> {
  const shown = Object.entries(ROOMS).map(([id, events]) => [
    id,
    { state: { events }, timeline: { events: [] } },
  ]);
  return Object.fromEntries(shown);
}

export function members(): object[] {
  const about = { type: 'm.room.member', room_id: ROOM, origin_server_ts: 1 };
  return Object.entries(NAMES).map(([sender, displayname]) => ({
    ...{ ...about, sender, state_key: sender, event_id: `$${sender}` },
    content: { membership: 'join', displayname },
  }));
}
