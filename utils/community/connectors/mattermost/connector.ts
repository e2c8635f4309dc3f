import { type Clock, systemClock } from '@/utils/kernel/clock';
import { fail, succeed } from '@/utils/kernel/result';
import { bodyAs, itemsAs } from '../../answer';
import type { Account, Connector, FoundPost, Operation, PlainResponse, Reading } from '../../connector';
import { connectorOf, type Dialect } from '../../connector-of';
import { sinceThere } from '../../server-time';
import { unreadable } from '../../status';
import { buildRequest, channelOf } from './build';
import { allowanceFrom, failureFrom } from './failures';
import { addressOf, linkTo, postIdOf } from './ids';
import { readPlaces } from './places';
import {
  ConfigSchema,
  capabilitiesOf,
  DoneSchema,
  foundOf,
  isMarked,
  isWritten,
  memberOf,
  PostSchema,
  PostsSchema,
  postsOf,
  UserSchema,
  UsersSchema,
} from './shapes';

/** Mattermost's API v4. */
export function createMattermost(clock: Clock = systemClock): Connector {
  return connectorOf(MATTERMOST, clock);
}

const MATTERMOST: Dialect = {
  id: 'mattermost',
  build: buildRequest,
  failureFrom,
  readers: {
    me: (response) => {
      const user = bodyAs(UserSchema, response);
      return user === null ? fail({ kind: 'not-a-community' }) : succeed(memberOf(user));
    },
    capabilities: (response) => {
      const config = bodyAs(ConfigSchema, response);
      return config === null ? fail({ kind: 'not-a-community' }) : succeed(capabilitiesOf(config));
    },
    places: readPlaces,
    send: (response, { edits, replyTo, placeId }, { base }, now) => {
      const post = bodyAs(PostSchema, response);
      if (post === null) return unreadable('unknown');
      const at = { ...addressOf(edits ?? replyTo ?? placeId), post: post.id, root: post.root_id ?? '' };
      const allowance = allowanceFrom(response, now);
      const ref = { id: postIdOf(at), url: linkTo(base, at) };
      return succeed({ ref, held: false, ...(allowance && { allowance }) });
    },
    find: readFind,
    thread: readThread,
    mark: done,
    remove: done,
  },
};

function done(response: PlainResponse) {
  return bodyAs(DoneSchema, response) === null ? unreadable('unknown') : succeed(null);
}

function readFind(
  response: PlainResponse,
  operation: Extract<Operation, { verb: 'find' }>,
  { base, member }: Account,
  now: number,
): Reading<'find'> {
  const { authorId, marker, earlier } = operation;
  // Every post stands in a channel: who does not say in which one cannot be told that it is not there.
  if (channelOf(operation).channel === '') return fail({ kind: 'invalid', message: 'no channel' });
  if (earlier !== undefined) return succeed({ ...earlier, posts: named(earlier.posts, response) });
  const list = bodyAs(PostsSchema, response);
  if (list === null) return unreadable('no');
  const page = postsOf(list.order, list);
  const oldest = page.at(-1);
  const since = sinceThere(operation, response, now);
  const isLast = oldest === undefined || oldest.create_at < since || list.prev_post_id === '';
  const posts = page
    .filter(
      (post) => isWritten(post) && isMarked(post, marker) && (authorId ?? post.user_id) === post.user_id,
    )
    .map((post) => foundOf(post, channelOf(operation), base, member?.id ?? ''));
  const found = { posts, cursor: isLast ? null : oldest.id };
  if (posts.length === 0) return succeed(found);
  if (authorId === null) return { next: { ...operation, earlier: found } };
  const name = authorId === member?.id ? member.handle : authorId;
  return succeed({ ...found, posts: posts.map((post) => ({ ...post, authorName: name })) });
}

/** First what was answered, then by whom: threads are flat. */
function readThread(
  response: PlainResponse,
  operation: Extract<Operation, { verb: 'thread' }>,
  { base, member }: Account,
): Reading<'thread'> {
  const { earlier, postId } = operation;
  if (earlier !== undefined) return succeed({ posts: named(earlier.found, response) });
  const list = bodyAs(PostsSchema, response);
  if (list === null) return unreadable('no');
  const found = postsOf(Object.keys(list.posts), list)
    .filter((post) => isWritten(post) && (post.root_id ?? '') !== '')
    .map((post) => foundOf(post, addressOf(postId), base, member?.id ?? ''))
    .sort((one, other) => one.at - other.at);
  if (found.length === 0) return succeed({ posts: found });
  return { next: { ...operation, earlier: { found, rest: [] } } };
}

/** With the names that people go by; an id is better than no post. */
function named(posts: readonly FoundPost[], response: PlainResponse): FoundPost[] {
  const users = itemsAs(UserSchema, bodyAs(UsersSchema, response) ?? []).map(memberOf);
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return posts.map((post) => ({ ...post, authorName: names.get(post.authorId) ?? post.authorName }));
}
