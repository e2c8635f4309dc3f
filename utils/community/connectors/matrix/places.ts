import * as z from 'zod/mini';
import { succeed } from '@/utils/kernel/result';
import { bodyAs, itemsAs, maybe } from '../../answer';
import type { PlainResponse, Reading } from '../../connector';
import { unreadable } from '../../status';
import { MOST_NAME } from './events';
import { ROOM } from './ids';

const text = maybe(z.string());
const RoomSchema = z.lazy(() =>
  z.tuple([z.string().check(z.regex(ROOM)), z.object({ state: z.object({ events: z.array(z.unknown()) }) })]),
);
const RoomsSchema = z.lazy(() =>
  z.object({
    next_batch: z.string(),
    rooms: maybe(z.object({ join: maybe(z.record(z.string(), z.unknown())) })),
  }),
);
const StateSchema = z.lazy(() =>
  z.object({
    type: z.string(),
    content: z.object({ name: text, alias: text, type: text, join_rule: text, history_visibility: text }),
  }),
);

type Content = z.infer<typeof StateSchema>['content'];

/** Of these, each newcomer has to be let in by somebody. */
const BY_INVITATION: readonly (string | null)[] = ['invite', 'private', 'knock'];
/** Nobody chooses among more. */
const MOST_PLACES = 320;

/**
 * The rooms that one is in and that have a name. Not those that are encrypted: what we write there could be read by the
 * servers, and we could not read it. Not what only holds rooms, and not what another room took the place of.
 */
export function readPlaces(response: PlainResponse): Reading<'places'> {
  const said = bodyAs(RoomsSchema, response);
  if (said === null) return unreadable('no');
  const rooms = itemsAs(RoomSchema, Object.entries(said.rooms?.join ?? {}));
  const places = rooms.flatMap(([id, { state }]) => {
    const events = new Map(itemsAs(StateSchema, state.events).map(({ type, content }) => [type, content]));
    const name = (
      events.get('m.room.name')?.name ||
      events.get('m.room.canonical_alias')?.alias ||
      ''
    ).trim();
    const isOther =
      events.has('m.room.encryption') || events.has('m.room.tombstone') || events.get('m.room.create')?.type;
    const closed = isClosed(events);
    return name === '' || isOther ? [] : [{ id, name: name.slice(0, MOST_NAME), closed }];
  });
  return succeed(places.slice(0, MOST_PLACES));
}

/** Whether its members alone read along; a room that does not say who may join it takes an invitation. */
function isClosed(events: ReadonlyMap<string, Content>): boolean {
  const { join_rule } = events.get('m.room.join_rules') ?? { join_rule: 'invite' };
  const readers = events.get('m.room.history_visibility')?.history_visibility;
  return BY_INVITATION.includes(join_rule) && readers !== 'world_readable';
}
