import { useText } from '@/components/hooks/text';
import styles from './TopicsField.module.css';

interface SuggestedTopicsProps {
  topics: readonly string[];
  onAdd: (topic: string) => void;
}

/** Topics that others use, or that fit what was written: one press adds one. */
export function SuggestedTopics({ topics, onAdd }: SuggestedTopicsProps) {
  const { t } = useText();
  if (topics.length === 0) return null;
  return (
    <ul class={styles.list} aria-label={t('sidebar.topics-suggested')}>
      {topics.map((topic) => (
        <li key={topic}>
          <button
            type="button"
            class={styles.suggestion}
            aria-label={t('sidebar.topic-add', { topic })}
            onClick={() => onAdd(topic)}
          >
            <span aria-hidden="true">+ </span>
            {topic}
          </button>
        </li>
      ))}
    </ul>
  );
}
