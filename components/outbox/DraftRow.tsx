import { useText } from '@/components/hooks/text';
import { describeDistance } from '@/components/hooks/times';
import { ActionButton } from '@/components/ui/ActionButton';
import type { Trouble } from '@/components/ui/trouble';
import type { DraftRow as Draft } from '@/utils/messaging/views';
import { DiscardButton } from './DiscardButton';
import { useRowFocus } from './row-focus';
import styles from './rows.module.css';
import { shownTitle } from './shown-title';

/** What a person can do with a draft. */
export interface DraftActions {
  open(draftId: string): Promise<Trouble | null>;
  discard(draftId: string): Promise<Trouble | null>;
  undoDiscard(draftId: string): Promise<Trouble | null>;
}

interface DraftRowProps {
  draft: Draft;
  now: number;
  actions: DraftActions;
}

/** One text to go on with. */
export function DraftRow({
  draft: { id, title, answers, updatedAt, corrects },
  now,
  actions,
}: DraftRowProps) {
  const { t, language } = useText();
  const focus = useRowFocus();
  const shown = shownTitle(t, title, answers, t('popup.draft-untitled'));
  return (
    <li class={`${styles.row} ${styles.split}`}>
      <div>
        <span class={styles.title} tabIndex={-1} ref={focus.catcher(`row:${id}`)}>
          {shown}
        </span>
        <p class={styles.detail}>
          {t(corrects ? 'popup.draft-correction-when' : 'popup.draft-when', {
            when: describeDistance(updatedAt, now, language),
          })}
        </p>
      </div>
      <div class={styles.actions}>
        <ActionButton attempt={() => actions.open(id)} label={t('popup.draft-open-label', { title: shown })}>
          {t('popup.draft-open')}
        </ActionButton>
        <DiscardButton
          id={id}
          question={t('sidebar.discard-title')}
          label={t('popup.row-label', { action: t('popup.discard'), title: shown })}
          attempt={() => actions.discard(id)}
          variant="quiet"
        >
          <p>{t('popup.discard-draft-text', { title: shown })}</p>
        </DiscardButton>
      </div>
    </li>
  );
}
