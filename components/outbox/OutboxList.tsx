import { useText } from '@/components/hooks/text';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { ShortList } from '@/components/ui/ShortList';
import type { DiscardedView, WaitingView } from '@/utils/messaging/views';
import { DiscardedRow } from './DiscardedRow';
import { DrainProgress } from './DrainProgress';
import { EntryRow } from './EntryRow';
import type { EntryActions } from './entry-actions';
import { useDrainNews } from './use-drain-news';

interface OutboxListProps {
  waiting: WaitingView;
  /** Entries that were just deleted. */
  discarded: readonly DiscardedView[];
  now: number;
  actions: EntryActions;
  /** The person wants to see more rows; absent where nobody could bring them. */
  onMore?: () => void;
}

/** What waits; nothing where nothing does. */
export function OutboxList({ waiting, discarded, now, actions, onMore }: OutboxListProps) {
  const { t } = useText();
  useDrainNews(waiting, now);
  const { rows, total } = waiting;
  const items = total + discarded.length;
  if (items === 0) return null;
  const more = total > rows.length && onMore !== undefined && (
    <Button variant="quiet" onPress={onMore}>
      {t('ui.show-more')}
    </Button>
  );
  return (
    <Section title={t('popup.waiting')} size="small" items={items}>
      <DrainProgress waiting={waiting} now={now} />
      <ShortList atOnce={5} total={items} end={more}>
        {discarded.map((each) => (
          <DiscardedRow key={each.id} discarded={each} onUndo={actions.undoDiscard} />
        ))}
        {rows.map((entry) => (
          <EntryRow key={entry.id} entry={entry} now={now} actions={actions} />
        ))}
      </ShortList>
    </Section>
  );
}
