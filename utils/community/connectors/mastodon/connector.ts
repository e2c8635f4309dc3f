import { type Clock, systemClock } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { bodyAs } from '../../answer';
import type {
  Account,
  Connector,
  Failure,
  Operation,
  OperationValues,
  PlainResponse,
  Reading,
} from '../../connector';
import { connectorOf, type Dialect } from '../../connector-of';
import { serverTime, sinceThere } from '../../server-time';
import { allowanceOf, failureOf, unreadable } from '../../status';
import { buildRequest, MOST_ACCOUNTS } from './build';
import { readCalls } from './calls';
import { capabilitiesOf } from './capabilities';
import { InstanceSchema } from './instance';
import { readInvitation, tooEarly } from './invite';
import { dialectOf } from './kin';
import {
  AccountSchema,
  AccountsSchema,
  ContextSchema,
  EveryStatusSchema,
  MediaSchema,
  memberOf,
  placeOf,
  postOf,
  refOf,
  type Status,
  StatusesSchema,
  StatusSchema,
} from './shapes';

/** The Mastodon client API, as Mastodon, GoToSocial, Hollo, Akkoma and our own server speak it. */
export function createMastodon(clock: Clock = systemClock): Connector {
  return connectorOf(MASTODON, clock);
}

const MASTODON: Dialect = {
  id: 'mastodon',
  build: buildRequest,
  failureFrom: (response, write, now) => dialectOf(response) ?? failureOf(response, write, now),
  meaningOf: (operation, failure, response) => {
    const early = operation.verb === 'invite' ? tooEarly(response) : null;
    if (early !== null) return succeed(early);
    // Mastodon has the newer address since 4.0; others came later, or not.
    const isOld = operation.verb === 'capabilities' && operation.earlier === undefined;
    return isOld && failure.kind === 'gone'
      ? { next: { verb: 'capabilities', earlier: { version: '1' } } }
      : null;
  },
  readers: {
    me: (response) => {
      const account = bodyAs(AccountSchema, response);
      return account === null ? fail({ kind: 'not-a-community' }) : succeed(memberOf(account));
    },
    capabilities: (response) => {
      const instance = bodyAs(InstanceSchema, response);
      return instance === null ? fail({ kind: 'not-a-community' }) : succeed(capabilitiesOf(instance));
    },
    places: readPlaces,
    calls: (response) => readCalls(response) ?? unreadable('no'),
    send: (response, _operation, { origin }, now) => {
      const status = bodyAs(StatusSchema, response);
      if (status === null) return unreadable('unknown');
      const allowance = allowanceOf(response, serverTime(response) ?? now);
      return succeed({ ref: refOf(status, origin), held: false, ...(allowance && { allowance }) });
    },
    attach: (response, operation) => {
      const media = bodyAs(MediaSchema, response);
      if (media === null) return unreadable('unknown');
      // 202 and 206: still at work on it, and a post that shows it would be refused.
      const isReady = response.status === 200;
      return isReady
        ? succeed({ mediaId: media.id })
        : { next: { ...operation, earlier: { mediaId: media.id } } };
    },
    find: readFind,
    thread: (response, _operation, { origin }) => {
      const context = bodyAs(ContextSchema, response);
      if (context === null) return unreadable('no');
      return succeed({ posts: context.descendants.map((status) => postOf(status, origin)) });
    },
    mark: (response) => (bodyAs(StatusSchema, response) === null ? unreadable('unknown') : succeed(null)),
    invite: (response, _operation, { origin }) => readInvitation(response, origin) ?? unreadable('unknown'),
    remove: () => succeed(null),
  },
};

/** Nobody chooses among the places of more pages than these. */
const MOST_PAGES = 4;
const MOST_PLACES = MOST_PAGES * Number(MOST_ACCOUNTS);

/** Places are accounts that are groups; whoever follows one is in it. */
function readPlaces(
  response: PlainResponse,
  operation: Extract<Operation, { verb: 'places' }>,
): Reading<'places'> {
  const accounts = bodyAs(AccountsSchema, response);
  if (accounts === null) return unreadable('no');
  const { pages = 0, found: before = [] } = operation.earlier ?? {};
  const groups = accounts.filter(({ group }) => group === true).map(placeOf);
  const found = [...before, ...groups].slice(0, MOST_PLACES); // a server may give more than it was asked for
  const cursor = response.headers.link === undefined ? null : nextPage(response, '');
  if (!cursor || pages + 1 === MOST_PAGES) return succeed(found);
  return { next: { ...operation, earlier: { cursor, pages: pages + 1, found } } };
}

function readFind(
  response: PlainResponse,
  operation: Extract<Operation, { verb: 'find' }>,
  { origin }: Account,
  now: number,
): Result<OperationValues['find'], Failure> {
  const isLook = operation.authorId !== null && operation.marker !== '';
  const statuses = bodyAs(isLook ? EveryStatusSchema : StatusesSchema, response);
  if (statuses === null) return unreadable('no');
  const since = sinceThere(operation, response, now);
  const posts = statuses.map((status) => postOf(status, origin));
  const oldest = posts.at(-1);
  const more =
    oldest !== undefined && (oldest.at === 0 || oldest.at >= since) ? nextPage(response, oldest.id) : null;
  const found = posts.filter(({ text }, at) => isOwn(statuses[at]) && text.includes(operation.marker));
  return succeed({ posts: found, cursor: more });
}

/** Said by its author: what was only passed on would read as if it were. */
function isOwn(status: Status | undefined): boolean {
  return status?.reblog === undefined || status.reblog === null;
}

/** The `max_id` of the next page: only that is taken from the header, never an address of somebody else's choosing. */
function nextPage({ headers }: PlainResponse, oldestId: string): string | null {
  const next = (headers.link ?? '').split(',').find((link) => /;\s*rel="?next"?/iu.test(link));
  const address = /<([^<>]*)>/u.exec(next ?? '')?.[1];
  if (address === undefined || !URL.canParse(address)) return headers.link === undefined ? oldestId : null;
  return new URL(address).searchParams.get('max_id') ?? oldestId;
}
