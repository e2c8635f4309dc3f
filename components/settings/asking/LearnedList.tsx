import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import type { Trouble } from '@/components/ui/trouble';
import type { LearnedView } from '@/utils/messaging/asking-views';
import type { Forgotten } from '@/utils/settings/settings';
import rows from '../rows.module.css';
import styles from './asking.module.css';
import { learnedSentence } from './learned-sentence';

interface LearnedListProps {
  learned: readonly LearnedView[];
  onForget: (forget: Forgotten) => Promise<Trouble | null>;
}

/** What was learned and holds now, each as a sentence and with the way to have it forgotten. */
export function LearnedList({ learned, onForget }: LearnedListProps) {
  const { t, language } = useText();
  return (
    <>
      <p>{t('asking.learned-lead')}</p>
      {learned.length === 0 && <p class={styles.note}>{t('asking.learned-none')}</p>}
      {learned.length > 0 && (
        <ul class={rows.rows}>
          {learned.map(({ rule, forget }) => {
            const words = learnedSentence(t, rule, language);
            return (
              <li key={JSON.stringify(forget)} class={rows.row}>
                <p class={rows.words}>{words}</p>
                <ActionButton
                  attempt={() => onForget(forget)}
                  done={t('asking.learned-forgotten')}
                  label={t('options.forget-label', { rule: words })}
                >
                  {t('options.forget')}
                </ActionButton>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
