import { LOCALES } from '@/utils/language/languages';
import type { LedgerRow } from '@/utils/messaging/ledger-views';
import type { SentRequest } from '@/utils/privacy/ledger-row';
import type { PastActivity } from '@/utils/prompting/history';
import type { Words } from './services';

export interface LedgerWords {
  /** The day of a moment (epoch ms). */
  readonly dayOf: (at: number) => string;
  readonly seen: (past: PastActivity) => LedgerRow;
  readonly sent: (request: SentRequest) => LedgerRow;
}

/** How the ledger is told in one language; searching looks at the same words. */
export function ledgerWords(words: Words): LedgerWords {
  const { t } = words;
  const { day, time } = formats(words);
  const once = onceEach();
  const details = answersIn(words);
  return {
    dayOf: (at) => capitalised(day.format(at)),
    seen: (past) => {
      const { id, at, verb, count, site } = past;
      const did = (): string => t(`verbs.${verb}-many`, { count });
      const sentence = once(`${verb} ${count} ${site}`, () =>
        t('ledger.seen', { did: did(), site: hostOf(site) }),
      );
      return { id, time: time.format(at), sentence, details: details(past) };
    },
    sent: ({ id, at, to, purpose }) => {
      const sentence = once(`${purpose} ${to}`, () => t(`ledger.purposes.${purpose}`, { to: hostOf(to) }));
      return { id, time: time.format(at), sentence, details: [] };
    },
  };
}

/** What was decided about an activity, and what came of the question. */
function answersIn(words: Words): (past: PastActivity) => string[] {
  const { t } = words;
  const { day, time, moment } = formats(words);
  const once = onceEach();
  return ({ at, reason, shownAt, answer, answeredAt }) => {
    const when = (then: number): string => (day.format(then) === day.format(at) ? time : moment).format(then);
    const said: string[] = [];
    if (shownAt !== null) said.push(t('ledger.asked-at', { when: when(shownAt) }));
    else if (reason === 'eligible') said.push(once('unseen', () => t('ledger.asked-unseen')));
    if (reason !== 'eligible') said.push(once(reason, () => t(`reasons.${reason}`)));
    if (answer !== null && answeredAt !== null)
      said.push(t('ledger.answered', { when: when(answeredAt), answer: t(`ledger.answers.${answer}`) }));
    return said;
  };
}

/** A long history says the same few sentences over and over, and making them takes most of a search's time. */
function onceEach(): (name: string, say: () => string) => string {
  const said = new Map<string, string>();
  return (name, say) => {
    const sentence = said.get(name) ?? say();
    said.set(name, sentence);
    return sentence;
  };
}

function formats({ language }: Words) {
  const locale = LOCALES[language];
  return {
    day: new Intl.DateTimeFormat(locale, { dateStyle: 'full' }),
    time: new Intl.DateTimeFormat(locale, { timeStyle: 'short' }),
    moment: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function hostOf(origin: string): string {
  return new URL(origin).host;
}
