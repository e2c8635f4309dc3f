import { describe, expect, test } from 'vitest';
import { DAY_MS } from '@/utils/kernel/clock';
import { createDraft } from '@/utils/outbox/drafts';
import { retry } from '@/utils/outbox/entries';
import { pruneTexts } from '@/utils/outbox/prune';
import { DEFAULT_SETTINGS } from '@/utils/settings/settings';
import { exportData, wipe } from '@/utils/storage/export-data';
import { importData } from '@/utils/storage/import-data';
import { TOKEN } from '../support/fake-community';
import { aDatabase, must, START, World } from '../support/outbox-world';
import { aPractice } from '../support/practices';

/** Somebody with a draft, a delivered post, one that waits, a site and choices of their own. */
async function aPerson() {
  const world = await new World().connect();
  await world.send('Bezorgd');
  await world.deliver();
  const waiting = await world.send('Wacht');
  const draft = must(await createDraft(world.db, { practice: aPractice(), activityId: null }, world));
  await world.db.sites.add({
    origin: 'https://dms.example',
    recipeId: null,
    chosen: false,
    tries: false,
    addedAt: START,
    named: 'person',
  });
  const never = [{ site: 'https://dms.example', verb: null }];
  const charter = [{ kind: 'chat' as const, channel: 'Teams' }];
  await world.db.settings.put({ ...DEFAULT_SETTINGS, never, pausedUntil: START + 1, charter });
  return { world, waiting, draft, json: await exportData(world.db, START) };
}

describe('an export', () => {
  test('holds everything that was written and chosen, and no token', async () => {
    const { json } = await aPerson();
    const file = JSON.parse(json);
    expect([file.drafts.length, file.entries.length, file.receipts.length, file.sites.length]).toEqual([
      1, 2, 1, 1,
    ]);
    expect(json).not.toContain(TOKEN);
  });

  test('read on another machine gives all of it back, and the same again adds nothing', async () => {
    const { json } = await aPerson();
    const db = aDatabase();
    expect(await importData(db, json)).toEqual({ ok: true, value: { drafts: 1, entries: 2, receipts: 1 } });
    expect(await importData(db, json)).toEqual({ ok: true, value: { drafts: 0, entries: 0, receipts: 0 } });
    expect(await db.settings.get(1)).toMatchObject({ never: [{ verb: null }], pausedUntil: START + 1 });
    expect(await db.settings.get(1)).toMatchObject({ charter: [{ kind: 'chat', channel: 'Teams' }] });
    expect(await db.sites.count()).toBe(1);
  });
});

const without = (row: object, ...names: string[]) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));

test('a file of version 1 is read as if it had been written today', async () => {
  const { json } = await aPerson();
  const file = JSON.parse(json);
  const old = {
    ...without(file, 'recipes'),
    version: 1,
    sites: file.sites.map((row: object) => without(row, 'chosen', 'tries')),
    drafts: file.drafts.map((row: object) => without(row, 'corrects', 'answers')),
    entries: file.entries.map((row: object) => without(row, 'corrects', 'answers')),
    receipts: file.receipts.map((row: object) => without(row, 'corrects', 'withdrawnAt')),
    settings: without(file.settings, 'retentionDays'),
  };
  const db = aDatabase();
  expect(await importData(db, JSON.stringify(old))).toMatchObject({ ok: true, value: { entries: 2 } });
  expect((await db.receipts.toArray())[0]).toMatchObject({ corrects: null, withdrawnAt: null });
  expect((await db.entries.toArray()).map(({ corrects }) => corrects)).toEqual([null, null]);
  expect(await db.settings.get(1)).toMatchObject({ retentionDays: null });
  expect(await db.sites.toArray()).toMatchObject([{ chosen: false, tries: false }]);
});

describe('what was pruned', () => {
  async function pruned() {
    const { world, json } = await aPerson();
    world.pass(30 * DAY_MS);
    must(await pruneTexts(world.db, 30, world.clock));
    return { world, full: json, bare: await exportData(world.db, world.now) };
  }

  test('leaves in a file its receipt, without a title', async () => {
    const { bare } = await pruned();
    expect(bare).not.toContain('Bezorgd');
    const db = aDatabase();
    expect(await importData(db, bare)).toEqual({ ok: true, value: { drafts: 1, entries: 1, receipts: 1 } });
    expect((await db.receipts.toArray())[0]).toMatchObject({ title: '' });
  });

  test('and comes back from an older file goes again', async () => {
    const { world, full } = await pruned();
    expect(must(await importData(world.db, full)).entries).toBe(1);
    expect(must(await pruneTexts(world.db, 30, world.clock))).toBe(1);
    expect(await exportData(world.db, world.now)).not.toContain('Bezorgd');
  });
});

