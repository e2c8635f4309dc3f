/** @jsxImportSource hono/jsx */
import { Field, Problem } from './forms';
import type { PageWords } from './words';

interface ResetProps {
  readonly words: PageWords;
  readonly handle: string;
  readonly action: string;
  readonly problem: string | null;
}

/** Choosing a new password, by the link that whoever runs the community gave. */
export function ResetForm({ words: { t }, handle, action, problem }: ResetProps) {
  return (
    <form method="post" action={action} class="card">
      <h1>{t('server.reset-title')}</h1>
      <p>{t('server.reset-about', { handle })}</p>
      <Problem text={problem} />
      <Field
        name="password"
        label={t('server.new-password')}
        type="password"
        autocomplete="new-password"
        hint={t('server.password-hint')}
      />
      <button type="submit">{t('server.reset')}</button>
    </form>
  );
}
