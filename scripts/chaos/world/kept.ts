import type { Page } from 'playwright-core';
import type { Draft, Entry, Receipt } from '@/utils/outbox/entry';
import { DATABASE_NAME } from '@/utils/storage/database';

/** What the extension has on disk, as of one moment. */
export interface Kept {
  readonly drafts: readonly Draft[];
  readonly entries: readonly Entry[];
  readonly receipts: readonly Receipt[];
  /** Under the ids that the rows themselves have. */
  readonly quarantine: readonly { readonly id: string; readonly row: unknown }[];
}

/** Reads it without the worker, in one transaction. */
export async function readKept(page: Page): Promise<Kept> {
  const { quarantine, ...rest } = await page.evaluate(readTables, DATABASE_NAME);
  return { ...rest, quarantine: quarantine.map(({ row }) => ({ id: idOf(row), row })) };
}

function idOf(row: unknown): string {
  return String((row as { readonly id?: unknown } | null)?.id ?? '');
}

/** Puts a row raw into a table, as no version of ours would. */
export function putRaw(page: Page, table: string, row: object): Promise<void> {
  return page.evaluate(putRow, { name: DATABASE_NAME, table, row });
}

/** Forgets what earlier runs left. */
export function clearKept(page: Page): Promise<void> {
  return page.evaluate(clearTables, DATABASE_NAME);
}

/** Runs in the page: self-contained, as the two below. */
function readTables(name: string): Promise<Kept> {
  return new Promise((settle, fail) => {
    const opened = indexedDB.open(name);
    opened.onerror = () => fail(opened.error);
    opened.onsuccess = () => {
      const tables = ['drafts', 'entries', 'receipts', 'quarantine'];
      const reading = opened.result.transaction(tables);
      const asked = tables.map((table) => reading.objectStore(table).getAll());
      reading.oncomplete = () => {
        opened.result.close();
        const [drafts, entries, receipts, quarantine] = asked.map(({ result }) => result);
        settle({ drafts, entries, receipts, quarantine } as Kept);
      };
      reading.onabort = () => fail(reading.error);
    };
  });
}

function putRow({ name, table, row }: { name: string; table: string; row: object }): Promise<void> {
  return new Promise((settle, fail) => {
    const opened = indexedDB.open(name);
    opened.onsuccess = () => {
      const writing = opened.result.transaction(table, 'readwrite');
      writing.objectStore(table).put(row);
      writing.oncomplete = () => {
        opened.result.close();
        settle();
      };
      writing.onabort = () => fail(writing.error);
    };
  });
}

function clearTables(name: string): Promise<void> {
  return new Promise((settle, fail) => {
    const opened = indexedDB.open(name);
    opened.onsuccess = () => {
      const tables = ['drafts', 'entries', 'receipts', 'quarantine', 'discarded', 'paces'];
      const writing = opened.result.transaction(tables, 'readwrite');
      for (const table of tables) writing.objectStore(table).clear();
      writing.oncomplete = () => {
        opened.result.close();
        settle();
      };
      writing.onabort = () => fail(writing.error);
    };
  });
}
