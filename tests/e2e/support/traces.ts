import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Worker } from 'playwright-core';
import { EXTENSION_ID, extensionUrl } from '@/scripts/browsers/chromium';
import { type ChromiumWorld, openTab } from './chromium-world';

/** Everything that an extension could have kept or told, by the place where it was found. */
export type Traces = Readonly<Record<string, Buffer>>;

/** What the background hears and sends from now on, as long as the browser keeps its worker. */
export async function recordBackground(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const heard: string[] = [];
    const sent: string[] = [];
    Object.assign(globalThis, { heard, sent });
    const { chrome } = globalThis as unknown as {
      chrome: {
        runtime: { onMessage: { addListener(hear: (message: unknown, sender: unknown) => void): void } };
      };
    };
    chrome.runtime.onMessage.addListener((message, sender) => {
      heard.push(JSON.stringify([message, sender]));
    });
    const send = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      const body = await request.clone().text();
      sent.push(JSON.stringify([request.url, [...request.headers], body]));
      return send(input, init);
    };
  });
}

/** Collects what `recordBackground` saw, what is stored, exported and logged, and the bytes on the disk. */
export async function collectTraces(world: ChromiumWorld, worker: Worker): Promise<Traces> {
  const recorded = await worker.evaluate(() => {
    const { heard, sent } = globalThis as unknown as { heard: string[]; sent: string[] };
    return { messages: heard.join('\n'), requests: sent.join('\n') };
  });
  const options = await openTab(world.context, extensionUrl('options.html'));
  const texts = {
    ...recorded,
    databases: await options.evaluate(dumpDatabases),
    storage: await options.evaluate(dumpStorage),
    export: await exported(options, world),
    console: world.console.join('\n'),
  };
  const buffers = Object.entries(texts).map(([place, text]) => [place, Buffer.from(text)] as const);
  return { ...Object.fromEntries(buffers), disk: onDisk(world.profile) };
}

/** The places in which a text stands, in one byte per letter or in two. */
export function placesOf(text: string, traces: Traces): string[] {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return Object.entries(traces).flatMap(([place, bytes]) =>
    forms.some((form) => bytes.includes(form)) ? [place] : [],
  );
}

async function exported(options: Page, { t }: ChromiumWorld): Promise<string> {
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.getByRole('button', { name: t('options.export') }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

/** Runs in a page of the extension: every row of every store. */
async function dumpDatabases(): Promise<string> {
  const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((settle, reject) => {
      request.onsuccess = () => settle(request.result);
      request.onerror = () => reject(request.error);
    });
  const rows: unknown[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    const stores = [...database.objectStoreNames];
    const reading = database.transaction(stores);
    for (const store of stores) rows.push(store, await done(reading.objectStore(store).getAll()));
    database.close();
  }
  return JSON.stringify(rows);
}

/** Runs in a page of the extension. */
async function dumpStorage(): Promise<string> {
  const { chrome } = globalThis as unknown as {
    chrome: { storage: Record<'local' | 'session' | 'sync', { get(keys: null): Promise<unknown> }> };
  };
  const { local, session, sync } = chrome.storage;
  return JSON.stringify([await local.get(null), await session.get(null), await sync.get(null)]);
}

/** The extension's own files in the browser's profile, one after another. */
function onDisk(profile: string): Buffer {
  const files = readdirSync(join(profile, 'Default'), { recursive: true, withFileTypes: true });
  const ours = files.filter(
    (file) => file.isFile() && `${file.parentPath}/${file.name}`.includes(EXTENSION_ID),
  );
  return Buffer.concat(ours.map((file) => readFileSync(join(file.parentPath, file.name))));
}
