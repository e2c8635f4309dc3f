import type { Kysely, Selectable } from 'kysely';
import type { Schema } from './schema';
import { inTransaction, isoTime, type Store } from './store';

export const MARKED = ['home', 'notifications'] as const;
export type Marked = (typeof MARKED)[number];

export type MarkerRow = Selectable<Schema['markers']>;

/** How far a member has read each timeline; timelines without a mark are not in it. */
export async function readMarkers(store: Store, accountId: string): Promise<MarkerRow[]> {
  return store.db
    .selectFrom('markers')
    .selectAll()
    .where('community_id', '=', store.communityId)
    .where('account_id', '=', accountId)
    .execute();
}

/** Sets all these marks together; each write counts one version further. */
export async function setMarkers(
  store: Store,
  accountId: string,
  marks: Readonly<Partial<Record<Marked, string>>>,
): Promise<void> {
  await inTransaction(store, async (trx) => {
    for (const timeline of MARKED) {
      const lastReadId = marks[timeline];
      if (lastReadId !== undefined) await setMarker(trx, store, { accountId, timeline, lastReadId });
    }
  });
}

async function setMarker(
  trx: Kysely<Schema>,
  store: Store,
  { accountId, timeline, lastReadId }: { accountId: string; timeline: Marked; lastReadId: string },
): Promise<void> {
  const moved = { last_read_id: lastReadId, updated_at: isoTime(store.clock()) };
  await trx
    .insertInto('markers')
    .values({ community_id: store.communityId, account_id: accountId, timeline, version: 1, ...moved })
    .onConflict((conflict) =>
      conflict
        .columns(['community_id', 'account_id', 'timeline'])
        .doUpdateSet((eb) => ({ ...moved, version: eb('markers.version', '+', 1) })),
    )
    .execute();
}
