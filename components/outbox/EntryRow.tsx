import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Button } from '@/components/ui/Button';
import { Label } from '@/components/ui/Label';
import { Link } from '@/components/ui/Link';
import type { EntryView } from '@/utils/messaging/views';
import { EntryMore } from './EntryMore';
import { type EntryActions, mainActionOf } from './entry-actions';
import { tellStory } from './entry-story';
import { useRowFocus } from './row-focus';
import styles from './rows.module.css';
import { shownTitle } from './shown-title';

interface EntryRowProps {
  entry: EntryView;
  now: number;
  actions: EntryActions;
}

/** One post in the outbox: how it stands, and what can be done about it. */
export function EntryRow({ entry, now, actions }: EntryRowProps) {
  const { t, language } = useText();
  const focus = useRowFocus();
  const [open, setOpen] = useState(false);
  const story = tellStory(entry, now, t, language);
  const title = shownTitle(t, entry.title, entry.answers?.title, t('popup.draft-untitled'));
  const main = mainActionOf(entry, now, actions);
  return (
    <li class={styles.row}>
      <div class={styles.head}>
        <span class={styles.title} tabIndex={-1} ref={focus.catcher(`row:${entry.id}`)}>
          {title}
        </span>
        <span class={styles.labels}>
          {entry.corrects && <Label tone="info">{t('popup.correction')}</Label>}
          <Label tone={story.tone}>{story.label}</Label>
        </span>
      </div>
      <p class={styles.detail}>{story.sentence}</p>
      {entry.reason === 'conflict' && entry.post !== null && (
        <Link href={entry.post.url}>{t('popup.open-page')}</Link>
      )}
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
      {open && <EntryMore entry={entry} title={title} now={now} actions={actions} />}
    </li>
  );
}
