import { useText } from '@/components/hooks/text';
import { describeUntil } from '@/components/hooks/times';
import type { WaitingView } from '@/utils/messaging/views';
import styles from './rows.module.css';

interface DrainProgressProps {
  waiting: WaitingView;
  now: number;
}

/** How far a long delivery is, and until when a community asked to wait; nothing where neither is so. */
export function DrainProgress({ waiting: { drain, asked }, now }: DrainProgressProps) {
  const { t, language } = useText();
  if (drain === null && asked.length === 0) return null;
  return (
    <div class={styles.progress}>
      {drain !== null && (
        <>
          <p>{t('popup.progress', { sent: drain.sent, total: drain.of })}</p>
          <progress value={drain.sent} max={drain.of} aria-label={t('popup.how-far')} />
        </>
      )}
      {asked.map(({ communityName: community, until }) => (
        <p key={community} class={styles.detail}>
          {t('popup.story-asked', { community, when: describeUntil(until, now, language) })}
        </p>
      ))}
    </div>
  );
}
