import { useCallback, useEffect, useState } from 'preact/hooks';
import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { useHold } from '@/components/outbox/use-hold';
import { ActionButton } from '@/components/ui/ActionButton';
import type { Trouble } from '@/components/ui/trouble';
import { ask } from '@/utils/messaging/ask';
import styles from './DiscardedDraft.module.css';

interface DiscardedDraftProps {
  draftId: string;
  /** It is back. */
  onUndone: () => void;
}

/** A draft that was just deleted: what happened, and the way back as long as there is one. */
export function DiscardedDraft({ draftId, onUndone }: DiscardedDraftProps) {
  const { t } = useText();
  const [gone, setGone] = useState(false);
  const row = useHold<HTMLElement>(
    draftId,
    useCallback(() => setGone(true), []),
  );
  useEffect(() => row.current?.querySelector('button')?.focus(), [row]);
  const undo = async (): Promise<Trouble | null> => {
    const trouble = await settle(ask('discard:undo', { id: draftId }));
    if (trouble === null) onUndone();
    return trouble;
  };
  return (
    <main class={styles.page} ref={row}>
      <h1 class={styles.title}>{t('sidebar.discarded')}</h1>
      {!gone && (
        <ActionButton attempt={undo} done={t('popup.undone')}>
          {t('popup.undo-discard')}
        </ActionButton>
      )}
      <p>{t('sidebar.may-close')}</p>
    </main>
  );
}
