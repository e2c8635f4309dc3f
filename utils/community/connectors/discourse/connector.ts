import { type Clock, systemClock } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { bodyAs } from '../../answer';
import type { Account, Connector, Failure, Operation, PlainResponse, Reading } from '../../connector';
import { unreadable } from '../../status';
import { buildRequest } from './build';
import { readFind } from './find';
import { refusalOf } from './refusal';
import { readSend } from './send';
import { isSaid, type Post, PostSchema, partsOf, postOf, TopicSchema } from './shapes';
import {
  BasicInfoSchema,
  capabilitiesOf,
  memberOf,
  placesOf,
  SessionSchema,
  SettingsSchema,
  SiteSchema,
} from './site';

type Verb = Operation['verb'];
/** `failure`: what the answer refuses, in the platform's own words; null for none. */
type Reader<V extends Verb> = (
  response: PlainResponse,
  operation: Extract<Operation, { verb: V }>,
  account: Account,
  failure: Failure | null,
  now: number,
) => Reading<V>;

/** Of a long thread the newest of what does not come with its first part. */
const MOST_OF_THE_REST = 100;

const nothing = () => unreadable('no');

const readers: { readonly [V in Verb]: Reader<V> } = {
  me: (response, _operation, _account, failure) => {
    // Nobody is signed in: it is not there.
    if (failure !== null) return fail(failure.kind === 'gone' ? { kind: 'auth', why: 'expired' } : failure);
    const session = bodyAs(SessionSchema, response);
    return session === null ? fail({ kind: 'not-a-community' }) : succeed(memberOf(session));
  },
  capabilities: readCapabilities,
  places: (response, _operation, _account, failure) => {
    if (failure !== null) return fail(failure);
    const site = bodyAs(SiteSchema, response);
    return site === null ? unreadable('no') : succeed(placesOf(site.categories));
  },
  calls: () => succeed([]),
  send: readSend,
  attach: nothing,
  find: readFind,
  thread: readThread,
  mark: (response, operation, account, failure) =>
    readStep(response, operation, failure, (post) => postOf(post, account).thanked === operation.on),
  invite: nothing,
  remove: (response, operation, _account, failure) =>
    failure?.kind === 'gone'
      ? succeed(null)
      : readStep(response, operation, failure, (post) => !isSaid(post)),
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
    const isWrite = buildRequest(operation, account).method !== 'GET';
    const failure = refusalOf(response, operation, isWrite, clock());
    return reader(response, operation, account, failure, clock());
  };
  return { id: 'discourse', build: buildRequest, read };
}

/** First the post, for its own number; unless what is wanted is so already. Then whatever is answered is enough. */
function readStep<Wanted extends Extract<Operation, { verb: 'mark' | 'remove' }>>(
  response: PlainResponse,
  operation: Wanted,
  failure: Failure | null,
  isDone: (post: Post) => boolean,
): Result<null, Failure> | { readonly next: Operation } {
  if (failure !== null) return fail(failure);
  if (operation.earlier !== undefined) return succeed(null);
  const post = bodyAs(PostSchema, response);
  if (post === null) return unreadable('no');
  return isDone(post) ? succeed(null) : { next: { ...operation, earlier: { id: post.id } } };
}

/** Where all but its name is for members only, the platform's defaults stand in for its settings. */
function readCapabilities(
  response: PlainResponse,
  operation: Extract<Operation, { verb: 'capabilities' }>,
  _account: Account,
  failure: Failure | null,
): Reading<'capabilities'> {
  if (failure?.kind === 'retry') return fail(failure);
  if (operation.earlier !== undefined) {
    if (failure?.kind === 'moved') return fail(failure);
    const info = bodyAs(BasicInfoSchema, response);
    return info === null ? fail({ kind: 'not-a-community' }) : succeed(capabilitiesOf(info.title, {}));
  }
  const settings = bodyAs(SettingsSchema, response);
  return settings === null
    ? { next: { verb: 'capabilities', earlier: { step: 'name' } } }
    : succeed(capabilitiesOf(settings.title, settings));
}

/** What answers a post: everything under it in its topic, or only what was said to it. */
function readThread(
  response: PlainResponse,
  operation: Extract<Operation, { verb: 'thread' }>,
  account: Account,
  failure: Failure | null,
): Reading<'thread'> {
  if (failure !== null) return fail(failure);
  const stream = bodyAs(TopicSchema, response)?.post_stream;
  if (stream === undefined) return unreadable('no');
  const { number } = partsOf(operation.postId);
  const isAnswer = (post: Post): boolean =>
    post.post_number !== 1 && (number === 1 || post.reply_to_post_number === number);
  const said = stream.posts.filter((post) => isSaid(post) && isAnswer(post));
  const { earlier } = operation;
  const found = [...(earlier?.found ?? []), ...said.map((post) => postOf(post, account))];
  const known = stream.posts.map(({ id }) => id);
  const rest = (stream.stream ?? []).filter((id) => !known.includes(id)).slice(-MOST_OF_THE_REST);
  return earlier === undefined && rest.length > 0
    ? { next: { ...operation, earlier: { found, rest } } }
    : succeed({ posts: found });
}
