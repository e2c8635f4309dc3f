/** @jsxImportSource hono/jsx */
import { LOCALES } from '@/utils/language/languages';
import { DAYS, type MadeInvitation, type TooEarly, USES, USUAL } from '../inviting/invite';
import type { InvitationState } from '../store/invitations';
import { Select } from './fields';
import { MadeLink } from './MadeLink';
import type { PageWords } from './words';

/** A link as its list shows it. */
export interface ShownInvitation {
  readonly id: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly state: InvitationState;
  readonly used: number;
  readonly uses: number;
  /** Who made it, where that is not the reader. */
  readonly madeBy: string | null;
}

interface InvitationsProps {
  readonly words: PageWords;
  readonly csrf: string;
  readonly made: MadeInvitation | null;
  readonly tooEarly: TooEarly | null;
  readonly invitations: readonly ShownInvitation[];
}

/** Where a member makes links, sees what became of them and ends them. */
export function InvitationsPage({ words, csrf, made, tooEarly, invitations }: InvitationsProps) {
  const { t } = words;
  return (
    <>
      <h1>{t('server.invite')}</h1>
      {made === null ? null : <MadeLink words={words} made={made} />}
      {tooEarly === null ? (
        <InviteForm words={words} csrf={csrf} />
      ) : (
        <p class="card">
          {t('server.invite-too-early', { count: tooEarly.readable, needed: tooEarly.needed })}
        </p>
      )}
      <section class="card">
        <h2>{t('server.invitations')}</h2>
        {invitations.length === 0 ? (
          <p>{t('server.invitations-none')}</p>
        ) : (
          <ul class="plain">
            {invitations.map((invitation) => (
              <InvitationRow words={words} csrf={csrf} invitation={invitation} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function InviteForm({ words: { t }, csrf }: { words: PageWords; csrf: string }) {
  const days = DAYS.map((count) => ({ value: count, label: t('server.invite-days-option', { count }) }));
  const uses = USES.map((count) => ({ value: count, label: t('server.invite-uses-option', { count }) }));
  return (
    <form method="post" action="/invitations" class="card">
      <p>{t('server.invite-about')}</p>
      <input type="hidden" name="csrf" value={csrf} />
      <Select name="days" label={t('server.invite-days')} options={days} chosen={USUAL.days} />
      <Select name="uses" label={t('server.invite-uses')} options={uses} chosen={USUAL.uses} />
      <button type="submit">{t('server.make-invitation')}</button>
    </form>
  );
}

interface RowProps {
  readonly words: PageWords;
  readonly csrf: string;
  readonly invitation: ShownInvitation;
}

function InvitationRow({ words: { t, language }, csrf, invitation }: RowProps) {
  const { id, createdAt, expiresAt, state, used, uses, madeBy } = invitation;
  const day = (at: string): string =>
    new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long' }).format(new Date(at));
  const made = day(createdAt);
  return (
    <li>
      <p>
        <strong>{t(`server.invitation-${state}`)}</strong>
        {' · '}
        {madeBy === null
          ? t('server.invitation-made', { made })
          : t('server.invitation-made-by', { made, name: madeBy })}
        <br />
        <span class="hint">
          {t('server.invitation-used-times', { used, count: uses })}
          {expiresAt === null ? '' : ` · ${t('server.invitation-until', { date: day(expiresAt) })}`}
        </span>
      </p>
      {state === 'open' ? (
        <form method="post" action={`/invitations/${id}/revoke`}>
          <input type="hidden" name="csrf" value={csrf} />
          <button type="submit" class="quiet" aria-label={t('server.revoke-label', { made })}>
            {t('server.revoke')}
          </button>
        </form>
      ) : null}
    </li>
  );
}
