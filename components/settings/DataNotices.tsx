import { useText } from '@/components/hooks/text';
import { describeDistance } from '@/components/hooks/times';
import { ActionButton } from '@/components/ui/ActionButton';
import { Notice } from '@/components/ui/Notice';
import type { Attempt } from '@/components/ui/trouble';
import type { Overview } from '@/utils/messaging/views';
import styles from './rows.module.css';

interface DataNoticesProps {
  overview: Pick<Overview, 'aside' | 'lostAt'>;
  now: number;
  /** Goes to what is kept on this device. */
  onLook: Attempt;
  /** The person knows that everything was lost. */
  onRead: Attempt;
}

/** What happened to the data on this device, where the person has to know. */
export function DataNotices({ overview: { aside, lostAt }, now, onLook, onRead }: DataNoticesProps) {
  const { t, language } = useText();
  return (
    <>
      {lostAt !== null && (
        <Notice tone="error">
          <p>{t('popup.lost', { when: describeDistance(lostAt, now, language) })}</p>
          <div class={styles.actions}>
            <ActionButton attempt={onLook}>{t('popup.lost-import')}</ActionButton>
            <ActionButton attempt={onRead}>{t('popup.lost-read')}</ActionButton>
          </div>
        </Notice>
      )}
      {aside > 0 && (
        <Notice tone="warning" silent>
          <p>{t('popup.aside')}</p>
          <ActionButton attempt={onLook}>{t('popup.aside-look')}</ActionButton>
        </Notice>
      )}
    </>
  );
}
