import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** What stands on the wiki's disk, and what happens there behind the back of the browser under test. */
export interface WikiDisk {
  /** The text of a page, or null. */
  pageText(id: string): string | null;
  /** The names of a page's revisions, oldest first. */
  revisions(id: string): readonly string[];
  /** The bytes of a file as text, or null. */
  mediaText(id: string): string | null;
  /** Whether somebody holds the lock that a page gets while it is edited. */
  isLocked(id: string): boolean;
  /** What is typed of a page that was not saved. */
  hasDraft(id: string, member: string): boolean;
  isSubscribed(id: string, member: string): boolean;
  /** The wiki's own list of people. */
  members(): string;
  /** The names of all pages. */
  pages(): readonly string[];
  /** Somebody else begins to edit a page, and goes away again. */
  lockElsewhere(id: string, member: string): void;
  unlockElsewhere(id: string): void;
  /** Somebody else deletes a page. */
  removeElsewhere(id: string): void;
  /** Somebody else saves a page, the first of its part of the wiki too. */
  saveElsewhere(id: string, text: string): void;
  /** Nobody is signed in any more, and no cookie helps. */
  endSessions(): void;
  /** From now on a part of the wiki can only be read. */
  closeForWriting(namespace: string): void;
}

/** The disk of the wiki in this folder. */
export function wikiDisk(folder: string): WikiDisk {
  const data = join(folder, 'data');
  const page = (id: string) => join(data, 'pages', `${inFolders(id)}.txt`);
  const lock = (id: string) => join(data, 'locks', `${md5(id)}.lock`);
  const changes = (id: string) => lines(read(join(data, 'meta', `${inFolders(id)}.changes`)));
  return {
    pageText: (id) => read(page(id)),
    revisions: (id) => changes(id).map((line) => line.split('\t')[0] ?? ''),
    mediaText: (id) => read(join(data, 'media', inFolders(id)), 'latin1'),
    isLocked: (id) => existsSync(lock(id)),
    hasDraft: (id, member) => {
      const name = md5(`${member}\n${id}`);
      return existsSync(join(data, 'cache', name.charAt(0), `${name}.draft`));
    },
    isSubscribed: (id, member) => (read(join(data, 'meta', `${inFolders(id)}.mlist`)) ?? '').includes(member),
    members: () => read(join(folder, 'conf/users.auth.php')) ?? '',
    pages: () =>
      readdirSync(join(data, 'pages'), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.txt'))
        .map((path) => decodeURIComponent(path.slice(0, -4)).replaceAll('/', ':')),
    lockElsewhere: (id, member) => writeFileSync(lock(id), member),
    unlockElsewhere: (id) => rmSync(lock(id)),
    removeElsewhere: (id) => rmSync(page(id)),
    saveElsewhere: (id, text) => {
      mkdirSync(dirname(page(id)), { recursive: true });
      writeFileSync(page(id), text);
      const later = Date.now() / 1_000 + 2; // the wiki counts in whole seconds
      utimesSync(page(id), later, later);
    },
    endSessions: () => {
      for (const name of readdirSync(join(data, 'tmp'))) {
        if (name.startsWith('sess_')) rmSync(join(data, 'tmp', name));
      }
      rmSync(join(data, 'meta/_htcookiesalt2')); // else the cookie signs in again
    },
    closeForWriting: (namespace) =>
      appendFileSync(join(folder, 'conf/acl.auth.php'), `${namespace}:*\t@user\t1\n`),
  };
}

function inFolders(id: string): string {
  return id.replaceAll(':', '/');
}

function read(path: string, encoding: 'utf8' | 'latin1' = 'utf8'): string | null {
  try {
    return readFileSync(path, encoding);
  } catch {
    return null; // nobody has made it
  }
}

function lines(text: string | null): string[] {
  return (text ?? '').split('\n').filter(Boolean);
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
