import { useText } from '@/components/hooks/text';
import { Section } from '@/components/ui/Section';
import { ShortList } from '@/components/ui/ShortList';
import type { DiscardedView, Overview } from '@/utils/messaging/views';
import { DiscardedRow } from './DiscardedRow';
import { type DraftActions, DraftRow } from './DraftRow';

interface DraftListProps {
  drafts: Overview['drafts'];
  /** Drafts that were just deleted. */
  discarded: readonly DiscardedView[];
  now: number;
  actions: DraftActions;
}

/** Texts to go on with; nothing where there are none. */
export function DraftList({ drafts, discarded, now, actions }: DraftListProps) {
  const { t } = useText();
  const items = drafts.length + discarded.length;
  if (items === 0) return null;
  return (
    <Section title={t('popup.drafts')} size="small" items={items}>
      <ShortList atOnce={3}>
        {discarded.map((each) => (
          <DiscardedRow key={each.id} discarded={each} onUndo={actions.undoDiscard} />
        ))}
        {drafts.map((draft) => (
          <DraftRow key={draft.id} draft={draft} now={now} actions={actions} />
        ))}
      </ShortList>
    </Section>
  );
}
