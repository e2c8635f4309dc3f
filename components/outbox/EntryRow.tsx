import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Button } from '@/components/ui/Button';
import { Confirm } from '@/components/ui/Confirm';
import { Label } from '@/components/ui/Label';
import type { EntryView } from '@/utils/messaging/views';
import { type EntryActions, mainActionOf } from './entry-actions';
import { tellStory } from './entry-story';
import styles from './rows.module.css';

interface EntryRowProps {
  entry: EntryView;
  now: number;
  actions: EntryActions;
}

/** One post in the outbox: how it stands, and what can be done about it. */
export function EntryRow({ entry, now, actions }: EntryRowProps) {
  const { t, language } = useText();
  const [open, setOpen] = useState(false);
  const story = tellStory(entry, now, t, language);
  const title = entry.title.trim() || t('popup.draft-untitled');
  const main = mainActionOf(entry, now, actions);
  return (
    <li class={styles.row}>
      <div class={styles.head}>
        <span class={styles.title}>{title}</span>
        <span class={styles.labels}>
          {entry.corrects && <Label tone="info">{t('popup.correction')}</Label>}
          <Label tone={story.tone}>{story.label}</Label>
        </span>
      </div>
      <p class={styles.detail}>{story.sentence}</p>
      <div class={styles.actions}>
        {main !== null && (
          <ActionButton
            key={main.words}
            attempt={main.attempt}
            done={main.done && t(main.done)}
            label={t('popup.row-label', { action: t(main.words), title })}
          >
            {t(main.words)}
          </ActionButton>
        )}
        <Button
          variant="quiet"
          expanded={open}
          onPress={() => setOpen(!open)}
          label={t('popup.row-label', { action: t('popup.more'), title })}
        >
          {t('popup.more')}
        </Button>
      </div>
      {open && <MoreActions entry={entry} title={title} actions={actions} />}
    </li>
  );
}

interface MoreActionsProps {
  entry: EntryView;
  title: string;
  actions: EntryActions;
}

function MoreActions({ entry, title, actions }: MoreActionsProps) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const labelled = (action: string): string => t('popup.row-label', { action, title });
  const copy = () => actions.copy(entry.text);
  // Once it may be there, its text can be copied and the entry forgotten, but no longer changed.
  const mayBeThere = entry.state === 'uncertain' || entry.state === 'held';
  const notLeft = entry.corrects ? 'popup.discard-text-correction' : 'popup.discard-text';
  const canTakeBack = entry.state === 'waiting' || entry.state === 'parked';
  return (
    <div class={styles.actions}>
      <ActionButton attempt={copy} done={t('ui.copied')} label={labelled(t('ui.copy'))}>
        {t('ui.copy')}
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
        <Button variant="danger" onPress={() => setAsking(true)} label={labelled(t('popup.discard'))}>
          {t('popup.discard')}
        </Button>
      )}
      {asking && (
        <Confirm
          title={t('popup.discard-title')}
          action={t('popup.discard-action')}
          attempt={() => actions.discard(entry.id)}
          done={t('popup.discarded')}
          onClose={() => setAsking(false)}
        >
          <p>{t(mayBeThere ? 'popup.discard-text-uncertain' : notLeft, { title })}</p>
          <ActionButton attempt={copy} done={t('ui.copied')}>
            {t('ui.copy')}
          </ActionButton>
        </Confirm>
      )}
    </div>
  );
}
