import { useText } from '@/components/hooks/text';
import type { ApplicationView } from '@/utils/messaging/sign-in-views';
import styles from './connecting.module.css';

/** What the organisation's policy holds: it cannot be changed here. */
export function Registered({ application: { clientId, tenant } }: { application: ApplicationView }) {
  const { t } = useText();
  return (
    <div class={styles.may}>
      <p>{t('connect.by-policy')}</p>
      <p class={styles.aside}>
        {t('connect.client-id')}: <code class={styles.code}>{clientId}</code>
      </p>
      {tenant !== null && (
        <p class={styles.aside}>
          {t('connect.tenant')}: <code class={styles.code}>{tenant}</code>
        </p>
      )}
    </div>
  );
}
