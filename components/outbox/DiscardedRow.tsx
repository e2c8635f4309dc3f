import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import type { Trouble } from '@/components/ui/trouble';
import type { DiscardedView } from '@/utils/messaging/views';
import { useRowFocus } from './row-focus';
import styles from './rows.module.css';
import { useHold } from './use-hold';

interface DiscardedRowProps {
  discarded: DiscardedView;
  onUndo: (id: string) => Promise<Trouble | null>;
}

/** What was just deleted, with the way back. */
export function DiscardedRow({ discarded: { id, title }, onUndo }: DiscardedRowProps) {
  const { t } = useText();
  const focus = useRowFocus();
  const row = useHold<HTMLLIElement>(id);
  const shown = title.trim() || t('popup.draft-untitled');
  const undo = async (): Promise<Trouble | null> => {
    const trouble = await onUndo(id);
    if (trouble === null) focus.follow(`row:${id}`);
    return trouble;
  };
  const hold = (element: HTMLLIElement | null): void => {
    row.current = element;
    focus.catcher(`undo:${id}`)(element?.querySelector('button') ?? null);
  };
  return (
    <li class={`${styles.row} ${styles.split} ${styles.discarded}`} ref={hold}>
      <p class={styles.detail}>{t('popup.discarded-row', { title: shown })}</p>
      <ActionButton
        attempt={undo}
        done={t('popup.undone')}
        label={t('popup.row-label', { action: t('popup.undo-discard'), title: shown })}
      >
        {t('popup.undo-discard')}
      </ActionButton>
    </li>
  );
}
