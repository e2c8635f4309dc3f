import { createHash } from 'node:crypto';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { newestMigration } from '../store/database/migrate';
import {
  type BackupHeader,
  type BackupProblem,
  BackupRefused,
  FORMAT_VERSION,
  type KeptRow,
  readHeader,
  readLine,
} from './format';
import { linesOf } from './lines';
import { type KeptTable, TABLE_NAMES } from './tables';

/**
 * Reads a whole backup and hands its rows over one by one. That they were all there and as they were written is known
 * only when it returns; it throws BackupRefused where they were not, or where this version cannot take them.
 */
export async function readBackup(
  file: string,
  take: (row: KeptRow) => Promise<void> | void,
): Promise<BackupHeader> {
  const hash = createHash('sha256');
  const found = new Map<KeptTable, number>();
  let header: BackupHeader | null = null;
  let sealed = false;
  for await (const line of linesOf(file)) {
    if (sealed) throw new BackupRefused('file-damaged');
    if (header === null) {
      header = await suitable(readHeader(line));
    } else {
      const read = readLine(line);
      if ('sha256' in read) {
        if (read.sha256 !== hash.copy().digest('hex')) throw new BackupRefused('file-damaged');
        sealed = true;
        continue;
      }
      found.set(read.table, (found.get(read.table) ?? 0) + 1);
      await take(read);
    }
    hash.update(line).update('\n');
  }
  if (header === null) throw new BackupRefused('file-foreign');
  const promised = header.rows;
  const whole = sealed && TABLE_NAMES.every((table) => (promised[table] ?? 0) === (found.get(table) ?? 0));
  if (!whole) throw new BackupRefused('file-damaged');
  return header;
}

/** Reads it all and keeps nothing: whether this file can be restored. */
export async function checkBackup(file: string): Promise<Result<BackupHeader, BackupProblem>> {
  try {
    return succeed(await readBackup(file, () => undefined));
  } catch (error) {
    if (error instanceof BackupRefused) return fail(error.problem);
    throw error;
  }
}

/** Rows fit the tables that they came from: migrations would have changed them too. */
async function suitable(header: BackupHeader): Promise<BackupHeader> {
  const newest = await newestMigration();
  if (header.version > FORMAT_VERSION || header.migration > newest) throw new BackupRefused('file-newer');
  if (header.version < FORMAT_VERSION || header.migration < newest) throw new BackupRefused('file-older');
  return header;
}
