import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { diskCodeOf } from '@/utils/outbox/disk';
import { createDraft } from '@/utils/outbox/drafts';
import { keptOnDisk } from '@/utils/outbox/store';
import { Database } from '@/utils/storage/database';
import { breakDisk } from '../support/broken-disk';
import { must, START } from '../support/outbox-world';
import { aPractice } from '../support/practices';

afterEach(() => vi.restoreAllMocks());

/** A person's disk with one draft on it, and how it is opened anew. */
async function aDisk() {
  const factory = new IDBFactory();
  const open = () => new Database({ indexedDB: factory, IDBKeyRange }, 'person');
  const first = open();
  must(await createDraft(first, { practice: aPractice(), activityId: null }, { clock: () => START }));
  first.close();
  return { factory, open };
}

const drafts = (db: Database) => keptOnDisk(() => db.drafts.count());

describe('a database that cannot be opened', () => {
  test('says so to everybody who asks, and is there again, with all its rows, once the disk is', async () => {
    const { factory, open } = await aDisk();
    const disk = breakDisk(factory);
    const db = open();
    const broken = { ok: false, error: { code: 'storage-broken' } };
    expect(await drafts(db)).toEqual(broken);
    const tries = disk.tries();
    for (let question = 0; question < 50; question += 1) expect(await drafts(db)).toEqual(broken);
    expect(disk.tries(), 'a hundred questions are no hundred tries').toBe(tries);
    disk.repair();
    await vi.waitFor(async () => expect(await drafts(db)).toEqual({ ok: true, value: 1 }), {
      timeout: 5_000,
    });
  });

  test('of a newer version is left exactly as it is', async () => {
    const { factory, open } = await aDisk();
    const newer = new Dexie('person', { indexedDB: factory, IDBKeyRange });
    newer.version(99).stores({ drafts: 'id, updatedAt', somethingNew: '++id' });
    await newer.table('somethingNew').add({ text: 'van morgen' });
    newer.close();
    const db = open();
    expect(await drafts(db)).toEqual({ ok: false, error: { code: 'storage-newer' } });
    const draft = { practice: aPractice(), activityId: null };
    expect(await createDraft(db, draft, { clock: () => START })).toEqual({
      ok: false,
      error: { code: 'storage-newer' },
    });
    const again = await new Dexie('person', { indexedDB: factory, IDBKeyRange }).open();
    expect(again.verno).toBe(99);
    expect(again.tables.map(({ name }) => name).sort()).toContain('somethingNew');
    expect(await again.table('drafts').count()).toBe(1);
    again.close();
  });

  test('lets go when a newer version wants to upgrade, and then says that it is newer', async () => {
    const { factory, open } = await aDisk();
    const db = open();
    expect(await drafts(db)).toEqual({ ok: true, value: 1 });
    const newer = new Dexie('person', { indexedDB: factory, IDBKeyRange });
    newer.version(99).stores({ drafts: 'id' });
    await newer.open(); // would never end if the old one kept it
    expect(await drafts(db)).toEqual({ ok: false, error: { code: 'storage-newer' } });
    newer.close();
  });

  test('because an older copy does not let go: people are told, and it goes on when that copy is gone', async () => {
    const old = new IDBFactory();
    const holding = await new Promise<IDBDatabase>((resolve) => {
      const request = old.open('person', 30);
      request.onupgradeneeded = () => request.result.createObjectStore('drafts', { keyPath: 'id' });
      request.onsuccess = () => resolve(request.result as never);
    });
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const db = new Database({ indexedDB: old, IDBKeyRange }, 'person');
    const asked = drafts(db);
    const told = db.patiently(asked).catch(diskCodeOf);
    await new Promise<void>((resolve) => db.on('blocked', () => resolve()));
    vi.runAllTimers();
    vi.useRealTimers();
    expect(await told).toBe('storage-broken');
    holding.close();
    expect(await asked).toEqual({ ok: true, value: 0 });
    expect(await db.patiently(drafts(db))).toEqual({ ok: true, value: 0 });
  });
});
