import { useText } from '@/components/hooks/text';
import type { WayView } from '@/utils/messaging/sign-in-views';
import { shownScopes } from '../shown-names';
import styles from './connecting.module.css';

interface MayDoProps {
  title: string;
  way: WayView;
}

/** What we will be allowed, in plain words, and after that in the platform's own. */
export function MayDo({ title, way }: MayDoProps) {
  const { t } = useText();
  const { asksFor } = way;
  const allows = allowsOf(way);
  return (
    <div class={styles.may}>
      <p class={styles.strong}>{t('connect.may')}</p>
      <p>{t(`connect.may-${allows}`)}</p>
      {asksFor.length > 0 && (
        <p class={styles.aside}>{t('connect.asks-words', { title, words: shownScopes(asksFor) })}</p>
      )}
      <p class={styles.aside}>{t('connect.may-stays')}</p>
    </div>
  );
}

function allowsOf({ way, takesPassword, pasteAdvice: { how, isPassword } = {} }: WayView) {
  if (way === 'token' && isPassword) return 'app-password';
  // Nobody chose anything while it was made.
  if (how === 'shown' || takesPassword) return 'session';
  return way === 'token' || way === 'app-password' || way === 'session' ? way : 'asked';
}
