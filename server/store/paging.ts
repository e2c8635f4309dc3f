import type { SelectQueryBuilder, StringReference } from 'kysely';

export const DEFAULT_PAGE = 20;
export const LARGEST_PAGE = 40;

/** Mastodon's page parameters: older than `maxId`, newer than `sinceId`, or the nearest newer than `minId`. */
export interface Page {
  readonly limit: number;
  readonly maxId?: string | undefined;
  readonly sinceId?: string | undefined;
  readonly minId?: string | undefined;
}

/** One page of any list that is in the order of an id, newest first. */
export async function readPage<DB, Tables extends keyof DB, Row>(
  list: SelectQueryBuilder<DB, Tables, Row>,
  id: StringReference<DB, Tables>,
  { limit, maxId, sinceId, minId }: Page,
): Promise<Row[]> {
  let query = list;
  if (maxId !== undefined) query = query.where(id, '<', maxId as never);
  if (minId !== undefined) query = query.where(id, '>', minId as never);
  else if (sinceId !== undefined) query = query.where(id, '>', sinceId as never);
  const rows = await query
    .orderBy(id, minId === undefined ? 'desc' : 'asc')
    .limit(limit)
    .execute();
  return minId === undefined ? rows : rows.reverse();
}
