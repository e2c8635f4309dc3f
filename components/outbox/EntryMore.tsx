import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { PlainText } from '@/components/ui/PlainText';
import type { EntryView } from '@/utils/messaging/views';
import { DiscardButton } from './DiscardButton';
import type { EntryActions } from './entry-actions';
import styles from './rows.module.css';
import { entryFile } from './text-file';

interface EntryMoreProps {
  entry: EntryView;
  title: string;
  now: number;
  actions: EntryActions;
}

/** The whole text of an entry, and all that can be done with it. */
export function EntryMore({ entry, title, now, actions }: EntryMoreProps) {
  const { t, language } = useText();
  const labelled = (action: string): string => t('popup.row-label', { action, title });
  const copy = () => actions.copy(entry.text);
  const save = () => actions.download(entryFile(entry, now, t, language));
  // Once it may be there, its text can be copied and the entry forgotten, but no longer changed.
  const mayBeThere = entry.state === 'uncertain' || entry.state === 'held';
  const notLeft = entry.corrects ? 'popup.discard-text-correction' : 'popup.discard-text';
  const canTakeBack = entry.state === 'waiting' || entry.state === 'parked';
  return (
    <>
      <PlainText label={t('popup.text-label', { title })}>{entry.text}</PlainText>
      <div class={styles.actions}>
        <ActionButton attempt={copy} done={t('ui.copied')} label={labelled(t('ui.copy'))}>
          {t('ui.copy')}
        </ActionButton>
        <ActionButton attempt={save} done={t('popup.downloaded')} label={labelled(t('popup.download'))}>
          {t('popup.download')}
        </ActionButton>
        {canTakeBack && (
          <ActionButton attempt={() => actions.takeBack(entry.id)} label={labelled(t('popup.take-back'))}>
            {t('popup.take-back')}
          </ActionButton>
        )}
        {entry.canAnswer && (
          <ActionButton attempt={() => actions.answer(entry.id)} label={labelled(t('popup.answer'))}>
            {t('popup.answer')}
          </ActionButton>
        )}
        {entry.state !== 'sending' && (
          <DiscardButton
            id={entry.id}
            question={t('popup.discard-title')}
            label={labelled(t('popup.discard'))}
            attempt={() => actions.discard(entry.id)}
          >
            <p>{t(mayBeThere ? 'popup.discard-text-uncertain' : notLeft, { title })}</p>
          </DiscardButton>
        )}
      </div>
    </>
  );
}
