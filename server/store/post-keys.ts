import type { Kysely, Selectable } from 'kysely';
import type { AccountCounts } from './account-counts';
import { rowsToInsertOr, write } from './database/at-once';
import type { Schema } from './schema';
import { type StatusRow, standing } from './statuses';
import type { Store } from './store';

/**
 * `made`: new, and where it was counted on the way, what is counted of its author since. `repeated`: the key, or the same
 * text a moment ago, stands for this post. `gone`: it was deleted.
 */
export type Posted =
  | { readonly kind: 'made'; readonly status: StatusRow; readonly counts?: AccountCounts }
  | { readonly kind: 'repeated'; readonly status: StatusRow }
  | { readonly kind: 'gone'; readonly id: string };

export type KeyRow = Selectable<Schema['idempotency']>;

/**
 * Has keys, of which no two are equal, stand for posts that are being made; answers the ids of those whose key was new.
 */
export async function claimKeys(trx: Kysely<Schema>, rows: readonly KeyRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const claim = rowsToInsertOr(trx, 'claim keys', 'idempotency', rows, (insert) =>
    insert
      .onConflict((conflict) => conflict.columns(['community_id', 'account_id', 'key']).doNothing())
      .returning('status_id'),
  );
  const claimed = await write(trx, claim);
  return new Set(claimed.map(({ status_id }) => status_id));
}

/** What a key stands for; undefined where it stands for nothing. */
export async function postOfKey(
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
  return kept === undefined ? undefined : earlierPost(trx, store, kept.status_id);
}

/** The post that answers for another one. */
export async function earlierPost(trx: Kysely<Schema>, store: Store, id: string): Promise<Posted> {
  const status = await standing(store, trx)
    .selectAll('statuses')
    .where('statuses.id', '=', id)
    .executeTakeFirst();
  return status === undefined ? { kind: 'gone', id } : { kind: 'repeated', status };
}
