import * as z from 'zod/mini';
import { type Clock, systemClock } from '@/utils/kernel/clock';
import { fail, succeed } from '@/utils/kernel/result';
import { bodyAs } from '../../answer';
import { inChannels } from '../../channels';
import type { Connector, PlainResponse } from '../../connector';
import { connectorOf, type Dialect } from '../../connector-of';
import { unreadable } from '../../status';
import { buildRequest } from './build';
import { failureFrom } from './failures';
import { addressOf, EVENT, linkTo, localPart, postIdOf, USER } from './ids';
import { readPlaces } from './places';
import { VersionsSchema } from './recognise';
import { readFind, readReactions, readThread } from './rooms';

const WhoSchema = z.lazy(() => z.object({ user_id: z.string().check(z.regex(USER)) }));
const SentSchema = z.lazy(() => z.object({ event_id: z.string().check(z.regex(EVENT)) }));

/** A text goes into its event twice, as HTML and without it, beside what servers add: 65,536 bytes hold both. */
const MOST_BYTES = 30_000;

/** Matrix's client-server API. */
export function createMatrix(clock: Clock = systemClock): Connector {
  return connectorOf(MATRIX, clock);
}

const MATRIX: Dialect = {
  id: 'matrix',
  build: buildRequest,
  failureFrom,
  readers: {
    me: (response) => {
      const id = bodyAs(WhoSchema, response)?.user_id;
      if (id === undefined) return fail({ kind: 'not-a-community' });
      return succeed({ id, name: localPart(id), handle: id.slice(1) });
    },
    capabilities: (response) =>
      bodyAs(VersionsSchema, response) === null
        ? fail({ kind: 'not-a-community' })
        : succeed(inChannels({ name: '', maxCharacters: MOST_BYTES, countsIn: 'bytes', format: 'html' })),
    places: readPlaces,
    send: (response, { edits, replyTo, placeId }, { member }) => {
      const event = bodyAs(SentSchema, response)?.event_id;
      if (event === undefined) return unreadable('unknown');
      const above = addressOf(replyTo);
      const made = { room: addressOf(replyTo ?? placeId).room, event, root: above.root || above.event };
      const at = edits === undefined ? made : addressOf(edits);
      return succeed({ ref: { id: postIdOf(at), url: linkTo(at, member?.id ?? '') }, held: false });
    },
    find: readFind,
    thread: readThread,
    mark: (response, operation, account) =>
      operation.on || operation.earlier?.reaction !== undefined
        ? done(response)
        : readReactions(response, operation, account),
    remove: done,
  },
};

function done(response: PlainResponse) {
  return bodyAs(SentSchema, response) === null ? unreadable('unknown') : succeed(null);
}
