import type { TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { useAnnounce } from '@/components/ui/Announcer';
import { Field } from '@/components/ui/Field';
import styles from './TopicsField.module.css';
import { addTopics } from './topics';

interface TopicsFieldProps {
  topics: readonly string[];
  onChange: (topics: string[]) => void;
  error?: string | null;
}

/** Topics as small tags. Enter or a comma makes one of what was typed; Backspace in an empty field takes the last. */
export function TopicsField({ topics, onChange, error }: TopicsFieldProps) {
  const { t } = useText();
  const announce = useAnnounce();
  const [typed, setTyped] = useState('');

  const add = (text: string): void => {
    const next = addTopics(topics, text);
    setTyped('');
    if (next.length === topics.length) return;
    onChange(next);
    announce(t('sidebar.topic-added', { topic: next.slice(topics.length).join(', ') }));
  };
  const remove = (topic: string): void => {
    onChange(topics.filter((other) => other !== topic));
    announce(t('sidebar.topic-removed', { topic }));
  };
  const onInput = (text: string): void => (/[,;\n]/.test(text) ? add(text) : setTyped(text));
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    if (event.isComposing) return;
    const last = topics.at(-1);
    if (event.key === 'Enter') {
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined) remove(last);
  };

  return (
    <div class={styles.topics}>
      <Field
        label={t('sidebar.topics')}
        hint={t('sidebar.topics-hint')}
        error={error}
        control={(attributes) => (
          <input
            {...attributes}
            type="text"
            autoComplete="off"
            enterkeyhint="done"
            value={typed}
            onInput={(event) => onInput(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={() => add(typed)}
          />
        )}
      />
      {topics.length > 0 && (
        <ul class={styles.list} aria-label={t('sidebar.topics-chosen')}>
          {topics.map((topic) => (
            <li class={styles.topic} key={topic}>
              <span>{topic}</span>
              <button
                type="button"
                class={styles.remove}
                aria-label={t('sidebar.topic-remove', { topic })}
                onClick={() => remove(topic)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
