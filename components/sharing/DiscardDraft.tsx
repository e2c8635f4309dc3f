import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { Button } from '@/components/ui/Button';
import { Confirm } from '@/components/ui/Confirm';
import { ask } from '@/utils/messaging/ask';
import styles from './DiscardDraft.module.css';
import type { Writing } from './writing';

interface DiscardDraftProps {
  writing: Writing;
  onDiscarded: (draftId: string) => void;
}

/** Deletes the draft, after asking once. */
export function DiscardDraft({ writing, onDiscarded }: DiscardDraftProps) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const discard = async () => {
    await writing.flush(); // so that what comes back is what stood here
    const { draftId } = writing.read();
    const done = await ask('draft:discard', { draftId });
    if (done.ok) writing.end();
    if (done.ok) onDiscarded(draftId);
    return done.ok ? null : done.error;
  };
  return (
    <div class={styles.discard}>
      <Button variant="quiet" onPress={() => setAsking(true)}>
        {t('sidebar.discard')}
      </Button>
      {asking && (
        <Confirm
          title={t('sidebar.discard-title')}
          action={t('sidebar.discard-yes')}
          attempt={discard}
          done={t('popup.discarded')}
          onClose={() => setAsking(false)}
        >
          <p>{t('sidebar.discard-text')}</p>
        </Confirm>
      )}
    </div>
  );
}
