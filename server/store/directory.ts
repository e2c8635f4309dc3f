import type { Account } from './accounts';
import { accountsByIds } from './accounts';
import type { Store } from './store';

interface DirectoryPage {
  /** Whoever posted last first, or whoever came last. */
  readonly order: 'active' | 'new';
  readonly limit: number;
  readonly offset: number;
}

/** People and places, in pages. */
export async function readDirectory(
  store: Store,
  { order, limit, offset }: DirectoryPage,
): Promise<Account[]> {
  let query = store.db.selectFrom('accounts').select('id').where('community_id', '=', store.communityId);
  if (order === 'active') {
    query = query.orderBy(({ selectFrom, fn, val }) => {
      const newest = (column: 'account_id' | 'place_id') =>
        selectFrom('statuses')
          .select(({ fn: { max } }) => max('statuses.id').as('newest'))
          .where('statuses.community_id', '=', store.communityId)
          .where('statuses.deleted_at', 'is', null)
          .whereRef(`statuses.${column}`, '=', 'accounts.id');
      return fn.coalesce(newest('account_id'), newest('place_id'), val(''));
    }, 'desc');
  }
  const rows = await query.orderBy('accounts.id', 'desc').limit(limit).offset(offset).execute();
  const ids = rows.map(({ id }) => id);
  const accounts = await accountsByIds(store, ids);
  return ids.flatMap((id) => accounts.get(id) ?? []);
}
