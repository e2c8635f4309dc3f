import type { Kysely } from 'kysely';
import { claimEqual } from './equal-posts';
import { isDuplicate } from './error-code';
import { recordEvent } from './events';
import { notify } from './notifications';
import type { Schema } from './schema';
import { indexStatus } from './search-index';
import { type StatusRow, standing, type Visibility } from './statuses';
import { inTransaction, isoTime, type Store } from './store';

export interface NewStatus {
  readonly accountId: string;
  readonly text: string;
  readonly language: string | null;
  readonly visibility: Visibility;
  readonly inReplyToId: string | null;
  readonly sensitive: boolean;
  readonly spoilerText: string;
  readonly placeId: string | null;
  /** Accounts that the text names; places are not among them. */
  readonly mentions: readonly string[];
  /** In lower case, without '#'. */
  readonly tags: readonly string[];
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
    return await inTransaction(store, (trx) => postWithin(trx, store, status, key));
  } catch (error) {
    // Another node was first with this key, or two posts drew one id: the key, or a new id, settles it.
    if (isDuplicate(error) && clashes < MOST_CLASHES) return postStatus(store, status, key, clashes + 1);
    throw error;
  }
}

async function postWithin(
  trx: Kysely<Schema>,
  store: Store,
  status: NewStatus,
  key: string | null,
): Promise<Posted> {
  const known = key === null ? undefined : await postOfKey(trx, store, status.accountId, key);
  if (known !== undefined) return known;
  const row = toRow(store, status);
  const equalId = await claimEqual(trx, store, row, key !== null);
  if (equalId !== undefined) return answerOf(trx, store, equalId);
  await trx.insertInto('statuses').values(row).execute();
  if (key !== null) {
    const { community_id, account_id, id: status_id } = row;
    await trx.insertInto('idempotency').values({ community_id, account_id, key, status_id }).execute();
  }
  await connect(trx, store, row, status);
  await indexStatus(trx, row);
  await recordEvent(trx, store, { kind: 'posted', status_id: row.id });
  return { kind: 'made', status: row };
}

function toRow(store: Store, status: NewStatus): StatusRow {
  return {
    community_id: store.communityId,
    id: store.newId(),
    account_id: status.accountId,
    text: status.text,
    language: status.language,
    visibility: status.visibility,
    in_reply_to_id: status.inReplyToId,
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

/** Names and tags, and whoever should hear: those who are named, the one who is answered, those who asked to be told. */
async function connect(
  trx: Kysely<Schema>,
  store: Store,
  { community_id, id: status_id, account_id: from, visibility, in_reply_to_id }: StatusRow,
  { mentions, tags }: NewStatus,
): Promise<void> {
  const named = [...new Set(mentions)].map((account_id) => ({ community_id, status_id, account_id }));
  if (named.length > 0) await trx.insertInto('mentions').values(named).execute();
  const tagged = [...new Set(tags)].map((tag) => ({ community_id, tag, status_id }));
  if (tagged.length > 0) await trx.insertInto('status_tags').values(tagged).execute();
  const answered = in_reply_to_id === null ? undefined : await authorOf(trx, store, in_reply_to_id);
  const hears = new Set(answered === undefined ? mentions : [answered, ...mentions]);
  for (const to of hears) await notify(trx, store, { to, from, type: 'mention', statusId: status_id });
  if (visibility === 'direct' || in_reply_to_id !== null) return;
  for (const to of await listenersOf(trx, store, from)) {
    if (!hears.has(to)) await notify(trx, store, { to, from, type: 'status', statusId: status_id });
  }
}

async function authorOf(trx: Kysely<Schema>, store: Store, id: string): Promise<string | undefined> {
  const row = await standing(store, trx)
    .select('statuses.account_id')
    .where('statuses.id', '=', id)
    .executeTakeFirst();
  return row?.account_id;
}

/** Followers who asked to be told of every post. */
async function listenersOf(trx: Kysely<Schema>, store: Store, accountId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('follows')
    .select('account_id')
    .where('community_id', '=', store.communityId)
    .where('target_id', '=', accountId)
    .where('state', '=', 'accepted')
    .where('notify', '=', 1)
    .execute();
  return rows.map(({ account_id }) => account_id);
}
