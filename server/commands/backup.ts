import { resolve } from 'node:path';
import { fail, succeed } from '@/utils/kernel/result';
import { writeBackup } from '../backup/write';
import { type Command, withStore } from './command';
import { printable } from './table';

/** Writes a copy of everything, also while servers run. */
export const backup: Command = {
  usage: 'backup FILE [--force]',
  options: { force: { type: 'boolean' } },
  needsName: true,
  run: async ({ name = '', options }, around) =>
    withStore(around, 'operate', async (store) => {
      const file = resolve(name);
      const made = await writeBackup(store, file, { replace: options.force === true });
      if (!made.ok) return fail(around.t(`operation.${made.error}`, { file }));
      const { community, rows } = made.value;
      const counts = { accounts: rows.accounts ?? 0, posts: rows.statuses ?? 0 };
      return succeed([around.t('operation.backed-up', { community: printable(community), file, ...counts })]);
    }),
};
