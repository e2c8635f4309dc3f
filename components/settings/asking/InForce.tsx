import { useText } from '@/components/hooks/text';
import type { AskingView } from '@/utils/messaging/asking-views';
import styles from './asking.module.css';
import { clockOf, weekdays } from './words';

/** What is left of one's own hours by those of the organisation; nothing where it narrows none, or all is well. */
export function InForce({ asking: { allowed, inForce } }: { asking: AskingView }) {
  const { t, language } = useText();
  const { days, from, to } = inForce;
  if (days.length === 0 || from >= to) return <p class={styles.narrowed}>{t('asking.in-force-none')}</p>;
  const narrows = [allowed.days, allowed.from, allowed.to].some((part) => part !== undefined);
  if (!narrows) return null;
  return (
    <p class={styles.narrowed}>
      {t('asking.in-force', { days: weekdays(days, language), from: clockOf(from), to: clockOf(to) })}
    </p>
  );
}
