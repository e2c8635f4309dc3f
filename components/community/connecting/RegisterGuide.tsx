import { useText } from '@/components/hooks/text';
import { Disclosure } from '@/components/ui/Disclosure';
import { Link } from '@/components/ui/Link';
import type { Trouble } from '@/components/ui/trouble';
import type { PlatformView } from '@/utils/messaging/community-views';
import type { FoundView, WayView } from '@/utils/messaging/sign-in-views';
import { CopyLine } from './CopyLine';
import styles from './connecting.module.css';

interface RegisterGuideProps {
  found: FoundView;
  way: WayView;
  registration: PlatformView['registration'];
  copy: (text: string) => Promise<Trouble | null>;
}

/** What an administrator registers once for everybody, which licence that takes, and the address to copy. */
export function RegisterGuide({ found, way, registration, copy }: RegisterGuideProps) {
  const { t } = useText();
  const { title, address, redirectAddress } = found;
  const givesTenant = way.takesTenant === true || way.needs.includes('tenant');
  const page = registration === null ? null : pageOf(registration.page, address);
  return (
    <Disclosure title={t('connect.register', { title })}>
      <p>{t('connect.register-lead', { title })}</p>
      {registration?.licence !== undefined && (
        <p>{t('connect.register-licence', { licence: registration.licence })}</p>
      )}
      <ol class={styles.steps}>
        <li>
          {t('connect.register-make')}{' '}
          {registration !== null && t('connect.register-type', { type: registration.applicationType })}{' '}
          {page !== null && <Link href={page}>{t('connect.open')}</Link>}
        </li>
        <li>
          {t('connect.register-return')}
          <CopyLine label={t('connect.redirect')} text={redirectAddress} copy={copy} />
        </li>
        {registration !== null && registration.permissions.length > 0 && (
          <li>{t('connect.register-allow', { permissions: registration.permissions.join(', ') })}</li>
        )}
        <li>{t(givesTenant ? 'connect.register-tell-tenant' : 'connect.register-tell')}</li>
      </ol>
    </Disclosure>
  );
}

function pageOf(page: string, address: string): string {
  return page.startsWith('/') ? `${address}${page}` : page;
}
