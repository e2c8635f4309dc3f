import { useText } from '@/components/hooks/text';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { ShortList } from '@/components/ui/ShortList';
import type { WaitingView } from '@/utils/messaging/views';
import { EntryRow } from './EntryRow';
import type { EntryActions } from './entry-actions';

interface OutboxListProps {
  waiting: WaitingView;
  now: number;
  actions: EntryActions;
  /** The person wants to see more rows; absent where nobody could bring them. */
  onMore?: () => void;
}

/** What waits; nothing where nothing does. */
export function OutboxList({ waiting: { rows, total }, now, actions, onMore }: OutboxListProps) {
  const { t } = useText();
  if (total === 0) return null;
  const more = total > rows.length && onMore !== undefined && (
    <Button variant="quiet" onPress={onMore}>
      {t('ui.show-more')}
    </Button>
  );
  return (
    <Section title={t('popup.waiting')} size="small" items={total}>
      <ShortList atOnce={5} total={total} end={more}>
        {rows.map((entry) => (
          <EntryRow key={entry.id} entry={entry} now={now} actions={actions} />
        ))}
      </ShortList>
    </Section>
  );
}
