import { useText } from '@/components/hooks/text';
import { describeDay } from '@/components/hooks/times';
import { ActionButton } from '@/components/ui/ActionButton';
import { Section } from '@/components/ui/Section';
import type { Attempt } from '@/components/ui/trouble';
import type { CallView } from '@/utils/messaging/call-view';
import styles from './CallCard.module.css';

interface CallCardProps {
  call: CallView | null;
  onWrite: Attempt;
}

/** What the community wants to hear about these days, and the way to write about it; nothing where it said nothing. */
export function CallCard({ call, onWrite }: CallCardProps) {
  const { t, language } = useText();
  if (call === null) return null;
  return (
    <Section title={t('call.title')} size="small">
      <p class={styles.text} dir="auto">
        {call.text}
      </p>
      <p class={styles.until}>{t('call.until', { day: describeDay(call.lastAt, language) })}</p>
      <div>
        <ActionButton attempt={onWrite}>{t('call.write')}</ActionButton>
      </div>
    </Section>
  );
}
