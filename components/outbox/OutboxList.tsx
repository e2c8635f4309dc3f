import { useText } from '@/components/hooks/text';
import { Section } from '@/components/ui/Section';
import { ShortList } from '@/components/ui/ShortList';
import type { DiscardedView, WaitingView } from '@/utils/messaging/views';
import { DiscardedRow } from './DiscardedRow';
import { DrainProgress } from './DrainProgress';
import { EntryRow } from './EntryRow';
import type { EntryActions } from './entry-actions';
import styles from './rows.module.css';
import { useDrainNews } from './use-drain-news';

interface OutboxListProps {
  waiting: WaitingView;
  /** Entries that were just deleted. */
  discarded: readonly DiscardedView[];
  now: number;
  actions: EntryActions;
}

/** What waits; nothing where nothing does. */
export function OutboxList({ waiting, discarded, now, actions }: OutboxListProps) {
  const { t } = useText();
  useDrainNews(waiting, now);
  const { rows, total } = waiting;
  if (total + discarded.length === 0) return null;
  return (
    <Section title={t('popup.waiting')} size="small" items={total + discarded.length}>
      <DrainProgress waiting={waiting} now={now} />
      <ShortList atOnce={5}>
        {discarded.map((each) => (
          <DiscardedRow key={each.id} discarded={each} onUndo={actions.undoDiscard} />
        ))}
        {rows.map((entry) => (
          <EntryRow key={entry.id} entry={entry} now={now} actions={actions} />
        ))}
      </ShortList>
      {total > rows.length && (
        <p class={styles.detail}>{t('popup.not-shown', { count: total - rows.length })}</p>
      )}
    </Section>
  );
}
