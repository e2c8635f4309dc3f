import { DAY_MS } from '@/utils/kernel/clock';
import { succeed } from '@/utils/kernel/result';
import { makeSecret } from '../auth/secrets';
import { addPasswordReset } from '../store/password-resets';
import { type Command, linkLines, withStore } from './command';
import { memberNamed } from './member';
import { inWords } from './moment';

const WORKS_FOR_MS = DAY_MS;

/** Makes a link by which a member chooses a new password; it lets a member who was shut out back in. */
export const reset: Command = {
  usage: 'reset @NAME',
  options: {},
  needsName: true,
  run: async ({ name = '' }, around) =>
    withStore(around, 'operate', async (store) => {
      const member = await memberNamed(store, name, around);
      if (!member.ok) return member;
      const { t, language, clock, randomBytes } = around;
      const secret = makeSecret(randomBytes);
      const expiresAt = clock() + WORKS_FOR_MS;
      await addPasswordReset(store, { secret, accountId: member.value.id, expiresAt });
      const said = { handle: member.value.handle, until: inWords(expiresAt, language) };
      return succeed([t('operation.reset', said), ...linkLines(around, `/reset/${secret}`)]);
    }),
};
