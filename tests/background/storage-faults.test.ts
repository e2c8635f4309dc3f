import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { updateBadge } from '@/entrypoints/background/badge';
import { heal, noteRefusal } from '@/entrypoints/background/heal';
import { inspectOnce } from '@/entrypoints/background/inspection';
import { forgetLoss, lostAt, watchLoss } from '@/entrypoints/background/loss';
import { type Delivery, scheduleSync } from '@/entrypoints/background/schedule-sync';
import { createServices } from '@/entrypoints/background/services';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { CATALOGUES } from '@/utils/language/catalogues';
import { LANGUAGES } from '@/utils/language/languages';
import type { MessageName } from '@/utils/messaging/contract';
import { Database } from '@/utils/storage/database';
import { aBackground, popup } from '../support/background-world';
import { breakDisk } from '../support/broken-disk';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A background whose database cannot be opened, because of this. */
function withDisk(error: string) {
  const factory = new IDBFactory();
  breakDisk(factory, error);
  return aBackground(factory);
}

describe('a disk that gives nothing', () => {
  const readings: readonly [MessageName, object][] = [
    ['overview:read', {}],
    ['settings:read', {}],
    ['draft:new', {}],
    ['draft:open', { draftId: 'any' }],
    ['aside:show', {}],
    ['data:export', {}],
    ['data:wipe', {}],
  ];
  test.each(readings)('is said as what it is to whoever asks %s', async (name, request) => {
    for (const [error, code] of [
      ['UnknownError', 'storage-broken'],
      ['QuotaExceededError', 'storage-full'],
      ['VersionError', 'storage-newer'],
    ] as const)
      expect(await withDisk(error).ask(name, request, popup)).toEqual({ ok: false, error: { code } });
  });

  test("is told of in the person's own language", async () => {
    vi.stubGlobal('fetch', async (url: string) => ({
      json: async () => CATALOGUES[LANGUAGES.find((language) => url.endsWith(`/${language}.json`)) ?? 'nl'],
    }));
    const first = createServices();
    await first.changeSettings({ language: 'fr' });
    expect((await first.words()).language).toBe('fr');
    first.db.close();
    const disk = breakDisk(indexedDB as never);
    const { language, t } = await createServices().words();
    disk.repair();
    vi.unstubAllGlobals();
    expect([language, t('errors.storage-broken')]).toEqual(['fr', CATALOGUES.fr.errors['storage-broken']]);
  });

  test('shows on the badge that it needs the person, and no more once it works again', async () => {
    const text = vi.spyOn(fakeBrowser.action, 'setBadgeText');
    await updateBadge(withDisk('UnknownError').services);
    expect(text).toHaveBeenLastCalledWith({ text: '!' });
    await updateBadge(aBackground().services);
    expect(text).toHaveBeenLastCalledWith({ text: '' });
  });

  test('is in the diagnosis, for the helpdesk', async () => {
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
    const answer = await withDisk('UnknownError').ask('diagnosis:read', {}, popup);
    expect(answer.ok && answer.value.text).toContain('storage storage-broken');
  });
});

describe('delivery on a disk that refuses', () => {
  beforeEach(() => vi.stubGlobal('addEventListener', vi.fn()));
  afterEach(() => vi.unstubAllGlobals());

  function aDelivery(part: Partial<Delivery>) {
    const failed = vi.fn();
    const well = { run: async () => true, nextDueAt: async () => null, hurry: async () => undefined };
    const sync = scheduleSync({ ...well, failed, ...part });
    return { sync, failed };
  }
  const refuses = () => Promise.reject(new Error('closed'));
  const nextAlarm = async () => (await fakeBrowser.alarms.get('deliver'))?.scheduledTime ?? null;

  test.each<[string, Partial<Delivery>, number]>([
    ['cannot be read', { nextDueAt: refuses }, 1],
    ['cannot be read when hurried', { hurry: refuses }, 1],
    ['cannot be written', { nextDueAt: async () => 0, run: async () => false }, 0],
  ])('that %s comes back in a minute, not in a loop, and rejects nowhere', async (_what, part, told) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] });
    const { sync, failed } = aDelivery(part);
    await (part.hurry === undefined ? sync.now() : sync.hurry());
    expect(await nextAlarm()).toBe(Date.now() + MINUTE_MS);
    expect(vi.getTimerCount()).toBe(0);
    expect(failed).toHaveBeenCalledTimes(told);
  });

  test('that works again goes on as ever', async () => {
    const { sync } = aDelivery({ nextDueAt: async () => null });
    await fakeBrowser.alarms.create('deliver', { when: Date.now() + MINUTE_MS });
    await sync.now();
    expect(await nextAlarm()).toBeNull();
  });
});

describe("the end of Chromium's log", () => {
  const passing = () => vi.spyOn(indexedDB, 'deleteDatabase');

  test('is begun anew once in each run of the browser', async () => {
    const { services } = aBackground();
    const deleted = passing();
    await inspectOnce(services);
    await inspectOnce(services);
    expect(await heal()).toBe(true);
    expect(deleted).toHaveBeenCalledTimes(1);
  });

  test('is begun anew after a refusal, as soon as the disk takes something again', async () => {
    const sync = { now: vi.fn(async () => undefined), hurry: async () => undefined };
    await noteRefusal(sync);
    await noteRefusal(sync);
    expect(sync.now, 'somebody has to come back for it').toHaveBeenCalledTimes(1);
    const disk = breakDisk(indexedDB as never, 'QuotaExceededError');
    expect(await heal()).toBe(false);
    disk.repair();
    const deleted = passing();
    expect(await heal()).toBe(true);
    expect(await heal()).toBe(true);
    expect(deleted).toHaveBeenCalledTimes(1);
  });
});

describe('a database that the browser threw away', () => {
  function opened(factory: IDBFactory) {
    const { services } = aBackground();
    const db = new Database({ indexedDB: factory, IDBKeyRange }, 'person');
    watchLoss({ ...services, db });
    return db;
  }
  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

  test('is told of until the person has read it; a first start is none', async () => {
    const factory = new IDBFactory();
    const first = opened(factory);
    await first.settings.count();
    await settled();
    expect(await lostAt()).toBeNull();
    first.close();
    const second = opened(factory);
    await second.settings.count();
    await settled();
    expect(await lostAt(), 'it is still there').toBeNull();
    const third = opened(new IDBFactory());
    await third.settings.count();
    await vi.waitFor(async () => expect(await lostAt()).not.toBeNull());
    await forgetLoss();
    expect(await lostAt()).toBeNull();
  });
});
