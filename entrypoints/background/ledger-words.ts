import { LOCALES } from '@/utils/language/languages';
import type { LedgerRow } from '@/utils/messaging/ledger-views';
import type { SentRequest } from '@/utils/privacy/ledger-row';
import type { PastActivity } from '@/utils/prompting/history';
import type { Words } from './services';

export interface LedgerWords {
  readonly dayOf: (at: number) => string;
  readonly seen: (past: PastActivity) => LedgerRow;
  readonly sent: (request: SentRequest) => LedgerRow;
}

/** How the ledger is told in one language; searching looks at the same words. */
export function ledgerWords({ language, t }: Words): LedgerWords {
  const locale = LOCALES[language];
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

  const details = ({ at, reason, shownAt, answer, answeredAt }: PastActivity): string[] => {
    const when = (then: number): string => (day.format(then) === day.format(at) ? time : moment).format(then);
    const asked = shownAt === null ? t('ledger.asked-unseen') : t('ledger.asked-at', { when: when(shownAt) });
    const isAsked = reason === 'eligible' || shownAt !== null;
    return [
      ...(isAsked ? [asked] : []),
      ...(reason === 'eligible' ? [] : [t(`reasons.${reason}`)]),
      ...(answer === null || answeredAt === null
        ? []
        : [t('ledger.answered', { when: when(answeredAt), answer: t(`ledger.answers.${answer}`) })]),
    ];
  };

  return {
    dayOf: (at) => capitalised(day.format(at)),
    seen: (past) => ({
      id: past.id,
      time: time.format(past.at),
      sentence: t('ledger.seen', {
        did: t(`verbs.${past.verb}-many`, { count: past.count }),
        site: hostOf(past.site),
      }),
      details: details(past),
    }),
    sent: ({ id, at, to, purpose }) => ({
      id,
      time: time.format(at),
      sentence: t(`ledger.purposes.${purpose}`, { to: hostOf(to) }),
      details: [],
    }),
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function hostOf(origin: string): string {
  return new URL(origin).host;
}
