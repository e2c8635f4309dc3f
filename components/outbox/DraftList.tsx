import { useText } from '@/components/hooks/text';
import { describeDistance } from '@/components/hooks/times';
import { ActionButton } from '@/components/ui/ActionButton';
import { Section } from '@/components/ui/Section';
import { ShortList } from '@/components/ui/ShortList';
import type { Trouble } from '@/components/ui/trouble';
import type { Overview } from '@/utils/messaging/views';
import styles from './rows.module.css';

interface DraftListProps {
  drafts: Overview['drafts'];
  now: number;
  onOpen: (draftId: string) => Promise<Trouble | null>;
}

/** Texts to go on with; nothing where there are none. */
export function DraftList({ drafts, now, onOpen }: DraftListProps) {
  const { t, language } = useText();
  if (drafts.length === 0) return null;
  return (
    <Section title={t('popup.drafts')} size="small" items={drafts.length}>
      <ShortList atOnce={3}>
        {drafts.map(({ id, title, updatedAt, corrects }) => {
          const shown = title.trim() || t('popup.draft-untitled');
          return (
            <li key={id} class={`${styles.row} ${styles.split}`}>
              <div>
                <span class={styles.title}>{shown}</span>
                <p class={styles.detail}>
                  {t(corrects ? 'popup.draft-correction-when' : 'popup.draft-when', {
                    when: describeDistance(updatedAt, now, language),
                  })}
                </p>
              </div>
              <ActionButton attempt={() => onOpen(id)} label={t('popup.draft-open-label', { title: shown })}>
                {t('popup.draft-open')}
              </ActionButton>
            </li>
          );
        })}
      </ShortList>
    </Section>
  );
}
