import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { EXTENSION_ID, extensionPage, startChromium } from '@/scripts/browsers/chromium';
import type { Language } from '@/utils/language/languages';
import type { ChromiumWorld } from './chromium-world';
import { builtExtension, temporaryFolder } from './folders';
import { words } from './words';

/** One person's browser, which can be stopped, have something done to its disk, and be started again. */
export interface PersonsDisk {
  /** Starts the browser, has somebody do something in it, and stops it. */
  run(act: (world: ChromiumWorld) => Promise<void>): Promise<void>;
  /** Where Chromium keeps the extension's IndexedDB. */
  readonly store: string;
}

interface DiskOptions {
  readonly language?: Language;
  /** Without the permission that lifts the browser's quota, so that a quota can be reached. */
  readonly limited?: boolean;
}

/** A new profile; it goes when the test has finished. */
export async function aPersonsDisk({
  language = 'nl',
  limited = false,
}: DiskOptions = {}): Promise<PersonsDisk> {
  const folder = temporaryFolder();
  onTestFinished(folder.remove);
  const profile = join(folder.path, 'profile');
  const extension = await builtExtension('chromium', folder);
  if (limited) limit(join(extension, 'manifest.json'));
  let isNew = true;
  const run = async (act: (world: ChromiumWorld) => Promise<void>): Promise<void> => {
    const { context, close } = await startChromium({ extension, profile, language });
    const lines: string[] = [];
    context.on('console', (message) => lines.push(message.text()));
    try {
      if (isNew) await (await extensionPage(context, 'welcome.html')).close();
      isNew = false;
      await act({ context, language, t: words(language), profile, console: lines });
    } finally {
      await close();
    }
  };
  const store = join(profile, 'Default', 'IndexedDB', `chrome-extension_${EXTENSION_ID}_0.indexeddb.leveldb`);
  return { run, store };
}

function limit(manifest: string): void {
  const read = JSON.parse(readFileSync(manifest, 'utf8'));
  const permissions = read.permissions.filter((name: string) => name !== 'unlimitedStorage');
  writeFileSync(manifest, JSON.stringify({ ...read, permissions }));
}

/** Every file of the store becomes something else, as after a disk that failed. */
export function garble(store: string): void {
  for (const name of readdirSync(store)) {
    const path = join(store, name);
    writeFileSync(path, Buffer.alloc(Math.max(100, statSync(path).size), 'garbage!'));
  }
}

/** The store cannot be opened at all; what is given back makes it as it was. */
export function block(store: string): () => void {
  const away = `${store}.away`;
  if (existsSync(store)) renameSync(store, away);
  writeFileSync(store, 'no folder');
  return () => {
    rmSync(store);
    renameSync(away, store);
  };
}

/** The last thing written was cut short, as by a disk that was full, a power cut or a browser that was killed. */
export function cutShort(store: string): void {
  const log = readdirSync(store).find((name) => name.endsWith('.log'));
  if (log === undefined) throw new Error('the store has no log');
  const lengthAndKind = [0xf4, 0x01, 0x01]; // 500 bytes that are a record by themselves; a fifth of them follows
  appendFileSync(join(store, log), Buffer.from([1, 2, 3, 4, ...lengthAndKind, ...Buffer.alloc(100, 'x')]));
}
