import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import type { Attempt } from '@/components/ui/trouble';
import styles from './Newcomer.module.css';

interface NewcomerProps {
  onBegin: () => void;
  onLater: Attempt;
}

/** For whoever never saw the welcome, as on a managed laptop: what it does and does not in three lines, and the way in. */
export function Newcomer({ onBegin, onLater }: NewcomerProps) {
  const { t } = useText();
  return (
    <Section title={t('welcome.newcomer')} size="small">
      <ul class={styles.lines}>
        <li>{t('welcome.does-2')}</li>
        <li>{t('welcome.newcomer-never')}</li>
        <li>{t('welcome.newcomer-sites')}</li>
      </ul>
      <div class={styles.ways}>
        <Button onPress={onBegin}>{t('welcome.begin')}</Button>
        <ActionButton variant="quiet" attempt={onLater}>
          {t('welcome.later')}
        </ActionButton>
      </div>
    </Section>
  );
}
