import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { codeOf } from '../error-code';

/** One server per folder: a lock that the operating system gives back when the process ends, however it ends. */
export function lockFolder(folder: string): Result<Sqlite.Database, 'folder-unwritable' | 'in-use'> {
  let lock: Sqlite.Database;
  try {
    makeFolder(folder);
    lock = new Sqlite(join(folder, 'server.lock'), { timeout: 200 });
  } catch {
    return fail('folder-unwritable'); // no folder, no right to write, or a full disk: the person sees the path
  }
  try {
    lock.exec('begin exclusive');
    return succeed(lock);
  } catch (error) {
    lock.close();
    return fail(codeOf(error).startsWith('SQLITE_BUSY') ? 'in-use' : 'folder-unwritable');
  }
}

/** One folder after the other: Node's own recursive form never returns where the file system answers oddly (/proc). */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 }); // what members write, and how they sign in, is nobody else's on this machine
}
