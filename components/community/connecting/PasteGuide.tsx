import { useText } from '@/components/hooks/text';
import { Link } from '@/components/ui/Link';
import type { Text } from '@/utils/language';
import type { WayView } from '@/utils/messaging/sign-in-views';
import styles from './connecting.module.css';
import { PastePicture } from './PastePicture';

interface PasteGuideProps {
  way: WayView;
  title: string;
}

/** Three steps to something that is made there and pasted here, and a picture of them. */
export function PasteGuide({ way, title }: PasteGuideProps) {
  const { t } = useText();
  const { tokenPage, pasteAdvice: { menu = [] } = {} } = way;
  const steps = stepsOf(way, title, t);
  return (
    <figure class={styles.guide}>
      <PastePicture />
      <figcaption>
        <ol class={styles.steps}>
          <li>
            {steps.open} {tokenPage !== null && <Link href={tokenPage}>{t('connect.open')}</Link>}
            {menu.length > 0 && (
              <p class={styles.aside}>{t('connect.guide-menu', { menu: menu.join(' › ') })}</p>
            )}
          </li>
          <li>{steps.make}</li>
          <li>{steps.paste}</li>
        </ol>
        {way.takesPassword && <p>{t('connect.guide-or-password', { title })}</p>}
      </figcaption>
    </figure>
  );
}

function stepsOf({ way, pasteAdvice: { how, isPassword } = {} }: WayView, title: string, t: Text) {
  const kind = way === 'token' && !isPassword ? 'token' : 'password';
  const opens = { shown: 'connect.guide-open-shown', administrator: 'connect.guide-ask' } as const;
  const open =
    how === 'shown' || how === 'administrator' ? opens[how] : (`connect.guide-${kind}-open` as const);
  return {
    open: t(open, { title }),
    make: t(how === undefined ? `connect.guide-${kind}-make` : `connect.guide-copy-${how}`),
    paste: t(`connect.guide-${kind}-paste`),
  };
}
