import type { browser as Browser } from '@wxt-dev/browser';
import type { BrowserContext } from 'playwright-core';
import { extensionUrl } from '@/scripts/browsers/chromium';

/** A file of the package: in its tab everything that we keep can be read, and no script of ours runs that keeps more. */
const SILENT_PAGE = 'texts/nl.json';

/** Everything that the extension keeps in this browser, by place. */
export interface Kept {
  /** Rows by database and store. */
  readonly databases: Readonly<Record<string, readonly unknown[]>>;
  /** `storage.local`, `session` and `sync`. */
  readonly areas: Readonly<Record<string, unknown>>;
  /** What web pages have, and extensions could use as well. */
  readonly web: Readonly<Record<string, readonly string[]>>;
  /** Sites that it may read. */
  readonly origins: readonly string[];
}

/** Reads all of it, without waking the worker. */
export async function everythingKept(context: BrowserContext): Promise<Kept> {
  const page = await context.newPage();
  await page.goto(extensionUrl(SILENT_PAGE));
  const kept = await page.evaluate(readEverything);
  await page.close();
  return kept;
}

/** Runs in the page: self-contained. */
async function readEverything(): Promise<Kept> {
  const { chrome } = globalThis as unknown as { chrome: typeof Browser };
  const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((settle, fail) => {
      request.onsuccess = () => settle(request.result);
      request.onerror = () => fail(request.error);
    });
  const databases: Record<string, unknown[]> = {};
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const rows = database.transaction(store).objectStore(store);
      databases[`${name}/${store}`] = await done(rows.getAll());
    }
    database.close();
  }
  const areas: Record<string, unknown> = {};
  for (const area of ['local', 'session', 'sync'] as const)
    areas[area] = await chrome.storage[area].get(null);
  const { origins = [] } = await chrome.permissions.getAll();
  const files: string[] = [];
  const root = await navigator.storage.getDirectory();
  for await (const [name] of root as unknown as AsyncIterable<[string]>) files.push(name);
  const pairs = (storage: Storage) => Object.entries(storage).map((pair) => pair.join('='));
  const web = {
    localStorage: pairs(localStorage),
    sessionStorage: pairs(sessionStorage),
    caches: await caches.keys(),
    cookies: [document.cookie].filter(Boolean),
    files,
  };
  return { databases, areas, web, origins };
}
