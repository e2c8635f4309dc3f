import { dirname, join, resolve } from 'node:path';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { type BackupHeader, BackupRefused } from '../backup/format';
import { checkBackup } from '../backup/read';
import { contentsOf, restoreBackup } from '../backup/restore';
import { writeBackup } from '../backup/write';
import { codeOf } from '../store/error-code';
import { isoTime, type Store } from '../store/store';
import { type Command, type Outcome, type Surroundings, withStore } from './command';
import { inWords } from './moment';
import { printable } from './table';

/** Puts a backup back where no server runs; what stands there is copied first, and replaced only with `--force`. */
export const restore: Command = {
  usage: 'restore FILE [--force]',
  options: { force: { type: 'boolean' } },
  needsName: true,
  run: async ({ name = '', options }, around) => {
    const file = resolve(name);
    const checked = await checkBackup(file);
    if (!checked.ok) return fail(around.t(`operation.${checked.error}`, { file }));
    return withStore(around, 'restore', async (store) => {
      const cleared = await makeRoom(store, file, options.force === true, around);
      if (!cleared.ok) return cleared;
      const header = await put(store, file, around);
      return header.ok ? succeed([...cleared.value, said(header.value, around)]) : header;
    });
  },
};

/** Copies what will be replaced, beside the backup; nothing where nobody is a member yet. */
async function makeRoom(store: Store, file: string, force: boolean, { t }: Surroundings): Promise<Outcome> {
  const contents = await contentsOf(store);
  if (contents.accounts === 0 && contents.posts === 0) return succeed([]);
  if (!force) return fail(t('operation.not-empty', { ...contents }));
  const time = isoTime(store.clock()).replaceAll(':', '-');
  const copy = join(dirname(file), `before-restore-${time}.ndjson.gz`);
  const made = await writeBackup(store, copy, { replace: false });
  return made.ok
    ? succeed([t('operation.replaced', { ...contents, file: copy })])
    : fail(t(`operation.${made.error}`, { file: copy }));
}

async function put(store: Store, file: string, { t }: Surroundings): Promise<Result<BackupHeader, string>> {
  try {
    return succeed(await restoreBackup(store, file));
  } catch (error) {
    if (error instanceof BackupRefused) return fail(t(`operation.${error.problem}`, { file })); // changed since it was checked
    if (!(error instanceof Error) || codeOf(error) === '') throw error;
    return fail(t('operation.restore-refused', { reason: error.message }));
  }
}

function said({ community, made_at, rows }: BackupHeader, { t, language }: Surroundings): string {
  const counts = { accounts: rows.accounts ?? 0, posts: rows.statuses ?? 0 };
  return t('operation.restored', {
    ...{ community: printable(community), made: inWords(made_at, language) },
    ...counts,
  });
}
