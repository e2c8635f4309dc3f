import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Section } from '@/components/ui/Section';
import type { Trouble } from '@/components/ui/trouble';
import type { SharedView } from '@/utils/messaging/library-views';
import { SharedRow } from './SharedRow';
import styles from './SharedRow.module.css';

interface FittingPracticesProps {
  fitting: readonly SharedView[];
  now: number;
  onThank: (sharedId: string) => Promise<Trouble | null>;
}

/** What colleagues shared about the page in front, or what was done there; nothing where nothing fits. */
export function FittingPractices({ fitting, now, onThank }: FittingPracticesProps) {
  const { t } = useText();
  if (fitting.length === 0) return null;
  return (
    <Section title={t('library.fitting')} size="small" items={fitting.length}>
      <ul class={styles.rows}>
        {fitting.map((shared) => (
          <SharedRow key={shared.id} shared={shared} now={now}>
            {shared.thanked ? (
              <p class={styles.hint}>{t('library.thanked')}</p>
            ) : (
              <ActionButton
                variant="quiet"
                attempt={() => onThank(shared.id)}
                label={t('popup.row-label', { action: t('library.thank'), title: shared.title })}
              >
                {t('library.thank')}
              </ActionButton>
            )}
          </SharedRow>
        ))}
      </ul>
    </Section>
  );
}
