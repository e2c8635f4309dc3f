import { fail, succeed } from '@/utils/kernel/result';
import type { Store } from '../store/store';
import { closeWaysIn, revokeInvitation } from '../store/ways-in';
import { type Command, type Outcome, type Surroundings, withStore } from './command';
import { memberNamed } from './member';

/** Shuts a member out, or makes an invitation work no longer. */
export const revoke: Command = {
  usage: 'revoke @NAME | revoke LINK',
  options: {},
  needsName: true,
  run: async ({ name = '' }, around) =>
    withStore(around, 'operate', (store) =>
      name.startsWith('@') ? shutOut(store, name, around) : withdraw(store, name, around),
    ),
};

async function shutOut(store: Store, name: string, around: Surroundings): Promise<Outcome> {
  const member = await memberNamed(store, name, around);
  if (!member.ok) return member;
  const { t } = around;
  const { handle } = member.value;
  const closed = await closeWaysIn(store, member.value.id);
  return succeed([
    t('operation.revoked-member', { handle }),
    t('operation.revoked-ways', { ...closed }),
    t('operation.let-back-in', { handle }),
  ]);
}

/** An invitation by the name under which it is listed, or by the link itself. */
async function withdraw(store: Store, name: string, { t }: Surroundings): Promise<Outcome> {
  const idOrSecret = name.replace(/^.*\//, '');
  return (await revokeInvitation(store, idOrSecret))
    ? succeed([t('operation.revoked-link')])
    : fail(t('operation.no-such-link'));
}