test('a correction in a file whose id is taken here keeps the reference of its post', async () => {
  const { world, json } = await aPerson();
  const file = JSON.parse(json);
  const [receipt] = await world.db.receipts.toArray();
  const { entryId = '', postId = '', communityId = '', reference = '' } = receipt ?? {};
  const corrects = { entryId, postId, communityId, placeId: null, audience: 'members' };
  const [draft] = file.drafts;
  const other = { ...draft, corrects, reference, practice: aPractice({ did: 'Anders.' }) };
  must(await importData(world.db, JSON.stringify({ ...file, drafts: [other] })));
  const kept = (await world.db.drafts.toArray()).filter((one) => one.corrects !== null);
  expect(kept).toMatchObject([{ reference, practice: { did: 'Anders.' } }]);
  expect(kept[0]?.id).not.toBe(draft.id);
});

describe('an import', () => {
  test('sends nothing by itself; sent on, a post that had arrived meanwhile is not doubled', async () => {
    const { world, waiting, json } = await aPerson();
    await world.deliver();
    expect(world.server.posts).toHaveLength(2);
    const other = new World();
    Object.assign(other, { server: world.server });
    await other.connect();
    must(await importData(other.db, json));
    await other.deliver();
    expect(await other.entry(waiting.id)).toMatchObject({ state: 'parked', reason: 'imported' });
    must(await retry(other.db, waiting.id, other.clock));
    await other.deliver();
    expect((await other.entry(waiting.id)).state).toBe('delivered');
    expect(world.server.posts).toHaveLength(2);
  });

  test('keeps what is here, and a draft that differs beside it', async () => {
    const { world, draft, json } = await aPerson();
    await world.db.drafts.update(draft.id, { practice: aPractice({ did: 'Nieuwer' }) });
    expect(must(await importData(world.db, json))).toEqual({ drafts: 1, entries: 0, receipts: 0 });
    const drafts = await world.db.drafts.toArray();
    expect(drafts.map(({ practice }) => practice.did).sort()).toEqual([
      'Ik heb de mappen per zaak geordend.',
      'Nieuwer',
    ]);
    expect(new Set(drafts.map(({ reference }) => reference)).size).toBe(2);
  });

  test('does not bring back a draft that was sent, nor a post that was delivered, since', async () => {
    const { world, waiting, json } = await aPerson();
    await world.deliver();
    await world.db.entries.delete(waiting.id);
    expect(must(await importData(world.db, json))).toEqual({ drafts: 0, entries: 0, receipts: 0 });
  });

  test.each<[string, (file: Record<string, unknown>) => unknown, string]>([
    ['is no JSON', () => 'tekst', 'json'],
    ['is of another program', () => ({ hello: 1 }), 'format'],
    ['is of a later version', (file) => ({ ...file, version: 7 }), 'version'],
    ['holds something else', (file) => ({ ...file, tokens: [] }), 'json'],
    ['has a broken draft', (file) => ({ ...file, drafts: [{ id: 1 }] }), 'drafts.0.id'],
    [
      'has a site that is none',
      (file) => ({ ...file, sites: [{ ...site, origin: 'file:///x' }] }),
      'sites.0.origin',
    ],
    [
      'has a link that runs',
      (file) => ({ ...file, receipts: [{ ...(file.receipts as object[])[0], url: 'javascript:alert(1)' }] }),
      'receipts.0.url',
    ],
  ])('of a file that %s changes nothing and names the field', async (_what, change, detail) => {
    const { json } = await aPerson();
    const changed = change(JSON.parse(json));
    const db = aDatabase();
    const imported = await importData(db, typeof changed === 'string' ? changed : JSON.stringify(changed));
    expect(imported).toEqual({ ok: false, error: { code: 'import-unreadable', detail } });
    expect(await db.drafts.count()).toBe(0);
  });
});

const site = {
  origin: 'https://dms.example',
  recipeId: null,
  chosen: false,
  tries: false,
  addedAt: START,
  named: 'person',
};

test('a wipe leaves nothing, tokens least of all', async () => {
  const { world } = await aPerson();
  await wipe(world.db);
  const counts = await Promise.all(world.db.tables.map((table) => table.count()));
  expect(counts.every((count) => count === 0)).toBe(true);
});
