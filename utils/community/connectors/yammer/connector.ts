import { type Clock, SECOND_MS, systemClock } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type {
  Account,
  Capabilities,
  Connector,
  Failure,
  Operation,
  OperationValues,
  PlainResponse,
  Reading,
} from '../../connector';
import { connectorOf, type Dialect } from '../../connector-of';
import { isPlainSuccess } from '../../microsoft/graph';
import { named, notThere, OWN_ORGANISATION } from '../../microsoft/own-organisation';
import { sinceThere } from '../../server-time';
import { unreadable } from '../../status';
import { buildRequest, PER_PAGE } from './build';
import { yammerFailure } from './failure';
import { readPlaces } from './places';
import { memberOf, networkOf, postsOf, readMessages, refOf } from './shapes';

type Verb = Operation['verb'];
type Asked<V extends Verb> = Extract<Operation, { verb: V }>;
/** Viva Engage, by the REST interface that it kept from Yammer: Graph has nothing to post with. */
export function createYammer(clock: Clock = systemClock): Connector {
  return connectorOf(YAMMER, clock);
}

const YAMMER: Dialect = {
  id: 'yammer',
  build: buildRequest,
  failureFrom: yammerFailure,
  meaningOf,
  readers: {
    me: (response) => {
      const member = memberOf(response);
      return member === null ? fail({ kind: 'not-a-community' }) : succeed(member);
    },
    capabilities: (response) => {
      const network = networkOf(response);
      return network === null ? fail({ kind: 'not-a-community' }) : succeed(capabilitiesOf(network));
    },
    places: readPlaces,
    send: (response, { edits }) => {
      if (edits !== undefined) return notThere;
      const message = readMessages(response)?.messages[0];
      return message === undefined ? unreadable('unknown') : succeed({ ref: refOf(message), held: false });
    },
    find: readFind,
    thread: (response, { postId }, account) => {
      const found = readMessages(response);
      if (found === null) return unreadable('no');
      const posts = postsOf(found, account).filter(
        ({ id, answersId }) => id !== postId && answersId !== null,
      );
      return succeed({ posts: posts.reverse() });
    },
    mark: (response) => (isPlainSuccess(response) ? succeed(null) : unreadable('unknown')),
    remove: (response) => (isPlainSuccess(response) ? succeed(null) : unreadable('unknown')),
  },
};

function meaningOf(operation: Operation, failure: Failure, { text }: PlainResponse): Reading<Verb> | null {
  // Before sign-in it tells nobody its name; that it refuses in its own way is enough.
  if (operation.verb === 'capabilities' && failure.kind === 'auth' && text.trim().startsWith('{'))
    return succeed(capabilitiesOf(''));
  // What is answered may be in the midst of a thread, and only first messages name one.
  if (operation.verb === 'find' && operation.answersId !== undefined && failure.kind === 'gone') {
    const { answersId: _, ...everywhere } = operation;
    return { next: everywhere };
  }
  return null;
}

/** Of a thread, only what the account that is asked for said there. */
function readFind(
  response: PlainResponse,
  operation: Asked<'find'>,
  account: Account,
  now: number,
): Result<OperationValues['find'], Failure> {
  const { marker, authorId } = operation;
  const found = readMessages(response);
  if (found === null) return unreadable('no');
  const posts = postsOf(found, account);
  const since = sinceThere(operation, response, now);
  const oldest = posts.at(-1);
  const hasOlder = found.hasOlder ?? found.count >= PER_PAGE;
  const cursor = hasOlder && oldest !== undefined && oldest.at >= since ? oldest.id : null;
  const wanted = (post: (typeof posts)[number]) => authorId === null || post.authorId === authorId;
  return succeed({ posts: posts.filter((post) => wanted(post) && post.text.includes(marker)), cursor });
}

/** How long a message may be is not documented: nobody saw one refused that was shorter than this. */
const MAX_CHARACTERS = 10_000;

function capabilitiesOf(network: string): Capabilities {
  return {
    ...OWN_ORGANISATION,
    name: named('Viva Engage', network),
    kind: 'stream',
    countsIn: 'code-points',
    maxCharacters: MAX_CHARACTERS,
    rateLimit: [{ requests: 10, perMs: 30 * SECOND_MS }],
    canEdit: false,
    canThank: true,
    format: 'plain',
  };
}
