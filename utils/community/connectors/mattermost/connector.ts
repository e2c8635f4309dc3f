import { type Clock, systemClock } from '@/utils/kernel/clock';
import { fail, succeed } from '@/utils/kernel/result';
import { bodyAs } from '../../answer';
import type {
  Account,
  Connector,
  Failure,
  FoundPost,
  Operation,
  OperationValues,
  PlainResponse,
  Reading,
} from '../../connector';
import { serverTime, sinceThere } from '../../server-time';
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
  nameOf,
  PostSchema,
  PostsSchema,
  postsOf,
  UserSchema,
  UsersSchema,
} from './shapes';

type Verb = Operation['verb'];
type Reader<V extends Verb> = (
  response: PlainResponse,
  operation: Extract<Operation, { verb: V }>,
  account: Account,
  now: number,
) => Reading<V>;

const WRITES: readonly Verb[] = ['send', 'mark', 'remove'];

/** A successful status with a body that is not what was asked for. Nobody can say whether a write was applied. */
const unreadable = (applied: 'no' | 'unknown') => fail<Failure>({ kind: 'retry', applied, answered: false });
const notOffered = () => fail<Failure>({ kind: 'invalid', message: 'not offered' });
const done = (response: PlainResponse) =>
  bodyAs(DoneSchema, response) === null ? unreadable('unknown') : succeed(null);

const readers: { readonly [V in Verb]: Reader<V> } = {
  me: (response) => {
    const user = bodyAs(UserSchema, response);
    return user === null ? fail({ kind: 'not-a-community' }) : succeed(memberOf(user));
  },
  capabilities: (response) => {
    const config = bodyAs(ConfigSchema, response);
    return config === null ? fail({ kind: 'not-a-community' }) : succeed(capabilitiesOf(config));
  },
  places: readPlaces,
  calls: notOffered,
  send: (response, { edits, replyTo, placeId }, { base }, now) => {
    const post = bodyAs(PostSchema, response);
    if (post === null) return unreadable('unknown');
    const at = { ...addressOf(edits ?? replyTo ?? placeId), post: post.id, root: post.root_id ?? '' };
    const allowance = allowanceFrom(response, now);
    const ref = { id: postIdOf(at), url: linkTo(base, at) };
    return succeed({ ref, held: false, ...(allowance && { allowance }) });
  },
  attach: notOffered,
  find: readFind,
  thread: (response, operation, { base, member }) => {
    if (operation.earlier !== undefined) return succeed({ posts: named(operation.earlier.found, response) });
    const list = bodyAs(PostsSchema, response);
    if (list === null) return unreadable('no');
    const asked = addressOf(operation.postId);
    const posts = postsOf(Object.keys(list.posts), list)
      .filter((post) => isWritten(post) && (post.root_id ?? '') !== '')
      .map((post) => foundOf(post, asked, base, member?.id ?? ''))
      .sort((one, other) => one.at - other.at);
    if (posts.length === 0) return succeed({ posts });
    return { next: { ...operation, earlier: { found: posts, rest: [] } } };
  },
  mark: done,
  invite: notOffered,
  remove: done,
};

/** Mattermost's API v4. */
export function createMattermost(clock: Clock = systemClock): Connector {
  const read = <V extends Verb>(
    operation: Extract<Operation, { verb: V }>,
    response: PlainResponse,
    account: Account,
  ): Reading<V> => {
    const verb: V = operation.verb as V;
    const failure = failureFrom(response, WRITES.includes(verb), serverTime(response) ?? clock());
    if (failure !== null) return withoutLoss(operation, failure);
    const reader: Reader<V> = readers[verb];
    return reader(response, operation, account, clock());
  };
  return { id: 'mattermost', build: buildRequest, read };
}

/** What is gone has been removed as wanted, and has no thanks; a server without that address is no community. */
function withoutLoss<V extends Verb>(operation: Operation, failure: Failure): Reading<V> {
  const { verb } = operation;
  if (failure.kind !== 'gone') return fail(failure);
  if (verb === 'remove' || (verb === 'mark' && !operation.on)) return succeed(null as OperationValues[V]);
  return fail(verb === 'capabilities' ? { kind: 'not-a-community' } : failure);
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
  const isLast = oldest === undefined || (oldest.create_at ?? 0) < since || list.prev_post_id === '';
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

/** With the names that people go by; an id is better than no post. */
function named(posts: readonly FoundPost[], response: PlainResponse): FoundPost[] {
  const names = new Map((bodyAs(UsersSchema, response) ?? []).map((user) => [user.id, nameOf(user)]));
  return posts.map((post) => ({ ...post, authorName: names.get(post.authorId) ?? post.authorName }));
}
