import { useText } from '@/components/hooks/text';
import { Checkbox } from '@/components/ui/Checkbox';
import type { LessonCandidate } from '@/utils/messaging/lesson-views';
import styles from './lesson.module.css';

interface LessonWordsProps {
  words: LessonCandidate['constants'];
  agreed: boolean;
  onAgree: (agreed: boolean) => void;
}

/** The only values that stand in a recipe: the person says that they are the system's. */
export function LessonWords({ words, agreed, onAgree }: LessonWordsProps) {
  const { t } = useText();
  if (words.length === 0) return null;
  return (
    <div>
      <p>{t('lesson.constants')}</p>
      <ul class={styles.words}>
        {words.map(({ where, name, value }) => (
          <li key={`${where} ${name}`}>{t('lesson.constant', { name, value })}</li>
        ))}
      </ul>
      <Checkbox checked={agreed} onChange={onAgree}>
        {t('lesson.constants-agree')}
      </Checkbox>
    </div>
  );
}
