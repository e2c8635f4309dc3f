import { DAY_MS } from '@/utils/kernel/clock';
import { fail, succeed } from '@/utils/kernel/result';
import { makeSecret } from '../auth/secrets';
import { addInvitation } from '../store/invitations';
import type { Store } from '../store/store';
import { openInvitations } from '../store/ways-in';
import { type Command, type Given, linkLines, type Outcome, type Surroundings, withStore } from './command';
import { inWords } from './moment';
import { inColumns } from './table';

const MOST_USES = 1000;
const MOST_DAYS = 365;

/** Makes an invitation on behalf of the community itself, or lists those that still work. */
export const invite: Command = {
  usage: 'invite [--coordinator] [--uses N] [--days N] | invite --list',
  options: {
    coordinator: { type: 'boolean' },
    uses: { type: 'string' },
    days: { type: 'string', default: '14' },
    list: { type: 'boolean' },
  },
  needsName: false,
  run: async (given, around) =>
    withStore(around, 'operate', (store) =>
      given.options.list === true ? list(store, around) : make(store, given, around),
    ),
};

async function make(store: Store, { options }: Given, around: Surroundings): Promise<Outcome> {
  const { t, language, clock, randomBytes } = around;
  const coordinator = options.coordinator === true;
  const uses = Number(options.uses ?? (coordinator ? 1 : 10));
  const days = Number(options.days);
  if (!isCount(uses, MOST_USES)) return fail(t('operation.bad-count', { option: '--uses', most: MOST_USES }));
  if (!isCount(days, MOST_DAYS)) return fail(t('operation.bad-count', { option: '--days', most: MOST_DAYS }));
  const secret = makeSecret(randomBytes);
  const expiresAt = clock() + days * DAY_MS;
  const role = coordinator ? 'coordinator' : 'member';
  const { id } = await addInvitation(store, { secret, invitedBy: null, role, uses, expiresAt });
  const said = { id, count: uses, until: inWords(expiresAt, language) };
  const line = coordinator ? t('operation.invited-coordinator', said) : t('operation.invited', said);
  return succeed([line, ...linkLines(around, `/invitation/${secret}`)]);
}

async function list(store: Store, { t, language }: Surroundings): Promise<Outcome> {
  const invitations = await openInvitations(store);
  if (invitations.length === 0) return succeed([t('operation.no-invitations')]);
  const head = ['link', 'role', 'inviter', 'uses', 'until'] as const;
  return succeed(
    inColumns([
      head.map((name) => t(`operation.column-${name}`)),
      ...invitations.map(({ id, role, inviter, uses_left, uses, expires_at }) => [
        id,
        t(`operation.role-${role}`),
        inviter === null ? '–' : `@${inviter}`,
        uses === null ? `${uses_left}` : `${uses_left}/${uses}`,
        expires_at === null ? '–' : inWords(expires_at, language),
      ]),
    ]),
  );
}

function isCount(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}
