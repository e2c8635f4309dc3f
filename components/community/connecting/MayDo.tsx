import { useText } from '@/components/hooks/text';
import type { WayView } from '@/utils/messaging/sign-in-views';
import { shownScopes } from '../shown-names';
import styles from './connecting.module.css';

interface MayDoProps {
  title: string;
  way: WayView;
}

/** What we will be allowed, in plain words, and after that in the platform's own. */
export function MayDo({ title, way: { way, asksFor } }: MayDoProps) {
  const { t } = useText();
  const isWhole = way === 'token' || way === 'app-password' || way === 'session';
  return (
    <div class={styles.may}>
      <p class={styles.strong}>{t('connect.may')}</p>
      <p>{t(isWhole ? `connect.may-${way}` : 'connect.may-asked')}</p>
      {asksFor.length > 0 && (
        <p class={styles.aside}>{t('connect.asks-words', { title, words: shownScopes(asksFor) })}</p>
      )}
      <p class={styles.aside}>{t('connect.may-stays')}</p>
    </div>
  );
}
