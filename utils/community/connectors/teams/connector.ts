import { type Clock, MINUTE_MS, SECOND_MS, systemClock } from '@/utils/kernel/clock';
import { fail, succeed } from '@/utils/kernel/result';
import type { Account, Capabilities, Connector, Operation, PlainResponse, Reading } from '../../connector';
import { connectorOf, type Dialect } from '../../connector-of';
import { graphFailure, isPlainSuccess, readMember, readOrganisation, readPage } from '../../microsoft/graph';
import { named, OWN_ORGANISATION } from '../../microsoft/own-organisation';
import { sinceThere } from '../../server-time';
import { unreadable } from '../../status';
import { buildRequest } from './build';
import { isReply, partsOf } from './paths';
import { readPlaces } from './places';
import { goneOf, linkTo, MessageSchema, postsOf, readMessage, refOf } from './shapes';

type Asked<V extends Operation['verb']> = Extract<Operation, { verb: V }>;

const done = (response: PlainResponse) => (isPlainSuccess(response) ? succeed(null) : unreadable('unknown'));

/** Channels of Microsoft Teams, by Microsoft Graph. */
export function createTeams(clock: Clock = systemClock): Connector {
  return connectorOf(TEAMS, clock);
}

const TEAMS: Dialect = {
  id: 'teams',
  build: buildRequest,
  failureFrom: graphFailure,
  meaningOf: (operation, _failure, response) => {
    // Before sign-in it refuses in a way that names the organisation.
    const organisation = operation.verb === 'capabilities' ? readOrganisation(response) : null;
    return organisation === null ? null : succeed(capabilitiesOf(organisation));
  },
  readers: {
    me: readMember,
    capabilities: (response) => {
      const organisation = readOrganisation(response);
      return organisation === null
        ? fail({ kind: 'not-a-community' })
        : succeed(capabilitiesOf(organisation));
    },
    places: (response, operation, _account, now) => readPlaces(response, operation, now),
    send: readSent,
    find: readFind,
    thread: readThread,
    mark: done,
    remove: done,
  },
};

/** Of a long thread the newest replies, so many pages of them. */
const MOST_PAGES = 4;

/** What is left to read is where the next page is, with where those before it were. */
function readThread(
  response: PlainResponse,
  thread: Asked<'thread'>,
  { member }: Account,
): Reading<'thread'> {
  const { postId, earlier: { found: before, rest } = { found: [], rest: [] } } = thread;
  const page = readPage(response, MessageSchema);
  if (page === null) return unreadable('no');
  const posts = isReply(postId) ? [] : postsBelow(partsOf(postId, 3), page.items, member?.id);
  const found = [...before, ...posts];
  if (page.next !== null && !isReply(postId) && rest.length + 1 < MOST_PAGES)
    return { next: { ...thread, earlier: { found, rest: [page.next, ...rest] } } };
  return succeed({ posts: found.sort((one, other) => one.at - other.at) });
}

/** An edit is answered without a body. */
function readSent(response: PlainResponse, { edits, replyTo, placeId }: Asked<'send'>): Reading<'send'> {
  if (edits !== undefined) {
    const isDone = response.status === 204 || readMessage(response) !== null;
    return isDone ? succeed({ ref: { id: edits, url: linkTo(edits) }, held: false }) : unreadable('unknown');
  }
  if (placeId === null && replyTo === undefined) return fail({ kind: 'gone' });
  const message = readMessage(response);
  if (message === null) return unreadable('unknown');
  const place = partsOf(replyTo ?? placeId ?? '', 2);
  const root = replyTo === undefined ? null : (partsOf(replyTo, 3).split('/')[2] ?? null);
  return succeed({ ref: refOf({ ...message, replyToId: root }, place), held: false });
}

function readFind(
  response: PlainResponse,
  operation: Asked<'find'>,
  { member }: Account,
  now: number,
): Reading<'find'> {
  const { marker, since, authorId, placeId, answersId } = operation;
  // Posts stand in channels: without one nothing can be found, and nobody may conclude that nothing is there.
  if (typeof placeId !== 'string' && answersId === undefined) return fail({ kind: 'gone' });
  const page = readPage(response, MessageSchema);
  if (page === null) return unreadable('no');
  const said =
    answersId === undefined
      ? postsOf(page.items, placeId ?? '', member?.id)
      : postsBelow(partsOf(answersId, 3), page.items, member?.id);
  const isWanted = (post: (typeof said)[number]) => authorId === null || post.authorId === authorId;
  const posts = said.filter((post) => isWanted(post) && post.text.includes(marker));
  posts.sort((one, other) => other.at - one.at);
  const there = sinceThere(operation, response, now);
  if (posts.length === 0 && beganTooLate(operation, there))
    return { next: { ...operation, since: there, earlier: { posts, cursor: null } } };
  if (authorId !== null) return succeed({ posts, cursor: page.next });
  const isOver = said.length > 0 && said.every(({ at }) => at < since);
  // Threads stand there by what last happened in them.
  const unordered = { gone: goneOf(page.items, placeId ?? '') };
  return succeed({ posts, cursor: isOver ? null : page.next, unordered });
}

/** Only what changed since was asked for, by our clock, and that is ahead of theirs: it is asked once more, by theirs. */
function beganTooLate(
  { since, authorId, answersId, cursor, earlier }: Asked<'find'>,
  there: number,
): boolean {
  const isFirst = cursor === undefined && earlier === undefined;
  return isFirst && authorId !== null && answersId === undefined && since - there > MINUTE_MS;
}

function postsBelow(root: string, replies: Parameters<typeof postsOf>[0], memberId: string | undefined) {
  const replyToId = root.split('/')[2] ?? null;
  return postsOf(
    replies.map((reply) => ({ ...reply, replyToId })),
    partsOf(root, 2),
    memberId,
  );
}

/** About 28 KB, marks of HTML included, is what a message may weigh. */
const MAX_BYTES = 28_000;

function capabilitiesOf(organisation: string): Capabilities {
  return {
    ...OWN_ORGANISATION,
    name: named('Microsoft Teams', organisation),
    kind: 'stream',
    countsIn: 'bytes',
    maxCharacters: MAX_BYTES,
    rateLimit: [{ requests: 10, perMs: 10 * SECOND_MS }],
    canEdit: true,
    canThank: true,
    format: 'html',
  };
}
