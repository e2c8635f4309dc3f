import type { ExpressionBuilder, Kysely, Selectable } from 'kysely';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { hashOf } from '../auth/secrets';
import { rowsToInsertOr, type Write } from './database/at-once';
import type { Schema } from './schema';
import type { StatusRow } from './statuses';
import { isoTime, type Store } from './store';

type EqualRow = Selectable<Schema['equal_posts']>;

const SAME_POST_WITHIN_MS = MINUTE_MS;

/** What an author says, and to whom. */
type Said = Pick<StatusRow, 'in_reply_to_id' | 'place_id' | 'visibility' | 'spoiler_text' | 'text'>;

/** What makes two posts of an author equal. */
export function contentHash({ in_reply_to_id, place_id, visibility, spoiler_text, text }: Said): string {
  return hashOf(JSON.stringify([in_reply_to_id, place_id, visibility, spoiler_text, text]));
}

/** Makes posts, of which no two are equal, the newest with their words; to be written. */
export function equalToReplace(trx: Kysely<Schema>, posts: readonly StatusRow[]): Write[] {
  if (posts.length === 0) return [];
  const replace = rowsToInsertOr(trx, 'replace equal posts', 'equal_posts', rowsOf(posts), (insert) =>
    insert.onConflict((conflict) => conflict.columns(KEY).doUpdateSet(newer)),
  );
  return [replace];
}

/**
 * The same where an equal one of the last minute stands in a post's place: answers the id of that one for each post that
 * comes too late. One row for both decides, so that two tries at once are one post also on several nodes.
 */
export async function claimEqual(
  trx: Kysely<Schema>,
  store: Store,
  rows: readonly StatusRow[],
): Promise<Map<StatusRow, string>> {
  const earlier = new Map<StatusRow, string>();
  if (rows.length === 0) return earlier;
  const before = isoTime(store.clock() - SAME_POST_WITHIN_MS);
  const made = await trx
    .insertInto('equal_posts')
    .values(rowsOf(rows))
    .onConflict((conflict) =>
      conflict.columns(KEY).doUpdateSet(newer).where('equal_posts.created_at', '<=', before),
    )
    .returning('status_id')
    .execute();
  const claimed = new Set(made.map(({ status_id }) => status_id));
  for (const row of rows.filter(({ id }) => !claimed.has(id))) {
    const { status_id } = await trx
      .selectFrom('equal_posts')
      .select('status_id')
      .where('community_id', '=', row.community_id)
      .where('account_id', '=', row.account_id)
      .where('content_hash', '=', contentHash(row))
      .executeTakeFirstOrThrow();
    earlier.set(row, status_id);
  }
  return earlier;
}

const KEY = ['community_id', 'account_id', 'content_hash'] as const;

/** What is said anew stands in the place of what was said before. */
function newer({ ref }: ExpressionBuilder<Schema & { excluded: EqualRow }, 'equal_posts' | 'excluded'>) {
  return { status_id: ref('excluded.status_id'), created_at: ref('excluded.created_at') };
}

/** In the order of the key: of two nodes that claim the same, none waits for the other crosswise. */
function rowsOf(posts: readonly StatusRow[]): EqualRow[] {
  return posts
    .map((row) => ({
      community_id: row.community_id,
      account_id: row.account_id,
      content_hash: contentHash(row),
      status_id: row.id,
      created_at: row.created_at,
    }))
    .sort((one, other) => (one.content_hash < other.content_hash ? -1 : 1));
}

/** A post that was deleted, or says something else now, stands for nothing any more. */
export async function forgetEqual(trx: Kysely<Schema>, store: Store, row: StatusRow): Promise<void> {
  await trx
    .deleteFrom('equal_posts')
    .where('community_id', '=', store.communityId)
    .where('account_id', '=', row.account_id)
    .where('content_hash', '=', contentHash(row))
    .where('status_id', '=', row.id)
    .execute();
}
