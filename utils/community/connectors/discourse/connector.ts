import { type Clock, systemClock } from '@/utils/kernel/clock';
import { fail, succeed } from '@/utils/kernel/result';
import { bodyAs } from '../../answer';
import type { Account, Connector, Operation, PlainResponse, Reading } from '../../connector';
import { unreadable } from '../../status';
import { buildRequest } from './build';
import { readFind } from './find';
import { refusalOf, saysSignedOut } from './refusal';
import { readSend } from './send';
import { idOf, isSaid, type Post, PostSchema, partsOf, postOf, TopicSchema } from './shapes';
import {
  BasicInfoSchema,
  CategoryListSchema,
  capabilitiesOf,
  memberOf,
  placesOf,
  SessionSchema,
  SettingsSchema,
  SiteSchema,
} from './site';

type Verb = Operation['verb'];
type Reader<V extends Verb> = (
  response: PlainResponse,
  operation: Extract<Operation, { verb: V }>,
  account: Account,
  now: number,
) => Reading<V>;

/** Of a long thread the newest of what does not come with its first part. */
const MOST_OF_THE_REST = 100;

const readers: { readonly [V in Verb]: Reader<V> } = {
  me: (response, _operation, _account, now) => {
    const failure = refusalOf(response, false, now);
    // Nobody is signed in: it is not there.
    if (failure?.kind === 'gone' || saysSignedOut(response)) return fail({ kind: 'auth', why: 'expired' });
    if (failure !== null) return fail(failure);
    const session = bodyAs(SessionSchema, response);
    return session === null ? fail({ kind: 'not-a-community' }) : succeed(memberOf(session));
  },
  capabilities: readCapabilities,
  places: readPlaces,
  calls: () => succeed([]),
  send: readSend,
  attach: () => fail({ kind: 'invalid', message: '' }),
  find: readFind,
  thread: readThread,
  mark: (response, operation, _account, now) => {
    const isWrite = operation.earlier !== undefined;
    const failure = refusalOf(response, isWrite, now);
    if (failure?.kind === 'gone' && isWrite && !operation.on) return succeed(null);
    if (failure !== null) return fail(failure);
    const post = bodyAs(PostSchema, response);
    if (post === null) return unreadable(isWrite ? 'unknown' : 'no');
    return isWrite || isLiked(post) === operation.on
      ? succeed(null)
      : { next: { ...operation, earlier: { id: post.id } } };
  },
  invite: () => fail({ kind: 'invalid', message: '' }),
  remove: (response, operation, _account, now) => {
    const isWrite = operation.earlier !== undefined;
    const failure = refusalOf(response, isWrite, now);
    if (failure?.kind === 'gone' || (failure === null && isWrite)) return succeed(null);
    if (failure !== null) return fail(failure);
    const post = bodyAs(PostSchema, response);
    if (post === null) return unreadable('no');
    return isSaid(post) ? { next: { ...operation, earlier: { id: post.id } } } : succeed(null);
  },
};

/**
 * Discourse, as its own pages and its published API speak it. Topics have titles, which a site may tidy (a capital, fewer
 * exclamation marks): that is how they are read back there.
 */
export function createDiscourse(clock: Clock = systemClock): Connector {
  const read = <V extends Verb>(
    operation: Extract<Operation, { verb: V }>,
    response: PlainResponse,
    account: Account,
  ): Reading<V> => {
    const reader: Reader<V> = readers[operation.verb as V];
    return reader(response, operation, account, clock());
  };
  return { id: 'discourse', build: buildRequest, read };
}

function isLiked(post: Post): boolean {
  return postOf(post, { origin: '', base: '', token: '', member: null }).thanked;
}

/** Where all but its name is for members only, the platform's defaults stand in for its settings. */
function readCapabilities(
  response: PlainResponse,
  operation: Extract<Operation, { verb: 'capabilities' }>,
  _account: Account,
  now: number,
): Reading<'capabilities'> {
  const failure = refusalOf(response, false, now);
  if (failure?.kind === 'retry') return fail(failure);
  if (operation.earlier === undefined) {
    const settings = failure === null ? bodyAs(SettingsSchema, response) : null;
    return settings === null
      ? { next: { verb: 'capabilities', earlier: { step: 'name' } } }
      : succeed(capabilitiesOf(settings.title, settings));
  }
  if (failure?.kind === 'moved') return fail(failure);
  const info = failure === null ? bodyAs(BasicInfoSchema, response) : null;
  return info === null ? fail({ kind: 'not-a-community' }) : succeed(capabilitiesOf(info.title, {}));
}

/** A site with very many categories lists them elsewhere. */
function readPlaces(
  response: PlainResponse,
  operation: Extract<Operation, { verb: 'places' }>,
  _account: Account,
  now: number,
): Reading<'places'> {
  const failure = refusalOf(response, false, now);
  if (saysSignedOut(response)) return fail({ kind: 'auth', why: 'expired' });
  if (failure !== null) return fail(failure);
  if (operation.earlier !== undefined) {
    const listed = bodyAs(CategoryListSchema, response)?.category_list.categories;
    if (listed === undefined) return unreadable('no');
    return succeed(placesOf(listed.flatMap((one) => [one, ...(one.subcategory_list ?? [])])));
  }
  const { categories = [] } = bodyAs(SiteSchema, response) ?? {};
  return categories.length === 0
    ? { next: { ...operation, earlier: { cursor: '', pages: 1, found: [] } } }
    : succeed(placesOf(categories));
}

/** What answers a post: everything under it in its topic, or only what was said to it. */
function readThread(
  response: PlainResponse,
  operation: Extract<Operation, { verb: 'thread' }>,
  account: Account,
  now: number,
): Reading<'thread'> {
  const failure = refusalOf(response, false, now);
  if (failure !== null) return fail(failure);
  const stream = bodyAs(TopicSchema, response)?.post_stream;
  if (stream === undefined) return unreadable('no');
  const { number, topic } = partsOf(operation.postId);
  const isAnswer = (post: Post): boolean =>
    post.post_number !== 1 && (number === 1 || post.reply_to_post_number === number);
  const said = stream.posts.filter((post) => isSaid(post) && isAnswer(post));
  const found = [...(operation.earlier?.found ?? []), ...said.map((post) => postOf(post, account))];
  const known = new Set(stream.posts.map(({ id }) => id));
  const rest = (stream.stream ?? []).filter((id) => !known.has(id)).slice(-MOST_OF_THE_REST);
  if (operation.earlier === undefined && rest.length > 0)
    return { next: { verb: 'thread', postId: idOf(topic, number), earlier: { found, rest } } };
  return succeed({ posts: found });
}
