import type { BrowserContext, Page } from 'playwright-core';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { openTab } from './chromium-world';

/** A place in the extension where none of its own scripts run, to look at its database from beside it. */
export function besideTheExtension(context: BrowserContext): Promise<Page> {
  return openTab(context, extensionUrl('texts/nl.json'));
}

export interface RawDatabase {
  readonly version: number;
  readonly rows: readonly unknown[];
}

/** What stands in one table, and which version wrote it. */
export function readRaw(page: Page, table: string): Promise<RawDatabase> {
  return page.evaluate(readTable, table);
}

/** Runs in a page of the extension, in whatever browser. */
export function readTable(name: string): Promise<RawDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('deelgenoot');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction(name).objectStore(name).getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        database.close();
        resolve({ version: database.version, rows: reading.result });
      };
    };
  });
}

/** Puts rows of whatever form into a table that is there. */
export function putRaw(page: Page, table: string, rows: readonly object[]): Promise<void> {
  return page.evaluate(putInTable, [table, rows] as const);
}

/** Runs in a page of the extension, in whatever browser. */
export function putInTable([name, rows]: readonly [string, readonly object[]]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('deelgenoot');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction(name, 'readwrite');
      for (const row of rows) writing.objectStore(name).put(row);
      writing.onabort = () => reject(writing.error);
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

/** Makes the database one of another version, from nothing where `stores` says which it has (name → key). */
export function makeVersion(
  page: Page,
  version: number,
  stores: Readonly<Record<string, string>> = {},
): Promise<void> {
  return page.evaluate(
    ([wanted, declared]) =>
      new Promise<void>((resolve, reject) => {
        const open = (): void => {
          const opening = indexedDB.open('deelgenoot', wanted);
          opening.onerror = () => reject(opening.error);
          opening.onupgradeneeded = () => {
            for (const [name, keyPath] of Object.entries(declared))
              opening.result.createObjectStore(name, { keyPath });
          };
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        };
        if (Object.keys(declared).length === 0) return open();
        const deleting = indexedDB.deleteDatabase('deelgenoot');
        deleting.onerror = () => reject(deleting.error);
        deleting.onsuccess = open;
      }),
    [version, stores] as const,
  );
}
