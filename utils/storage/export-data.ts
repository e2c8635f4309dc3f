import type { Table } from 'dexie';
import { DEFAULT_SETTINGS } from '@/utils/settings/settings';
import type { Database } from './database';
import { type Export, filedPicture } from './export-file';

/** Everything that a person wrote and chose, as JSON: drafts, posts with their pictures, receipts, settings, sites, recipes. Never a token. */
export async function exportData(db: Database, now: number): Promise<string> {
  const everything = await db.transaction('r', exportedTables(db), async (): Promise<Export> => {
    return {
      format: 'deelgenoot',
      version: 6,
      exportedAt: now,
      drafts: await db.drafts.toArray(),
      entries: await db.entries.toArray(),
      receipts: await db.receipts.toArray(),
      settings: (await db.settings.get(1)) ?? DEFAULT_SETTINGS,
      sites: await db.sites.toArray(),
      recipes: await db.recipes.toArray(),
      history: await db.history.toArray(),
      quarantine: await db.quarantine.toArray(),
      pictures: (await db.pictures.toArray()).map(filedPicture),
    };
  });
  return JSON.stringify(everything, null, 2);
}

/** The tables that a file holds: what is read for it, and what an import may write. */
export function exportedTables(db: Database): Table[] {
  return [
    db.drafts,
    db.entries,
    db.receipts,
    db.settings,
    db.sites,
    db.recipes,
    db.history,
    db.quarantine,
    db.pictures,
  ];
}

/** Removes everything, for good: posts, drafts, receipts, communities with their tokens, settings, sites. */
export async function wipe(db: Database): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    await Promise.all(db.tables.map((table) => table.clear()));
  });
}
