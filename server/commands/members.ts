import { succeed } from '@/utils/kernel/result';
import { listMembers, type Member } from '../store/members';
import { type Command, type Surroundings, withStore } from './command';
import { dayOf } from './moment';
import { inColumns } from './table';

/** Lists who is a member; `--json` for other programs. */
export const members: Command = {
  usage: 'members [--json]',
  options: { json: { type: 'boolean' } },
  needsName: false,
  run: async ({ options }, around) =>
    withStore(around, 'operate', async (store) => {
      const everybody = await listMembers(store);
      if (options.json === true) return succeed([JSON.stringify(everybody, null, 2)]);
      const { t } = around;
      const count = t('operation.members', { count: everybody.length });
      return succeed(everybody.length === 0 ? [count] : [...inColumns(table(everybody, around)), count]);
    }),
};

function table(everybody: readonly Member[], { t }: Surroundings): string[][] {
  const head = ['handle', 'name', 'role', 'joined', 'last-post'] as const;
  return [
    head.map((name) => t(`operation.column-${name}`)),
    ...everybody.map(({ handle, display_name, role, joined_at, last_post_at, can_sign_in }) => [
      `@${handle}`,
      display_name,
      t(`operation.role-${role}`) + (can_sign_in ? '' : ` (${t('operation.shut-out')})`),
      dayOf(joined_at),
      last_post_at === null ? '–' : dayOf(last_post_at),
    ]),
  ];
}
