/** @jsxImportSource hono/jsx */
import type { Text } from '@/utils/language';
import type { Person } from '../model';

interface SignInFormProps {
  readonly t: Text;
  readonly people: readonly Person[];
  readonly next: string;
  /** Words above the form: why one is here, or why one was not let in. */
  readonly notice: 'expired' | 'wrong' | null;
  readonly personId: string;
  readonly password: string;
}

/** Who is it? The password is the same for all and shown: this is a place to practise. */
export function SignInForm({ t, people, next, notice, personId, password }: SignInFormProps) {
  return (
    <>
      <h1>{t('intranet.sign-in.title')}</h1>
      {notice !== null && (
        <p class={notice === 'wrong' ? 'message message-failure' : 'message'} role="alert">
          {t(`intranet.sign-in.${notice}`)}
        </p>
      )}
      <form class="stack narrow" action="/sign-in" method="post">
        <input type="hidden" name="next" value={next} />
        <label for="person">{t('intranet.sign-in.person')}</label>
        <select id="person" name="person" autocomplete="username">
          {people.map((person) => (
            <option value={person.id} selected={person.id === personId}>
              {`${person.name} – ${person.role}`}
            </option>
          ))}
        </select>
        <label for="password">{t('intranet.sign-in.password')}</label>
        <input
          id="password"
          name="password"
          type="password"
          value={password}
          autocomplete="off"
          aria-describedby="hint"
        />
        <p id="hint" class="faint">
          {t('intranet.sign-in.hint', { password })}
        </p>
        <p class="actions">
          <button class="button-first" type="submit">
            {t('intranet.sign-in.button')}
          </button>
        </p>
      </form>
    </>
  );
}
