import { useText } from '@/components/hooks/text';
import { Section } from '@/components/ui/Section';
import type { SharedView } from '@/utils/messaging/library-views';
import { SharedRow } from './SharedRow';
import styles from './SharedRow.module.css';
import type { SharedActions } from './shared-actions';

interface FittingPracticesProps {
  fitting: readonly SharedView[];
  now: number;
  actions: SharedActions;
}

/** What colleagues shared about the page in front, or what was done there; nothing where nothing fits. */
export function FittingPractices({ fitting, now, actions }: FittingPracticesProps) {
  const { t } = useText();
  if (fitting.length === 0) return null;
  return (
    <Section title={t('library.fitting')} size="small" items={fitting.length}>
      <ul class={styles.rows}>
        {fitting.map((shared) => (
          <SharedRow key={shared.id} shared={shared} now={now} actions={actions} />
        ))}
      </ul>
    </Section>
  );
}
