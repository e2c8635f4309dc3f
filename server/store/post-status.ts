import type { Kysely } from 'kysely';
import { claimEqual } from './equal-posts';
import { isDuplicate } from './error-code';
import { recordEvent } from './events';
import { countPost } from './post-counts';
import { linkPost, type PostLinks } from './post-links';
import type { Schema } from './schema';
import { indexStatus } from './search-index';
import { type StatusRow, standing, type Visibility } from './statuses';
import { inTransaction, isoTime, type Store } from './store';

export interface NewStatus extends PostLinks {
  readonly accountId: string;
  readonly text: string;
  readonly language: string | null;
  readonly visibility: Visibility;
  readonly inReplyToId: string | null;
  readonly sensitive: boolean;
  readonly spoilerText: string;
  readonly placeId: string | null;
}

/** `made`: new. `repeated`: the key, or the same text a moment ago, stands for this post. `gone`: it was deleted. */
export type Posted =
  | { readonly kind: 'made' | 'repeated'; readonly status: StatusRow }
  | { readonly kind: 'gone'; readonly id: string };

/** What a key stands for already; undefined where it is new. */
export async function postedWithKey(
  store: Store,
  accountId: string,
  key: string,
): Promise<Posted | undefined> {
  return postOfKey(store.db, store, accountId, key);
}

const MOST_CLASHES = 5;

/** Posts once. The key's row is written in the post's own transaction and is never deleted. */
export async function postStatus(
  store: Store,
  status: NewStatus,
  key: string | null,
  clashes = 0,
): Promise<Posted> {
  try {
    const isFirstTry = clashes === 0;
    return await inTransaction(store, (trx) => postWithin(trx, store, status, { key, isFirstTry }));
  } catch (error) {
    // Another node was first with this key, or two posts drew one id: the key, or a new id, settles it.
    if (isDuplicate(error) && clashes < MOST_CLASHES) return postStatus(store, status, key, clashes + 1);
    throw error;
  }
}

/** The first try does not look whether the key is known: nearly always it is new, and its row tells if it is not. */
async function postWithin(
  trx: Kysely<Schema>,
  store: Store,
  status: NewStatus,
  { key, isFirstTry }: { readonly key: string | null; readonly isFirstTry: boolean },
): Promise<Posted> {
  const known = key === null || isFirstTry ? undefined : await postOfKey(trx, store, status.accountId, key);
  if (known !== undefined) return known;
  const row = toRow(store, status, await threadOf(trx, store, status.inReplyToId));
  const equalId = await claimEqual(trx, store, row, key !== null);
  if (equalId !== undefined) return answerOf(trx, store, equalId);
  await trx.insertInto('statuses').values(row).execute();
  if (key !== null) {
    const { community_id, account_id, id: status_id } = row;
    await trx.insertInto('idempotency').values({ community_id, account_id, key, status_id }).execute();
  }
  await linkPost(trx, store, row, status);
  await indexStatus(trx, row);
  await recordEvent(trx, store, { kind: 'posted', status_id: row.id });
  await countPost(trx, row);
  return { kind: 'made', status: row };
}

/** The conversation that an answer joins: that of the post that it answers, also where that was deleted since. */
async function threadOf(trx: Kysely<Schema>, store: Store, parent: string | null): Promise<string | null> {
  if (parent === null) return null;
  const row = await trx
    .selectFrom('statuses')
    .select('thread_id')
    .where('community_id', '=', store.communityId)
    .where('id', '=', parent)
    .executeTakeFirst();
  return row?.thread_id ?? parent;
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
  };
}

async function postOfKey(
  trx: Kysely<Schema>,
  store: Store,
  accountId: string,
  key: string,
): Promise<Posted | undefined> {
  const kept = await trx
    .selectFrom('idempotency')
    .select('status_id')
    .where('community_id', '=', store.communityId)
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .executeTakeFirst();
  return kept === undefined ? undefined : answerOf(trx, store, kept.status_id);
}

async function answerOf(trx: Kysely<Schema>, store: Store, id: string): Promise<Posted> {
  const status = await standing(store, trx)
    .selectAll('statuses')
    .where('statuses.id', '=', id)
    .executeTakeFirst();
  return status === undefined ? { kind: 'gone', id } : { kind: 'repeated', status };
}
