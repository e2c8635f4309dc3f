import { useText } from '@/components/hooks/text';
import { Section } from '@/components/ui/Section';
import { ShortList } from '@/components/ui/ShortList';
import type { EntryView } from '@/utils/messaging/views';
import { EntryRow } from './EntryRow';
import type { EntryActions } from './entry-actions';

interface OutboxListProps {
  entries: readonly EntryView[];
  now: number;
  actions: EntryActions;
}

/** What waits; nothing where nothing does. */
export function OutboxList({ entries, now, actions }: OutboxListProps) {
  const { t } = useText();
  if (entries.length === 0) return null;
  // What needs the person stands first; otherwise in the order in which it was sent.
  const byNeed = entries.toSorted((a, b) => Number(b.state === 'parked') - Number(a.state === 'parked'));
  return (
    <Section title={t('popup.waiting')} size="small" items={entries.length}>
      <ShortList atOnce={5}>
        {byNeed.map((entry) => (
          <EntryRow key={entry.id} entry={entry} now={now} actions={actions} />
        ))}
      </ShortList>
    </Section>
  );
}
