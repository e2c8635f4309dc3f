/** @jsxImportSource hono/jsx */
import { CopyField } from './fields';
import type { PageWords } from './words';

interface WelcomeProps {
  readonly words: PageWords;
  readonly name: string;
  /** Of this community, as the extension wants it. */
  readonly address: string;
}

/** Right after joining: how to share from one's own work, in three steps. */
export function WelcomePage({ words: { t }, name, address }: WelcomeProps) {
  return (
    <div class="card">
      <h1>{t('server.welcome', { name })}</h1>
      <p>{t('server.welcome-about')}</p>
      <ol>
        <li>
          <p>{t('server.welcome-install')}</p>
        </li>
        <li>
          <p>{t('server.welcome-copy')}</p>
          <CopyField
            name="address"
            label={t('server.welcome-address')}
            text={address}
            rows={1}
            hint={t('server.copy-hint')}
          />
        </li>
        <li>
          <p>
            {t('server.welcome-paste', {
              connect: t('popup.connect'),
              field: t('options.address'),
              action: t('options.connect-action'),
            })}
          </p>
        </li>
      </ol>
      <p>
        <a class="button" href="/">
          {t('server.welcome-read')}
        </a>
      </p>
    </div>
  );
}
