import { type Result, succeed } from '@/utils/kernel/result';
import { apart, type Draft, type Entry } from '@/utils/outbox/entry';
import type { Practice } from '@/utils/practice/practice';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/settings/settings';
import type { Database } from './database';
import { exportedTables } from './export-data';
import { type ImportProblem, readExport, storedPicture } from './export-file';

/** How many rows were new. */
export interface Imported {
  readonly drafts: number;
  readonly entries: number;
  readonly receipts: number;
}

/**
 * Adds what a file holds to what is here, all or nothing; the same file twice adds nothing. What is here stays, and a
 * text that differs is kept beside it. Nothing in a file leaves by itself: posts that were not delivered are parked
 * until the person sends them on.
 */
export async function importData(db: Database, json: string): Promise<Result<Imported, ImportProblem>> {
  const parsed = readExport(json);
  if (!parsed.ok) return parsed;
  const file = parsed.value;
  return db.transaction('rw', exportedTables(db), async () => {
    const receipts = await addNew(db.receipts, file.receipts, ({ entryId }) => entryId);
    const entries = await addNew(db.entries, await sendable(db, file.entries), ({ id }) => id);
    const drafts = await addNew(db.drafts, await unknownDrafts(db, file.drafts), ({ id }) => id);
    await addNew(db.sites, file.sites, ({ origin }) => origin);
    await addNew(db.recipes, file.recipes, ({ id }) => id);
    await addNew(db.history, file.history, ({ id }) => id);
    const pictures = file.pictures.flatMap((picture) => storedPicture(picture) ?? []);
    await addNew(db.pictures, pictures, ({ id }) => id);
    await addNew(db.quarantine, file.quarantine, ({ id }) => id);
    await db.settings.put(merged((await db.settings.get(1)) ?? DEFAULT_SETTINGS, file.settings));
    return succeed({ drafts, entries, receipts });
  });
}

interface Keyed<Row> {
  bulkGet(keys: string[]): PromiseLike<(Row | undefined)[]>;
  bulkAdd(rows: readonly Row[]): PromiseLike<unknown>;
}

async function addNew<Row>(
  table: Keyed<Row>,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Promise<number> {
  const unique = [...new Map(rows.map((row) => [keyOf(row), row])).values()];
  const here = await table.bulkGet(unique.map(keyOf));
  const fresh = unique.filter((_row, index) => here[index] === undefined);
  await table.bulkAdd(fresh);
  return fresh.length;
}

/** Entries of the file without those of which a receipt or a draft is here: they went, or were taken back, since. */
async function sendable(db: Database, entries: readonly Entry[]): Promise<Entry[]> {
  const ids = entries.map(({ id }) => id);
  const receipts = await db.receipts.bulkGet(ids);
  const drafts = await db.drafts.bulkGet(ids);
  return entries
    .filter(({ state }, index) => state === 'delivered' || receipts[index] === undefined)
    .filter(({ id }) => !drafts.some((draft) => draft?.id === id))
    .map(asImported);
}

/** It may have been delivered since the file was made, and the file may be anybody's: the person decides. */
function asImported(entry: Entry): Entry {
  if (entry.state === 'delivered') return entry;
  const firstTriedAt = entry.firstTriedAt ?? entry.createdAt;
  return { ...entry, state: 'parked', reason: 'imported', detail: null, firstTriedAt, leasedUntil: 0 };
}

/** Drafts of the file whose text is not here; where their id is taken by other text, with an id of their own. */
async function unknownDrafts(db: Database, drafts: readonly Draft[]): Promise<Draft[]> {
  const ids = drafts.map(({ id }) => id);
  const here = [...(await db.drafts.toArray()), ...(await db.entries.bulkGet(ids))].filter(
    (one) => one !== undefined,
  );
  const texts = new Set(here.map(({ practice }) => textOf(practice)));
  const taken = new Set(here.map(({ id }) => id));
  return drafts
    .filter(({ practice }) => !texts.has(textOf(practice)))
    .map((draft) => (taken.has(draft.id) ? apart(draft) : draft));
}

function textOf({ title, did, why, tip, topics, link, language, kind, pictures = [] }: Practice): string {
  const shown = pictures.map(({ id, description }) => [id, description]);
  return JSON.stringify([title, did, why, tip, topics, link, language, kind ?? null, shown]);
}

/** What holds the product back always wins: every "never", every mark, the longer pause, the lower cap. */
function merged(mine: Settings, theirs: Settings): Settings {
  const known = new Set(mine.never.map(({ site, verb }) => `${verb} ${site}`));
  const marked = new Set(mine.sensitive.map(({ site, path }) => `${site} ${path}`));
  const pauses = [mine.pausedUntil, theirs.pausedUntil].filter((until) => until !== null);
  return {
    ...mine,
    never: [...mine.never, ...theirs.never.filter(({ site, verb }) => !known.has(`${verb} ${site}`))],
    language: mine.language ?? theirs.language,
    pausedUntil: pauses.length === 0 ? null : Math.max(...pauses),
    welcomed: mine.welcomed || theirs.welcomed,
    asking: mine.asking ?? theirs.asking,
    perWeek: mine.perWeek < theirs.perWeek ? mine.perWeek : theirs.perWeek,
    charter: mine.charter ?? theirs.charter,
    sensitive: [
      ...mine.sensitive,
      ...theirs.sensitive.filter(({ site, path }) => !marked.has(`${site} ${path}`)),
    ],
  };
}
