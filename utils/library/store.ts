import type { Dexie, Table } from 'dexie';
import type { Community } from '@/utils/community/community';
import type { Reach, Response, Shared } from './shelf';

/** The tables that the library works with, on whichever database holds them. */
export interface LibraryDatabase extends Pick<Dexie, 'transaction'> {
  readonly shared: Table<Shared, string>;
  readonly reaches: Table<Reach, string>;
  readonly responses: Table<Response, string>;
  readonly communities: Table<Community, string>;
}

/** More than these are never kept; the oldest go. */
export const MOST_SHARED = 20_000;

/** What a change of the shelf means to an index over it. */
export interface ShelfChange {
  /** New, or with another text. */
  readonly put: readonly Shared[];
  readonly gone: readonly string[];
}

/** What was read of one list: its practices, and from when to when (epoch ms) it says everything there is. */
export interface Page {
  readonly communityId: string;
  readonly source: Shared['source'];
  readonly placeId?: string | null;
  readonly rows: readonly Shared[];
  readonly span: { readonly after: number; readonly upTo: number } | null;
  /** Rows of which it says that they are no practices any more. */
  readonly gone?: readonly string[];
}

/** Replaces what the page says, within a transaction of the caller's over `shared`. */
export async function keepPage(db: LibraryDatabase, page: Page): Promise<ShelfChange> {
  const known = await db.shared.bulkGet(page.rows.map(({ id }) => id));
  const rows = page.rows.map((row, at) =>
    known[at]?.source === 'aloud' ? { ...row, source: 'aloud' as const } : row,
  );
  await db.shared.bulkPut(rows);
  const gone = [...(await vanished(db, page)), ...(await tooMany(db))];
  await db.shared.bulkDelete(gone);
  const put = rows.filter((row, at) => !isSameText(row, known[at]) && !gone.includes(row.id));
  return { put, gone };
}

/** Those that stood in this list and do not any more: removed, edited into something else, or closed to this person. */
async function vanished(
  db: LibraryDatabase,
  { communityId, source, placeId, rows, span, gone = [] }: Page,
): Promise<string[]> {
  if (span === null) return db.shared.where('id').anyOf(gone).primaryKeys();
  const present = new Set(rows.map(({ id }) => id));
  const within = db.shared.where('at').between(span.after, span.upTo, false, true);
  const missing = within.filter(
    (row) =>
      row.communityId === communityId &&
      row.source === source &&
      row.placeId === placeId &&
      !present.has(row.id),
  );
  return missing.primaryKeys();
}

async function tooMany(db: LibraryDatabase): Promise<string[]> {
  const more = (await db.shared.count()) - MOST_SHARED;
  return more <= 0 ? [] : db.shared.orderBy('at').limit(more).primaryKeys();
}

function isSameText(row: Shared, known: Shared | undefined): boolean {
  return known !== undefined && JSON.stringify(known.practice) === JSON.stringify(row.practice);
}

/** Nothing of a community that is not connected any more stays; gives what went. */
export function forgetCommunity(db: LibraryDatabase, communityId: string): Promise<ShelfChange> {
  return db.transaction('rw', [db.shared, db.reaches, db.responses], async () => {
    const gone = await db.shared.where({ communityId }).primaryKeys();
    await db.shared.bulkDelete(gone);
    await db.reaches.delete(communityId);
    await db.responses.where({ communityId }).delete();
    return { put: [], gone };
  });
}
