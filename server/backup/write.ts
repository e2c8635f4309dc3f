import { createHash } from 'node:crypto';
import { createWriteStream, renameSync, rmSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { newestMigration } from '../store/database/migrate';
import type { Schema } from '../store/schema';
import { inSnapshot, isoTime, type Store } from '../store/store';
import { type BackupHeader, FORMAT, FORMAT_VERSION } from './format';
import { countRows, pagesOf } from './rows';
import { TABLE_NAMES } from './tables';

export type WriteProblem = 'file-exists' | 'file-unwritable';

/**
 * Writes everything that is kept, as it stands at one moment, also beside a running server. The file is there when it is
 * whole, and only its owner reads it.
 */
export async function writeBackup(
  store: Store,
  file: string,
  { replace }: { readonly replace: boolean },
): Promise<Result<BackupHeader, WriteProblem>> {
  const there = statSync(file, { throwIfNoEntry: false });
  if (there !== undefined && !replace) return fail('file-exists');
  if (there?.isFile() === false) return fail('file-unwritable'); // the new name would take a device's place
  const part = `${file}.part`;
  try {
    rmSync(part, { force: true }); // left by one that was stopped; writing into it would keep its mode
    const header = await inSnapshot(store, async (snapshot) => {
      const made = await describe(snapshot, store);
      const output = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(Readable.from(contents(snapshot, store, made)), createGzip(), output);
      return made;
    });
    renameSync(part, file);
    return succeed(header);
  } catch (error) {
    if (!isOfTheDisk(error)) throw error;
    return fail('file-unwritable');
  } finally {
    rmSync(part, { force: true });
  }
}

async function describe(snapshot: Kysely<Schema>, store: Store): Promise<BackupHeader> {
  const { name } = await snapshot
    .selectFrom('communities')
    .select('name')
    .where('community_id', '=', store.communityId)
    .executeTakeFirstOrThrow();
  const rows: Record<string, number> = {};
  for (const table of TABLE_NAMES) rows[table] = await countRows(snapshot, store, table);
  const about = { format: FORMAT, version: FORMAT_VERSION, migration: await newestMigration() } as const;
  return { ...about, community: name, made_at: isoTime(store.clock()), rows };
}

/** Page by page, so that no table stands in memory whole. */
async function* contents(
  snapshot: Kysely<Schema>,
  store: Store,
  header: BackupHeader,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const hashed = (lines: readonly unknown[]): string => {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    hash.update(text);
    return text;
  };
  yield hashed([header]);
  for (const table of TABLE_NAMES) {
    for await (const page of pagesOf(snapshot, store, table)) {
      yield hashed(page.map((row) => ({ table, row })));
    }
  }
  yield `${JSON.stringify({ sha256: hash.digest('hex') })}\n`;
}

/** No such folder, no right to write, no room. What the network says of a database has other calls. */
function isOfTheDisk(error: unknown): boolean {
  return (
    error instanceof Error &&
    'syscall' in error &&
    /^(open|write|fsync|close|rename|rm|unlink|lstat)/.test(String(error.syscall))
  );
}
