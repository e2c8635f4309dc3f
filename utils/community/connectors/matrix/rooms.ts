import * as z from 'zod/mini';
import { fail, succeed } from '@/utils/kernel/result';
import { bodyAs, itemsAs, maybe } from '../../answer';
import type { Account, Operation, PlainResponse, Reading } from '../../connector';
import { sinceThere } from '../../server-time';
import { unreadable } from '../../status';
import { roomOf, THANKS } from './build';
import { EventSchema, namesIn, postsIn } from './events';
import { addressOf } from './ids';
import { cursorOf, readCursor } from './tally';

const list = z.lazy(() => z.array(z.unknown()));
/** A page of a room or of what relates to an event, or what was said after one. */
const PageSchema = z.lazy(() =>
  z.object({
    chunk: maybe(list),
    events_after: maybe(list),
    state: maybe(list),
    end: maybe(z.string()),
    next_batch: maybe(z.string()),
  }),
);

/** Its events, oldest or newest first as it was asked for; null where it is no page. */
function pageOf(response: PlainResponse) {
  const page = bodyAs(PageSchema, response);
  const said = page?.chunk ?? page?.events_after;
  return page && said
    ? { ...page, events: itemsAs(EventSchema, said), names: namesIn(page.state ?? []) }
    : null;
}

/** Newest first. */
export function readFind(
  response: PlainResponse,
  operation: Extract<Operation, { verb: 'find' }>,
  { member }: Account,
  now: number,
): Reading<'find'> {
  const { authorId, marker, cursor } = operation;
  const { room } = roomOf(operation);
  // Every post stands in a room: who does not say in which one cannot be told that it is not there.
  if (room === '') return fail({ kind: 'invalid', message: 'no room' });
  const page = pageOf(response);
  if (page === null) return unreadable('no');
  const { from, tally } = readCursor(cursor);
  const { events, names } = page;
  const about = { room, own: member?.id ?? '', tally, names, marker };
  const posts = postsIn(events, about).filter((post) => (authorId ?? post.authorId) === post.authorId);
  // Each server dates its own: one whose clock is wrong must not end the look. Of a page with none nobody can say.
  const since = sinceThere(operation, response, now);
  const isLast = events.length > 0 && events.every(({ origin_server_ts: at }) => at < since);
  const end = isLast ? null : page.end;
  return succeed({ posts, cursor: end === null || end === from ? null : cursorOf(end, tally) });
}

/** What was said in the post's thread, and then, by those who know of no threads, right after it. */
export function readThread(
  response: PlainResponse,
  operation: Extract<Operation, { verb: 'thread' }>,
  { member }: Account,
): Reading<'thread'> {
  const { earlier, postId } = operation;
  const page = pageOf(response);
  if (page === null) return unreadable('no');
  const { names } = page;
  const about = { ...addressOf(postId), own: member?.id ?? '', tally: new Map(), names, marker: '' };
  const said = postsIn(page.events, about).filter(({ answersId }) => answersId === postId);
  if (earlier === undefined) return { next: { ...operation, earlier: { found: said, rest: [] } } };
  const found = earlier.found.map((post) => ({
    ...post,
    authorName: names.get(post.authorId) || post.authorName,
  }));
  const posts = new Map([...found, ...said].map((post) => [post.id, post]));
  return succeed({ posts: [...posts.values()].sort((one, other) => one.at - other.at) });
}

/** Which reaction is one's own, to be removed; none: then there is nothing to take back. */
export function readReactions(
  response: PlainResponse,
  operation: Extract<Operation, { verb: 'mark' }>,
  { member }: Account,
): Reading<'mark'> {
  const page = pageOf(response);
  if (page === null) return unreadable('no');
  const own = page.events.find(
    ({ sender, content }) => sender === member?.id && content['m.relates_to']?.key?.startsWith(THANKS),
  );
  if (own !== undefined) return { next: { ...operation, earlier: { reaction: own.event_id } } };
  const from = page.next_batch;
  return from === null ? succeed(null) : { next: { ...operation, earlier: { from } } };
}
