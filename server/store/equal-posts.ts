import type { Kysely } from 'kysely';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { hashOf } from '../auth/secrets';
import type { Schema } from './schema';
import type { StatusRow } from './statuses';
import { isoTime, type Store } from './store';

const SAME_POST_WITHIN_MS = MINUTE_MS;

/** What an author says, and to whom. */
type Said = Pick<
  StatusRow,
  'in_reply_to_id' | 'place_id' | 'visibility' | 'spoiler_text' | 'text' | 'picture_ids'
>;

/** What makes two posts of an author equal. */
export function contentHash(said: Said): string {
  const { in_reply_to_id, place_id, visibility, spoiler_text, text, picture_ids } = said;
  const shown = picture_ids === null ? [] : [picture_ids];
  return hashOf(JSON.stringify([in_reply_to_id, place_id, visibility, spoiler_text, text, ...shown]));
}

/** Makes posts, of which no two are equal, the newest with their words; to be executed. */
export function equalToReplace(trx: Kysely<Schema>, rows: readonly StatusRow[]) {
  return rows.length === 0 ? [] : [toClaim(trx, rows, null)];
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
  const made = await toClaim(trx, rows, before).returning('status_id').execute();
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

/**
 * Makes all of them the newest, or those without an equal one that is newer than `before`. In the order of the key: of
 * two nodes that claim the same, none waits for the other crosswise.
 */
function toClaim(trx: Kysely<Schema>, posts: readonly StatusRow[], before: string | null) {
  const rows = posts.map((row) => ({
    community_id: row.community_id,
    account_id: row.account_id,
    content_hash: contentHash(row),
    status_id: row.id,
    created_at: row.created_at,
  }));
  return trx
    .insertInto('equal_posts')
    .values(rows.sort((one, other) => (one.content_hash < other.content_hash ? -1 : 1)))
    .onConflict((conflict) => {
      const update = conflict.columns(['community_id', 'account_id', 'content_hash']).doUpdateSet((eb) => ({
        status_id: eb.ref('excluded.status_id'),
        created_at: eb.ref('excluded.created_at'),
      }));
      return before === null ? update : update.where('equal_posts.created_at', '<=', before);
    });
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
