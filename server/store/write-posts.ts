import type { Kysely } from 'kysely';
import { countIn } from './account-counts';
import { calledToRead } from './accounts';
import { rowsToInsert, type Write, writeAtOnce, writeUnless } from './database/at-once';
import { claimEqual, equalToReplace } from './equal-posts';
import { eventsToRecord } from './events';
import { attachPictures, pictureList } from './pictures';
import { postsToCount, postsToCountAndAnswer } from './post-counts';
import { claimKeys, earlierPost, type KeyRow, type Posted, postOfKey } from './post-keys';
import { type Listener, linksToAdd, listenersToRead, type PostLinks, tellOfPosts } from './post-links';
import type { Schema } from './schema';
import { textsToIndex, textsWritten } from './search-index';
import type { StatusRow, Visibility } from './statuses';
import { isoTime, type Store } from './store';

export interface NewStatus extends PostLinks {
  readonly accountId: string;
  readonly text: string;
  readonly language: string | null;
  readonly visibility: Visibility;
  readonly inReplyToId: string | null;
  readonly sensitive: boolean;
  readonly spoilerText: string;
  readonly placeId: string | null;
  /** Absent: plain text. */
  readonly contentType?: StatusRow['content_type'];
  /** In the order in which they are shown. */
  readonly pictures?: readonly string[];
}

export interface NewPost {
  readonly status: NewStatus;
  /** Null: the app gave none. */
  readonly key: string | null;
  /** Handles, in lower case, that somebody may have: the post is as it has to be if nobody has them. */
  readonly called: readonly string[];
}

interface Draft {
  readonly row: StatusRow;
  readonly links: PostLinks;
  readonly key: string | null;
}

/**
 * Writes posts in as many steps for many as for one, each with all that belongs to it; answers for each, in their order.
 * No two may have one author and one key, or one author and one text.
 */
export async function writePosts(
  trx: Kysely<Schema>,
  store: Store,
  posts: readonly NewPost[],
  listeners: readonly Listener[],
): Promise<Posted[]> {
  const drafts = await draft(trx, store, posts);
  const earlier = await findEarlier(trx, store, drafts);
  const fresh = drafts.filter((each) => !earlier.has(each));
  if (fresh.length > 0) {
    await writeAtOnce(trx, [...writesOf(trx, store, fresh), ...postsToCount(trx, rowsOf(fresh))]);
    await attachPictures(trx, rowsOf(fresh));
    await textsWritten(trx, store.communityId, rowsOf(fresh));
    await tellOfPosts(trx, store, fresh, listeners);
  }
  return drafts.map((each) => earlier.get(each) ?? { kind: 'made', status: each.row });
}

/**
 * Whether all that belongs to a post can be written without reading anything first, if nobody listens to its author, nor
 * is called by it.
 */
export function isPlain({ status, key }: NewPost): boolean {
  const { inReplyToId, mentions, pictures = [], visibility } = status;
  const isAlone = inReplyToId === null && mentions.length === 0 && pictures.length === 0;
  return key !== null && isAlone && visibility !== 'direct';
}

/**
 * Writes plain posts in one statement, on a database that has one for several writes and indexes their texts by itself.
 * Writes nothing where somebody listens to one of their authors or is called by one of them, and answers null; nor where
 * one of their keys is known, and fails with a duplicate.
 */
export async function writePlainPosts(store: Store, posts: readonly NewPost[]): Promise<Posted[] | null> {
  const { db } = store;
  const drafts = await draft(db, store, posts);
  const rows = rowsOf(drafts);
  const unless = [
    listenersToRead(
      store,
      rows.map(({ account_id }) => account_id),
    ),
    calledToRead(
      store,
      posts.flatMap(({ called }) => called),
    ),
  ];
  const first = [rowsToInsert(db, 'idempotency', keysOf(drafts)), ...writesOf(db, store, drafts)];
  const counted = await writeUnless(db, unless, first, postsToCountAndAnswer(db, rows));
  if (counted.length === 0) return null;
  const counts = countIn(counted);
  return rows.map((row) => ({ kind: 'made', status: row, counts: counts(row.account_id) }));
}

