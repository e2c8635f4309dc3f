import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Collection } from '@/demo/intranet/model';
import { base64Url } from '@/utils/kernel/ids';
import { secureBytes } from '@/utils/kernel/random';
import { fail, type Result, succeed } from '@/utils/kernel/result';

const MARK = 'demo.json';
const COLLECTION = 'intranet.json';

/** Whom the demo plays: a member of the community, made from its first invitation. */
export interface Member {
  readonly displayName: string;
  readonly handle: string;
  readonly password: string;
  /** Whether the invitation was used. */
  readonly joined: boolean;
}

interface Remembered {
  readonly port: number | null;
  readonly member: Member;
  /** Who was there before, and whether they have shared what they share. */
  readonly colleagues: readonly Member[];
  readonly settled: boolean;
}

export type FolderProblem = 'folder-unwritable' | 'folder-not-ours';

/** The folder in which the demo keeps everything: nothing of it stands elsewhere. */
export class DataFolder {
  #remembered: Remembered;

  constructor(
    readonly path: string,
    remembered: Remembered,
  ) {
    this.#remembered = remembered;
  }

  get community(): string {
    return join(this.path, 'community');
  }

  profile(browser: 'chromium' | 'firefox'): string {
    return join(this.path, `profile-${browser}`);
  }

  get port(): number | null {
    return this.#remembered.port;
  }

  get member(): Member {
    return this.#remembered.member;
  }

  get colleagues(): readonly Member[] {
    return this.#remembered.colleagues;
  }

  get settled(): boolean {
    return this.#remembered.settled;
  }

  remember(change: Partial<Remembered>): void {
    this.#remembered = { ...this.#remembered, ...change };
    replace(join(this.path, MARK), this.#remembered);
  }

  /** The first invitation of the community server; undefined once somebody used it. */
  invitation(): string | undefined {
    const file = join(this.community, 'coordinator-link.txt');
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  }

  /** The intranet's documents of an earlier start. */
  collection(): Collection | undefined {
    const file = join(this.path, COLLECTION);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  }

  keepCollection(collection: Collection): void {
    replace(join(this.path, COLLECTION), collection);
  }
}

/** Opens the folder, making it where it is not there. `fresh` empties one that an earlier start made, and no other. */
export function openDataFolder(path: string, fresh: boolean): Result<DataFolder, FolderProblem> {
  try {
    const isOurs = existsSync(join(path, MARK));
    if (!isOurs && existsSync(path) && readdirSync(path).length > 0) return fail('folder-not-ours');
    if (isOurs && fresh) rmSync(path, { recursive: true, force: true });
    makeFolder(path);
    const mark = join(path, MARK);
    const remembered: Remembered = {
      ...beginning(), // an earlier start may have remembered less
      ...(existsSync(mark) ? JSON.parse(readFileSync(mark, 'utf8')) : {}),
    };
    const folder = new DataFolder(path, remembered);
    folder.remember({});
    return succeed(folder);
  } catch {
    return fail('folder-unwritable');
  }
}

/** One level at a time: Node's `recursive` never comes back where a file system refuses new folders, as /proc does. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

function beginning(): Remembered {
  const colleagues = [
    newMember('Bram Claes', 'bram'),
    newMember('Inès Lambert', 'ines'),
    newMember('Jonas Weber', 'jonas'),
  ];
  return { port: null, member: newMember('Anna de Wit', 'anna'), colleagues, settled: false };
}

function newMember(displayName: string, handle: string): Member {
  return { displayName, handle, password: base64Url(secureBytes(15)), joined: false };
}

/** Written beside it first: a stop in the middle leaves the old one. Readable by its owner only, for the password. */
function replace(file: string, value: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify(value, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
