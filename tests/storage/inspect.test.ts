import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '@/utils/settings/settings';
import { exportData } from '@/utils/storage/export-data';
import { readExport } from '@/utils/storage/export-file';
import { importData } from '@/utils/storage/import-data';
import { inspect } from '@/utils/storage/inspect';
import { legible } from '@/utils/storage/legible';
import { ROWS } from '@/utils/storage/rows';
import { aDatabase, START, World } from '../support/outbox-world';
import { aPractice } from '../support/practices';

/** A world in which something of everything is sound, and something of everything is not. */
async function aDamagedWorld() {
  const world = await new World().connect();
  const { db } = world;
  const sound = await world.send('Goed');
  const odd = (row: object) => row as never;
  await db.entries.bulkAdd([
    odd({ id: 'zombie', state: 'zombie', practice: aPractice({ title: 'Ondood' }) }),
    odd({ ...sound, id: 'no-moment', createdAt: 'gisteren' }),
  ]);
  await db.drafts.bulkAdd([
    odd({ id: 'draft', practice: { title: 'Half', did: 'Nog te lezen.', extra: 1 }, updatedAt: null }),
    odd({ id: ['a', 1] }),
    odd({ id: new Date(0), practice: 'tekst' }),
  ]);
  await db.receipts.add(odd({ entryId: 'r', url: 'geen adres', title: 'Bewijs' }));
  await db.communities.add(odd({ id: 'c', name: 'Oude community' }));
  await db.sites.add(odd({ origin: 'javascript:alert(1)', addedAt: 1 }));
  await db.prompts.add(odd({ id: 'p', activity: 'iets', createdAt: START }));
  await db.recipes.add(odd({ id: 'r' }));
  return { world, db, sound };
}

describe('a look at everything', () => {
  test('leaves no table out', () => {
    const looked = [...Object.keys(ROWS), 'quarantine'].sort();
    expect(
      aDatabase()
        .tables.map(({ name }) => name)
        .sort(),
    ).toEqual(looked);
  });

  test('puts aside what our schemas do not know, and nothing else; a second look finds nothing', async () => {
    const { db, sound } = await aDamagedWorld();
    expect(await inspect(db, START)).toBe(10);
    expect((await db.entries.toArray()).map(({ id }) => id)).toEqual([sound.id]);
    expect(await db.communities.count()).toBe(1);
    for (const table of [db.drafts, db.receipts, db.sites, db.prompts, db.recipes])
      expect(await table.count(), table.name).toBe(0);
    const tables = (await db.quarantine.toArray()).map(({ table }) => table).sort();
    expect(tables).toEqual(
      [
        'communities',
        'drafts',
        'drafts',
        'drafts',
        'entries',
        'entries',
        'prompts',
        'receipts',
        'recipes',
      ].concat('sites'),
    );
    expect(await inspect(db, START)).toBe(0);
    expect(await db.quarantine.where({ seen: 0 }).count()).toBe(10);
  });

  test('lets everything else be delivered', async () => {
    const { world, db, sound } = await aDamagedWorld();
    await inspect(db, START);
    await world.deliver();
    expect((await world.entry(sound.id)).state).toBe('delivered');
  });

  test('keeps of settings what can be read: a "never" stays for ever', async () => {
    const { db } = await new World().connect();
    const never = [{ site: 'https://wiki.example', verb: null }, 'onzin'];
    const settings = { ...DEFAULT_SETTINGS, never, pausedUntil: 'altijd', language: 'fr', extra: true };
    await db.settings.put(settings as never);
    expect(await inspect(db, START)).toBe(1);
    expect(await db.settings.toArray()).toEqual([
      { ...DEFAULT_SETTINGS, language: 'fr', never: [{ site: 'https://wiki.example', verb: null }] },
    ]);
  });

  test('and every page that is marked as sensitive stays marked, however many there are', async () => {
    const db = aDatabase();
    const marks = Array.from({ length: 1_001 }, (_, index) => ({
      site: 'https://wiki.example',
      path: `/${index}`,
    }));
    await db.settings.put({ ...DEFAULT_SETTINGS, sensitive: marks });
    await inspect(db, START);
    expect((await db.settings.get(1))?.sensitive).toEqual(marks);
    expect(readExport(await exportData(db, START)).ok).toBe(true);
    await db.settings.put({ ...DEFAULT_SETTINGS, sensitive: [...marks, { site: 'x', path: 'odd' }] });
    await inspect(db, START);
    expect((await db.settings.get(1))?.sensitive).toEqual(marks);
  });

  test('throws away what nobody wrote: a pace, and a token, which must never end in a file', async () => {
    const { db } = await new World().connect();
    await db.paces.put({ communityId: 'x', until: 'nooit' } as never);
    await db.tokens.put({ communityId: 'x', token: 'geheim' } as never);
    expect(await inspect(db, START)).toBe(0);
    expect([await db.paces.count(), await db.tokens.count()]).toEqual([0, 1]);
    expect(await exportData(db, START)).not.toContain('geheim');
  });

  test('goes through more rows than one page holds', async () => {
    const { db } = await new World().connect();
    const rows = Array.from({ length: 451 }, (_, index) => ({ id: `odd-${index}` }));
    await db.drafts.bulkAdd(rows as never);
    expect(await inspect(db, START)).toBe(451);
    expect([await db.drafts.count(), await db.quarantine.count()]).toEqual([0, 451]);
  });
});

test('what was put aside goes along in an export, and comes back put aside, once', async () => {
  const { db } = await aDamagedWorld();
  await inspect(db, START);
  const json = await exportData(db, START);
  const other = aDatabase();
  expect((await importData(other, json)).ok).toBe(true);
  expect((await importData(other, json)).ok).toBe(true);
  expect(await other.quarantine.count()).toBe(10);
  expect(await other.entries.count(), 'a row in a file that was put aside is never sent').toBe(1);
});

test('a file of version 3 with rows that were put aside is read', async () => {
  const { db } = await new World().connect();
  const file = JSON.parse(await exportData(db, START));
  const quarantine = [{ id: 'old', row: { text: 'Vroeger' }, at: 1 }];
  const other = aDatabase();
  expect((await importData(other, JSON.stringify({ ...file, version: 3, quarantine }))).ok).toBe(true);
  expect(await other.quarantine.toArray()).toEqual([
    { id: 'old', table: 'entries', row: { text: 'Vroeger' }, at: 1, seen: 0 },
  ]);
});

describe('what can still be read of a row', () => {
  test.each([
    [{ practice: aPractice({ title: 'Titel', did: 'Gedaan' }), text: 7 }, 'Titel', 'Gedaan'],
    [{ text: 'Titel\n\nGedaan', practice: { did: 'Gedaan' } }, '', 'Titel\n\nGedaan'],
    [{ practice: { topics: ['a', 'b'], title: ['x'] } }, 'x', 'a\n\nb'],
    ['tekst', '', ''],
    [null, '', ''],
    [{ deep: { deep: { deep: { deep: { deep: { deep: { deep: { title: 'te diep' } } } } } } } }, '', ''],
  ])('%j', (row, title, text) => {
    const read = legible(row);
    expect(read.title).toBe(title);
    expect(read.text).toContain(text);
  });
});
