import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createDraft } from '@/utils/outbox/drafts';
import { DraftSchema, EntrySchema } from '@/utils/outbox/entry';
import { keptOnDisk } from '@/utils/outbox/store';
import { DEFAULT_SETTINGS, SettingsSchema, SiteSchema } from '@/utils/settings/settings';
import { Database } from '@/utils/storage/database';
import { inspect } from '@/utils/storage/inspect';
import { must, START, World } from '../support/outbox-world';
import { aPractice } from '../support/practices';

/** The tables as version 1 declared them, to the letter. */
const VERSION_1 = {
  drafts: 'id, updatedAt, activityId',
  entries: 'id, [communityId+state+dueAt], [state+dueAt], reason, createdAt',
  receipts: 'entryId, at, communityId',
  paces: 'communityId',
  quarantine: 'id',
  communities: 'id, origin',
  tokens: 'communityId',
  prompts: 'id, state, createdAt, [tabId+state]',
  settings: 'version',
  sites: 'origin',
};

const without = (row: object, ...names: string[]) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));

test('a database of version 1 goes on as version 5: every row is there, and can be corrected and added to', async () => {
  const world = await new World().connect();
  const sent = await world.send('Van vroeger');
  await world.deliver();
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  const old = new Dexie('person', options);
  old.version(1).stores(VERSION_1);
  const [entry] = await world.db.entries.toArray();
  const [receipt] = await world.db.receipts.toArray();
  await old.table('entries').add(without(entry ?? {}, 'corrects', 'answers'));
  await old.table('receipts').add(without(receipt ?? {}, 'corrects', 'withdrawnAt'));
  await old
    .table('communities')
    .bulkAdd([
      without(world.community, 'canEdit', 'canRemove', 'places'),
      { ...without(world.community, 'canEdit', 'canRemove', 'places'), id: 'foreign', keepsKeys: false },
    ]);
  await old
    .table('settings')
    .add(without(DEFAULT_SETTINGS, 'retentionDays', 'asking', 'perWeek', 'sensitive', 'forgotten'));
  await old
    .table('sites')
    .add({ origin: 'https://dms.example', recipeId: 'dokuwiki', addedAt: 1, named: 'person' });
  old.close();

  const db = new Database(options, 'person');
  expect(EntrySchema.parse(await db.entries.get(sent.id))).toEqual(entry);
  expect(await db.receipts.get(sent.id)).toEqual(receipt);
  expect(SettingsSchema.parse(await db.settings.get(1))).toEqual(DEFAULT_SETTINGS);
  expect(await db.communities.get('foreign')).toMatchObject({
    canEdit: false,
    canRemove: true,
    places: null,
  });

  expect(SiteSchema.parse(await db.sites.get('https://dms.example'))).toMatchObject({
    recipeId: 'dokuwiki',
    chosen: false,
    tries: false,
  });
  expect(await db.recipes.count()).toBe(0);

  Object.assign(world, { db });
  await world.connect();
  await world.correct(sent.id, 'Ook dit kan nog beter.');
  must(await world.deliver());
  expect(world.server.posts.map(({ edits }) => edits)).toEqual([1]);
  await world.answer(sent.id, 'En nog iets');
  must(await world.deliver());
  expect(world.server.posts.map(({ replyTo }) => replyTo)).toEqual([undefined, receipt?.postId]);
});

/** As version 3 declared those of the outbox. */
const OUTBOX_3 = {
  drafts: 'id, updatedAt, activityId, corrects.entryId',
  entries: 'id, [communityId+state+dueAt], [state+dueAt], reason, createdAt, corrects.entryId',
  receipts: 'entryId, at, communityId, corrects',
  paces: 'communityId',
  quarantine: 'id',
};

test('a database of version 3 goes on as version 5: what waits, waits, and a reply finds its place behind it', async () => {
  const world = await new World().connect();
  const waiting = await world.send('Wacht al even');
  const draft = must(await createDraft(world.db, { practice: aPractice(), activityId: null }, world));
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  const old = new Dexie('person', options);
  old.version(3).stores({ ...VERSION_1, ...OUTBOX_3, recipes: 'id' });
  await old.table('entries').add(without(waiting, 'answers'));
  await old.table('drafts').add(without(draft, 'answers'));
  old.close();

  const db = new Database(options, 'person');
  expect(EntrySchema.parse(await db.entries.get(waiting.id))).toEqual(waiting);
  expect(DraftSchema.parse(await db.drafts.get(draft.id))).toEqual(draft);
  Object.assign(world, { db });
  await world.connect();
  const reply = await world.answer(waiting.id, 'Komt erachter');
  must(await world.deliver());
  expect((await world.entry(reply.id)).state).toBe('delivered');
});

afterEach(() => vi.restoreAllMocks());

/** A database of version 1 with these rows. */
async function anOldDisk(rows: Readonly<Record<string, readonly object[]>>) {
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  const old = new Dexie('person', options);
  old.version(1).stores(VERSION_1);
  for (const [table, each] of Object.entries(rows)) await old.table(table).bulkAdd([...each]);
  old.close();
  return options;
}

describe('an upgrade', () => {
  const practice = { title: 'Oud', did: 'Zo.', why: '', tip: '', topics: [], link: null, language: 'nl' };
  const draft = {
    id: 'draft',
    reference: 'DG-ABCD-EFGH',
    practice,
    activityId: null,
    revision: 0,
    createdAt: 1,
    updatedAt: 1,
  };

  test('brings everything along where some rows are odd; those go aside afterwards', async () => {
    const odd = [
      { id: 'no-practice' },
      { id: 7, corrects: 'x' },
      { id: 'frozen', practice: Object.freeze(['y']) },
    ];
    const disk = await anOldDisk({
      drafts: [draft, ...odd],
      quarantine: [{ id: 'q', row: { text: 'ooit' }, at: 5 }],
    });
    const db = new Database(disk, 'person');
    expect(await db.drafts.count()).toBe(4);
    expect(await inspect(db, START)).toBe(3);
    expect(await db.drafts.toArray()).toEqual([{ ...draft, corrects: null, answers: null }]);
    const aside = await db.quarantine.orderBy('at').toArray();
    expect(aside[0]).toEqual({ id: 'q', row: { text: 'ooit' }, at: 5, table: 'entries', seen: 0 });
    expect(aside).toHaveLength(4);
  });

  test.each([
    ['QuotaExceededError', 'storage-full'],
    ['UnknownError', 'storage-broken'],
    ['DataError', 'storage-broken'],
  ])(
    'that the disk does not take (%s) leaves the old data whole, says so and succeeds later',
    async (name, code) => {
      const disk = await anOldDisk({ drafts: [draft] });
      const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
        throw new DOMException('no', name);
      });
      const db = new Database(disk, 'person');
      expect(await keptOnDisk(() => db.drafts.toArray())).toEqual({ ok: false, error: { code } });
      const old = await new Dexie('person', disk).open();
      expect([old.verno, await old.table('drafts').toArray()]).toEqual([1, [draft]]);
      old.close();
      put.mockRestore();
      const upgraded = { ok: true, value: [{ ...draft, corrects: null, answers: null }] };
      const read = () => keptOnDisk(() => db.drafts.toArray());
      await vi.waitFor(async () => expect(await read()).toEqual(upgraded), { timeout: 5_000 });
    },
  );
});
