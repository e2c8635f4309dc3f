/** @jsxImportSource hono/jsx */
import type { Application } from '../store/applications';
import type { PageWords } from './words';

interface SignInProps {
  readonly words: PageWords;
  readonly community: string;
  readonly next: string;
  readonly handle: string;
  readonly problem: string | null;
}

export function SignInForm({ words: { t }, community, next, handle, problem }: SignInProps) {
  return (
    <form method="post" action="/sign-in" class="card">
      <h1>{t('server.sign-in-title', { community })}</h1>
      <Problem text={problem} />
      <input type="hidden" name="next" value={next} />
      <Field name="handle" label={t('server.handle')} value={handle} autocomplete="username" />
      <Field name="password" label={t('server.password')} type="password" autocomplete="current-password" />
      <button type="submit">{t('server.sign-in')}</button>
      <p class="hint">{t('server.members-only')}</p>
    </form>
  );
}

export interface JoinValues {
  readonly displayName: string;
  readonly handle: string;
}

interface JoinProps {
  readonly words: PageWords;
  readonly community: string;
  readonly action: string;
  readonly values: JoinValues;
  readonly problem: string | null;
}

export function JoinForm({ words: { t }, community, action, values, problem }: JoinProps) {
  return (
    <form method="post" action={action} class="card">
      <h1>{t('server.join-title', { community })}</h1>
      <p>{t('server.join-about')}</p>
      <Problem text={problem} />
      <Field
        name="displayName"
        label={t('server.display-name')}
        value={values.displayName}
        autocomplete="name"
      />
      <Field
        name="handle"
        label={t('server.handle')}
        value={values.handle}
        autocomplete="username"
        hint={t('server.handle-hint')}
      />
      <Field
        name="password"
        label={t('server.password')}
        type="password"
        autocomplete="new-password"
        hint={t('server.password-hint')}
      />
      <button type="submit">{t('server.join')}</button>
    </form>
  );
}

interface ConsentProps {
  readonly words: PageWords;
  readonly application: Application;
  readonly account: string;
  readonly csrf: string;
  readonly scopes: string;
  /** What the app sent, sent back unchanged with the answer. */
  readonly request: Readonly<Record<string, string>>;
  readonly returnsTo: string;
}

/** Names the app, what it may do and where it goes next: whoever says yes must be able to see to whom. */
export function ConsentForm({
  words: { t },
  application,
  account,
  csrf,
  scopes,
  request,
  returnsTo,
}: ConsentProps) {
  const may = scopes.split(' ').some((scope) => /^(write|follow)/.test(scope))
    ? 'server.may-write'
    : 'server.may-read';
  return (
    <form method="post" action="/oauth/authorize" class="card">
      <h1>{t('server.consent-title', { application: application.name })}</h1>
      <p>{t(may, { account })}</p>
      <p class="hint">{t('server.consent-returns', { address: returnsTo })}</p>
      <input type="hidden" name="csrf" value={csrf} />
      {Object.entries(request).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="row">
        <button type="submit" name="decision" value="allow">
          {t('server.allow')}
        </button>
        <button type="submit" name="decision" value="deny" class="quiet">
          {t('server.deny')}
        </button>
      </div>
    </form>
  );
}

export function Problem({ text }: { text: string | null }) {
  return text === null ? null : (
    <p class="problem" role="alert">
      {text}
    </p>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly type?: string;
  readonly autocomplete?: string;
  readonly hint?: string;
}

export function Field({ name, label, value = '', type = 'text', autocomplete, hint }: FieldProps) {
  const describedBy = hint === undefined ? {} : { 'aria-describedby': `${name}-hint` };
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={type}
        value={value}
        autocomplete={autocomplete}
        required
        {...describedBy}
      />
      {hint === undefined ? null : (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
