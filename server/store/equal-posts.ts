import type { Kysely } from 'kysely';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { hashOf } from '../auth/secrets';
import type { Schema } from './schema';
import type { StatusRow } from './statuses';
import { isoTime, type Store } from './store';

const SAME_POST_WITHIN_MS = MINUTE_MS;

/** What makes two posts of an author equal. */
function contentHash(row: StatusRow): string {
  const { in_reply_to_id, place_id, visibility, spoiler_text, text } = row;
  return hashOf(JSON.stringify([in_reply_to_id, place_id, visibility, spoiler_text, text]));
}

/**
 * Makes a post the newest with its words. Without a key, an equal one of the last minute stands in its place, and its id
 * is answered; one row for both decides, so that two tries at once are one post also on several nodes.
 */
export async function claimEqual(
  trx: Kysely<Schema>,
  store: Store,
  row: StatusRow,
  hasKey: boolean,
): Promise<string | undefined> {
  const { community_id, account_id, id, created_at } = row;
  const content_hash = contentHash(row);
  const before = isoTime(store.clock() - SAME_POST_WITHIN_MS);
  const claimed = await trx
    .insertInto('equal_posts')
    .values({ community_id, account_id, content_hash, status_id: id, created_at })
    .onConflict((conflict) => {
      const update = conflict
        .columns(['community_id', 'account_id', 'content_hash'])
        .doUpdateSet({ status_id: id, created_at });
      return hasKey ? update : update.where('equal_posts.created_at', '<=', before);
    })
    .returning('status_id')
    .executeTakeFirst();
  if (claimed !== undefined) return undefined;
  const earlier = await trx
    .selectFrom('equal_posts')
    .select('status_id')
    .where('community_id', '=', community_id)
    .where('account_id', '=', account_id)
    .where('content_hash', '=', content_hash)
    .executeTakeFirstOrThrow();
  return earlier.status_id;
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
