import { fail, succeed } from '@/utils/kernel/result';
import { bodyAs, momentOf } from '../../answer';
import type { Account, Failure, Operation, PlainResponse, Reading } from '../../connector';
import { sinceThere } from '../../server-time';
import { unreadable } from '../../status';
import { HELD, HELD_AND_MORE, isHeldList, isOwnList, OWN } from './build';
import {
  HeldListSchema,
  heldOf,
  isSaid,
  LatestSchema,
  ListSchema,
  type Post,
  PostsSchema,
  postOf,
} from './shapes';

type Find = Extract<Operation, { verb: 'find' }>;

/** As many as either list gives at once. */
const FULL_PAGE = 50;
/** The platform's numbers end here. */
const LAST_ID = '2147483647';

/**
 * A page of everybody's newest posts, or of one's own, which does not tell titles. A post is looked for among the newest
 * of all, which mostly holds it; where much was said since, among one's own; and from there on among all.
 */
export function readFind(
  response: PlainResponse,
  operation: Find,
  account: Account,
  failure: Failure | null,
  now: number,
): Reading<'find'> {
  if (isHeldList(operation)) return readHeld(response, operation, account, failure);
  const isOwn = isOwnList(operation, account);
  // The account has another name than when we connected: its posts stand among everybody's.
  if (isOwn && failure?.kind === 'gone') return { next: { ...operation, cursor: LAST_ID } };
  if (failure !== null) return fail(failure);
  const posts = isOwn ? bodyAs(PostsSchema, response) : bodyAs(LatestSchema, response)?.latest_posts;
  if (!posts) return unreadable('no');
  if (operation.home === true) return succeed({ posts: [], cursor: null }); // the same as what is said aloud
  const found = posts.filter((post) => isSaid(post) && isAskedFor(post, operation));
  const oldest = posts.at(-1);
  // Older versions give what is public of the last fifty numbers: where messages took those, nothing.
  if (oldest === undefined && isFirst(operation)) return succeed({ posts: [], cursor: HELD_AND_MORE });
  const isEnd = oldest === undefined || momentOf(oldest.created_at) < sinceThere(operation, response, now);
  const isFull = (bodyAs(ListSchema, response)?.length ?? 0) >= FULL_PAGE; // also where one of it cannot be read
  const isWhole = isOwn && (operation.marker === '' || !isFull);
  const older = isEnd || isWhole || oldest.id === operation.cursor ? null : oldest.id;
  // A lost answer may have been that it waits for a moderator: then it is among no posts yet.
  const mayBeHeld = isFirst(operation) && found.length === 0;
  const onward = isEnd ? HELD : HELD_AND_MORE;
  return succeed({
    posts: found.map((post) => postOf(post, account)),
    cursor: mayBeHeld ? onward : older,
  });
}

/** The first page of a look for one's own. */
function isFirst({ cursor, authorId, marker }: Find): boolean {
  return cursor === undefined && authorId !== null && marker !== '';
}

/** What waits for a moderator; a version that does not tell has none. */
function readHeld(
  response: PlainResponse,
  operation: Find,
  account: Account,
  failure: Failure | null,
): Reading<'find'> {
  if (failure !== null && failure.kind !== 'gone') return fail(failure);
  const held = failure === null ? bodyAs(HeldListSchema, response)?.pending_posts : [];
  if (held === undefined) return unreadable('no');
  const found = held.filter(({ raw_text }) => raw_text?.includes(operation.marker));
  const cursor = operation.cursor === HELD_AND_MORE && found.length === 0 ? OWN : null;
  return succeed({ posts: found.map((one) => heldOf(one, account)), cursor });
}

function isAskedFor(post: Post, { marker, authorId, placeId }: Find): boolean {
  if (authorId === null) return (placeId ?? null) === null || post.category_id === placeId;
  return post.user_id === authorId && `${post.raw ?? ''} ${post.cooked ?? ''}`.includes(marker);
}
