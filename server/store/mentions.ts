import type { Store } from './store';

export interface Mentioned {
  readonly id: string;
  readonly handle: string;
}

/** Whom each of these posts names, in the order in which they joined. */
export async function mentionsIn(store: Store, ids: readonly string[]): Promise<Map<string, Mentioned[]>> {
  const found = new Map<string, Mentioned[]>();
  if (ids.length === 0) return found;
  const rows = await store.db
    .selectFrom('mentions')
    .innerJoin('accounts', (join) =>
      join
        .onRef('accounts.community_id', '=', 'mentions.community_id')
        .onRef('accounts.id', '=', 'mentions.account_id'),
    )
    .select(['mentions.status_id', 'accounts.id', 'accounts.handle'])
    .where('mentions.community_id', '=', store.communityId)
    .where('mentions.status_id', 'in', [...ids])
    .execute();
  for (const { status_id, ...mentioned } of rows.sort(byId))
    found.set(status_id, [...(found.get(status_id) ?? []), mentioned]);
  return found;
}

function byId(one: Mentioned, other: Mentioned): number {
  return one.id < other.id ? -1 : 1;
}
