import type { TargetedFocusEvent, TargetedKeyboardEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { useAnnounce } from '@/components/ui/Announcer';
import { Field } from '@/components/ui/Field';
import { SuggestedTopics } from './SuggestedTopics';
import styles from './TopicsField.module.css';
import { addTopics, topicsToOffer } from './topics';

interface TopicsFieldProps {
  topics: readonly string[];
  suggested: readonly string[];
  /** `said`: what a button did, which can be undone. */
  onChange: (topics: string[], said?: string) => void;
  error?: string | null;
}

/** Topics as small tags. Enter or a comma makes one of what was typed; Backspace in an empty field takes the last. */
export function TopicsField({ topics, suggested, onChange, error }: TopicsFieldProps) {
  const { t } = useText();
  const announce = useAnnounce();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);

  const add = (text: string): void => {
    const next = addTopics(topics, text);
    setTyped('');
    if (next.length === topics.length) return;
    onChange(next);
    announce(t('sidebar.topic-added', { topic: next.slice(topics.length).join(', ') }));
  };
  const remove = (topic: string): void => {
    onChange(
      topics.filter((other) => other !== topic),
      t('sidebar.topic-removed', { topic }),
    );
    field.current?.focus(); // the button that had it goes away
  };
  const addSuggested = (topic: string): void => {
    setTyped('');
    onChange(addTopics(topics, topic), t('sidebar.topic-added', { topic }));
    field.current?.focus();
  };
  const onLeave = ({ currentTarget, relatedTarget }: TargetedFocusEvent<HTMLDivElement>): void => {
    const staysHere = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    if (!staysHere) add(typed);
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
    <div class={styles.topics} onFocusOut={onLeave}>
      <Field
        label={t('sidebar.topics')}
        aside={t('sidebar.topics-hint')}
        error={error}
        control={(attributes) => (
          <input
            {...attributes}
            ref={field}
            type="text"
            autoComplete="off"
            enterkeyhint="done"
            value={typed}
            onInput={(event) => onInput(event.currentTarget.value)}
            onKeyDown={onKeyDown}
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
      <SuggestedTopics topics={topicsToOffer(suggested, topics, typed)} onAdd={addSuggested} />
    </div>
  );
}
