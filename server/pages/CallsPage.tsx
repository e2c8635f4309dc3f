/** @jsxImportSource hono/jsx */
import { LOCALES } from '@/utils/language/languages';
import type { Call } from '../store/calls';
import { Field, Problem } from './forms';
import type { PageWords } from './words';

export interface CallValues {
  readonly text: string;
  readonly words: string;
  readonly until: string;
}

export const NO_CALL: CallValues = { text: '', words: '', until: '' };

interface CallsProps {
  readonly words: PageWords;
  readonly csrf: string;
  /** Those that hold now. */
  readonly calls: readonly Call[];
  readonly values: CallValues;
  readonly problem: string | null;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** Where the coordinator calls for practices on a theme, and ends such a call. */
export function CallsPage({ words, csrf, calls, values, problem, today }: CallsProps) {
  const { t } = words;
  return (
    <>
      <h1>{t('server.calls')}</h1>
      <p>{t('server.calls-about')}</p>
      <section class="card">
        <h2>{t('server.calls-now')}</h2>
        {calls.length === 0 ? (
          <p>{t('server.calls-none')}</p>
        ) : (
          <ul class="plain">
            {calls.map((call) => (
              <CallRow words={words} csrf={csrf} call={call} />
            ))}
          </ul>
        )}
      </section>
      <form method="post" action="/calls" class="card">
        <h2>{t('server.call-make')}</h2>
        <Problem text={problem} />
        <input type="hidden" name="csrf" value={csrf} />
        <Field
          name="text"
          label={t('server.call-text')}
          value={values.text}
          autocomplete="off"
          hint={t('server.call-text-hint')}
        />
        <Field
          name="words"
          label={t('server.call-words')}
          value={values.words}
          autocomplete="off"
          hint={t('server.call-words-hint')}
        />
        <div class="field">
          <label for="until">{t('server.call-until')}</label>
          <input id="until" name="until" type="date" min={today} value={values.until} required />
        </div>
        <button type="submit">{t('server.call-make')}</button>
      </form>
    </>
  );
}

interface RowProps {
  readonly words: PageWords;
  readonly csrf: string;
  readonly call: Call;
}

function CallRow({ words: { t, language }, csrf, call: { id, text, words, lastDay } }: RowProps) {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <li>
      <p>
        <strong dir="auto">{text}</strong>
        <br />
        <span class="hint">
          {t('server.call-shown', {
            day: format.format(new Date(lastDay)),
            words: words.map((word) => `#${word}`).join(' '),
          })}
        </span>
      </p>
      <form method="post" action={`/calls/${id}/end`}>
        <input type="hidden" name="csrf" value={csrf} />
        <button type="submit" class="quiet" aria-label={t('server.call-end-label', { text })}>
          {t('server.call-end')}
        </button>
      </form>
    </li>
  );
}
