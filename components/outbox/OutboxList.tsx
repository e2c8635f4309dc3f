import { useText } from '@/components/hooks/text';
import { Section } from '@/components/ui/Section';
import type { EntryView } from '@/utils/messaging/views';
import { type EntryActions, EntryRow } from './EntryRow';
import styles from './rows.module.css';

interface OutboxListProps {
  entries: readonly EntryView[];
  now: number;
  actions: EntryActions;
}

/** What waits; nothing where nothing does. */
export function OutboxList({ entries, now, actions }: OutboxListProps) {
  const { t } = useText();
  if (entries.length === 0) return null;
  return (
    <Section title={t('popup.waiting')} size="small" items={entries.length}>
      <ul class={styles.rows}>
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} now={now} actions={actions} />
        ))}
      </ul>
    </Section>
  );
}
