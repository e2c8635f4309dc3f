import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely';
import type { Account } from './accounts';
import type { Schema } from './schema';
import type { Store } from './store';

/** Whether somebody says who joins a place: whoever made it does, and every coordinator. */
export function isKeeper(account: Account, place: Account): boolean {
  if (place.place === null) return false;
  return account.role === 'coordinator' || place.place.createdBy === account.id;
}

/** The ids of all who keep a place. */
export async function keeperIds(trx: Kysely<Schema>, store: Store, place: Account): Promise<string[]> {
  const rows = await trx
    .selectFrom('accounts')
    .select('id')
    .where('community_id', '=', store.communityId)
    .where((eb) => eb.or([eb('role', '=', 'coordinator'), eb('id', '=', place.place?.createdBy ?? '')]))
    .execute();
  return rows.map(({ id }) => id);
}

/** Which places somebody keeps, in a query. */
export function keptBy(account: Account) {
  return (eb: ExpressionBuilder<Schema, 'places'>): Expression<SqlBool> =>
    account.role === 'coordinator' ? eb.lit(true) : eb('places.created_by', '=', account.id);
}
