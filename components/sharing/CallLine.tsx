import { useText } from '@/components/hooks/text';
import { describeDay } from '@/components/hooks/times';
import type { CallView } from '@/utils/messaging/call-view';
import styles from './CallLine.module.css';

/** One quiet line about the theme of now, beside whatever is being written. */
export function CallLine({ call }: { call: CallView | null }) {
  const { t, language } = useText();
  if (call === null) return null;
  const { text, lastAt } = call;
  return <p class={styles.line}>{t('call.line', { text, day: describeDay(lastAt, language) })}</p>;
}
