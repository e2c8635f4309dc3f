import type { Kysely, Selectable } from 'kysely';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { hashOf } from '../auth/secrets';
import { isDuplicate } from './error-code';
import type { Schema } from './schema';
import { isoTime, type Store } from './store';

export type StatusRow = Selectable<Schema['statuses']>;
export type Visibility = StatusRow['visibility'];

export interface NewStatus {
  readonly accountId: string;
  readonly text: string;
  readonly language: string | null;
  readonly visibility: Visibility;
  readonly inReplyToId: string | null;
  readonly sensitive: boolean;
  readonly spoilerText: string;
}

/** `made`: new. `repeated`: the key, or the same text a moment ago, stands for this post. `gone`: it was deleted. */
export type Posted =
  | { readonly kind: 'made' | 'repeated'; readonly status: StatusRow }
  | { readonly kind: 'gone'; readonly id: string };

const SAME_POST_WITHIN_MS = MINUTE_MS;

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
    return await store.db.transaction().execute(async (trx) => {
      const earlier =
        key === null
          ? await equalPost(trx, store, status)
          : await postOfKey(trx, store, status.accountId, key);
      if (earlier !== undefined) return earlier;
      const row = toRow(store, status);
      await trx.insertInto('statuses').values(row).execute();
      if (key !== null) {
        const idempotency = {
          community_id: store.communityId,
          account_id: status.accountId,
          key,
          status_id: row.id,
        };
        await trx.insertInto('idempotency').values(idempotency).execute();
      }
      return { kind: 'made', status: row };
    });
  } catch (error) {
    // Another node was first with this key, or two posts drew one id: the key, or a new id, settles it.
    if (isDuplicate(error) && clashes < MOST_CLASHES) return postStatus(store, status, key, clashes + 1);
    throw error;
  }
}

function toRow(store: Store, status: NewStatus): StatusRow {
  return {
    community_id: store.communityId,
    id: store.newId(),
    account_id: status.accountId,
    text: status.text,
    text_hash: hashOf(status.text),
    language: status.language,
    visibility: status.visibility,
    in_reply_to_id: status.inReplyToId,
    sensitive: status.sensitive ? 1 : 0,
    spoiler_text: status.spoilerText,
    created_at: isoTime(store.clock()),
    deleted_at: null,
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
  if (kept === undefined) return undefined;
  const status = await trx
    .selectFrom('statuses')
    .selectAll()
    .where('community_id', '=', store.communityId)
    .where('id', '=', kept.status_id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return status === undefined ? { kind: 'gone', id: kept.status_id } : { kind: 'repeated', status };
}

/** Some apps repeat a failed post without its key: the same words to the same parent within a minute are that post. */
async function equalPost(trx: Kysely<Schema>, store: Store, status: NewStatus): Promise<Posted | undefined> {
  const rows = await trx
    .selectFrom('statuses')
    .selectAll()
    .where('community_id', '=', store.communityId)
    .where('account_id', '=', status.accountId)
    .where('text_hash', '=', hashOf(status.text))
    .where('created_at', '>', isoTime(store.clock() - SAME_POST_WITHIN_MS))
    .where('deleted_at', 'is', null)
    .execute();
  const equal = rows.find(
    (row) => row.in_reply_to_id === status.inReplyToId && row.visibility === status.visibility,
  );
  return equal === undefined ? undefined : { kind: 'repeated', status: equal };
}

/** The post, if this reader may see it: hidden and unknown posts look the same. */
export async function visibleStatus(
  store: Store,
  id: string,
  reader: string | null,
): Promise<StatusRow | undefined> {
  const row = await store.db
    .selectFrom('statuses')
    .selectAll()
    .where('community_id', '=', store.communityId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined && maySee(row, reader) ? row : undefined;
}

function maySee(row: StatusRow, reader: string | null): boolean {
  return row.account_id === reader || row.visibility === 'public' || row.visibility === 'unlisted';
}

/** Takes the words away; the row stays as the memory that its key was used. */
export async function deleteStatus(store: Store, id: string): Promise<void> {
  await store.db
    .updateTable('statuses')
    .set({ deleted_at: isoTime(store.clock()), text: '', text_hash: '', spoiler_text: '' })
    .where('community_id', '=', store.communityId)
    .where('id', '=', id)
    .execute();
}

/** The direct replies to a post that the reader may see, oldest first. */
export async function repliesTo(store: Store, id: string, reader: string): Promise<StatusRow[]> {
  const rows = await store.db
    .selectFrom('statuses')
    .selectAll()
    .where('community_id', '=', store.communityId)
    .where('in_reply_to_id', '=', id)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.filter((row) => maySee(row, reader));
}

/** Who wrote each of these posts, deleted ones too. */
export async function authorsOf(store: Store, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('statuses')
    .select(['id', 'account_id'])
    .where('community_id', '=', store.communityId)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, account_id }) => [id, account_id]));
}
