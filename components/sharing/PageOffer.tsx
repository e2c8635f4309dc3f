import { useText } from '@/components/hooks/text';
import { Button } from '@/components/ui/Button';
import { Link } from '@/components/ui/Link';
import type { CommunityView, DraftView } from '@/utils/messaging/views';
import type { Practice } from '@/utils/practice/practice';
import styles from './PageOffer.module.css';

interface PageOfferProps {
  practice: Practice;
  page: DraftView['page'];
  community: CommunityView | null;
  onChange: (change: Partial<Practice>) => void;
}

/** The page that the practice is about: its link can be left out; what is not in the text can be added. */
export function PageOffer({ practice, page, community, onChange }: PageOfferProps) {
  const { t } = useText();
  const { link } = practice;
  if (page === null && link === null) return null;
  const offeredLink = link === null ? (page?.link ?? null) : null;
  const offeredTitle = practice.title === '' ? (page?.title ?? '') : '';
  const caution = community === null ? t('sidebar.page-unknown') : t('sidebar.page-across');
  return (
    <section class={styles.page} aria-label={t('sidebar.page')}>
      <h2 class={styles.title}>{t('sidebar.page')}</h2>
      {page !== null && page.title !== '' && <p>{page.title}</p>}
      {(link ?? offeredLink) !== null && <Link href={link ?? offeredLink ?? ''}>{link ?? offeredLink}</Link>}
      {community?.scope !== 'own' && page !== null && <p class={styles.caution}>{caution}</p>}
      <div class={styles.actions}>
        {offeredTitle !== '' && (
          <Button onPress={() => onChange({ title: offeredTitle })}>
            {t('sidebar.page-title-add', { title: offeredTitle })}
          </Button>
        )}
        {offeredLink !== null && (
          <Button onPress={() => onChange({ link: offeredLink })}>{t('sidebar.page-link-add')}</Button>
        )}
        {link !== null && (
          <Button variant="quiet" onPress={() => onChange({ link: null })}>
            {t('sidebar.page-link-remove')}
          </Button>
        )}
      </div>
    </section>
  );
}
