import { useText } from '@/components/hooks/text';
import { Link } from '@/components/ui/Link';
import styles from './connecting.module.css';
import { PastePicture } from './PastePicture';

interface PasteGuideProps {
  kind: 'token' | 'password';
  title: string;
  /** Where it is made; null where the platform does not tell. */
  page: string | null;
  /** The person's own password does as well. */
  orPassword: boolean;
}

/** Three steps to something that is made there and pasted here, and a picture of them. */
export function PasteGuide({ kind, title, page, orPassword }: PasteGuideProps) {
  const { t } = useText();
  return (
    <figure class={styles.guide}>
      <PastePicture />
      <figcaption>
        <ol class={styles.steps}>
          <li>
            {t(`connect.guide-${kind}-open`, { title })}{' '}
            {page !== null && <Link href={page}>{t('connect.open')}</Link>}
          </li>
          <li>{t(`connect.guide-${kind}-make`)}</li>
          <li>{t(`connect.guide-${kind}-paste`)}</li>
        </ol>
        {orPassword && <p>{t('connect.guide-or-password', { title })}</p>}
      </figcaption>
    </figure>
  );
}