async function draft(trx: Kysely<Schema>, store: Store, posts: readonly NewPost[]): Promise<Draft[]> {
  const parents = posts.flatMap(({ status }) => status.inReplyToId ?? []);
  const threads = await threadsOf(trx, store, parents);
  return posts.map(({ status, key }) => ({
    row: toRow(store, status, threads.get(status.inReplyToId ?? '') ?? status.inReplyToId),
    links: status,
    key,
  }));
}

/** The conversations that answers join: those of the posts that they answer, also where these were deleted since. */
async function threadsOf(
  trx: Kysely<Schema>,
  store: Store,
  parents: readonly string[],
): Promise<Map<string, string | null>> {
  if (parents.length === 0) return new Map();
  const rows = await trx
    .selectFrom('statuses')
    .select(['id', 'thread_id'])
    .where('community_id', '=', store.communityId)
    .where('id', 'in', [...new Set(parents)])
    .execute();
  return new Map(rows.map(({ id, thread_id }) => [id, thread_id]));
}

function toRow(store: Store, status: NewStatus, threadId: string | null): StatusRow {
  return {
    community_id: store.communityId,
    id: store.newId(),
    account_id: status.accountId,
    text: status.text,
    language: status.language,
    visibility: status.visibility,
    in_reply_to_id: status.inReplyToId,
    thread_id: threadId,
    sensitive: status.sensitive ? 1 : 0,
    spoiler_text: status.spoilerText,
    created_at: isoTime(store.clock()),
    deleted_at: null,
    edited_at: null,
    place_id: status.placeId,
    reblog_of_id: null,
    content_type: status.contentType ?? null,
    picture_ids: pictureList(status.pictures ?? []),
  };
}

/** For each that is a post already, by its key or, without one, by its words: that post. All others are claimed. */
async function findEarlier(
  trx: Kysely<Schema>,
  store: Store,
  drafts: readonly Draft[],
): Promise<Map<Draft, Posted>> {
  const earlier = new Map<Draft, Posted>();
  const claimed = await claimKeys(trx, keysOf(drafts));
  const keyless = drafts.filter(({ key }) => key === null);
  const equal = await claimEqual(trx, store, rowsOf(keyless));
  for (const each of drafts) {
    const { row, key } = each;
    const equalId = equal.get(row);
    if (equalId !== undefined) earlier.set(each, await earlierPost(trx, store, equalId));
    if (key === null || claimed.has(row.id)) continue;
    const known = await postOfKey(trx, store, row.account_id, key);
    if (known === undefined) throw new Error('a key is neither free nor used');
    earlier.set(each, known);
  }
  return earlier;
}

function writesOf(db: Kysely<Schema>, store: Store, drafts: readonly Draft[]): Write[] {
  const rows = rowsOf(drafts);
  const events = rows.map(({ id }) => ({ kind: 'posted', status_id: id }) as const);
  return [
    ...equalToReplace(db, rowsOf(drafts.filter(({ key }) => key !== null))),
    rowsToInsert(db, 'statuses', rows),
    ...linksToAdd(db, drafts),
    textsToIndex(db, rows),
    eventsToRecord(db, store, events),
  ];
}

/** In one order: of two nodes that are sent the same keys, none waits for the other crosswise. */
function keysOf(drafts: readonly Draft[]): KeyRow[] {
  return drafts
    .flatMap(({ row: { community_id, account_id, id: status_id }, key }) =>
      key === null ? [] : [{ community_id, account_id, key, status_id }],
    )
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

function rowsOf(drafts: readonly Draft[]): StatusRow[] {
  return drafts.map(({ row }) => row);
}
