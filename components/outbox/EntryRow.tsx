import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Button } from '@/components/ui/Button';
import { Confirm } from '@/components/ui/Confirm';
import { Disclosure } from '@/components/ui/Disclosure';
import { Label } from '@/components/ui/Label';
import type { Trouble } from '@/components/ui/trouble';
import type { EntryView } from '@/utils/messaging/views';
import { standingOf, tellStory } from './entry-story';
import styles from './rows.module.css';

/** What a person can do with an entry. */
export interface EntryActions {
  retry(entryId: string): Promise<Trouble | null>;
  takeBack(entryId: string): Promise<Trouble | null>;
  discard(entryId: string): Promise<Trouble | null>;
  copy(text: string): Promise<Trouble | null>;
  connect(): Promise<Trouble | null>;
}

interface EntryRowProps {
  entry: EntryView;
  now: number;
  actions: EntryActions;
}

/** One post in the outbox: how it stands, and what can be done about it. */
export function EntryRow({ entry, now, actions }: EntryRowProps) {
  const { t, language } = useText();
  const [asking, setAsking] = useState(false);
  const story = tellStory(entry, now, t, language);
  const title = entry.title.trim() || t('popup.draft-untitled');
  const labelled = (action: string): string => t('popup.row-label', { action, title });
  const copy = () => actions.copy(entry.text);
  // On its way, nobody can say any more whether it is there: only its text is still the person's.
  const onItsWay = ['sending', 'uncertain', 'held'].includes(entry.state);
  return (
    <li class={styles.row}>
      <div class={styles.head}>
        <span class={styles.title}>{title}</span>
        <Label tone={story.tone}>{story.label}</Label>
      </div>
      <p class={styles.detail}>{story.sentence}</p>
      <MainAction entry={entry} now={now} actions={actions} />
      <Disclosure title={t('popup.more')}>
        <div class={styles.actions}>
          <ActionButton attempt={copy} done={t('ui.copied')} label={labelled(t('popup.copy-text'))}>
            {t('popup.copy-text')}
          </ActionButton>
          {!onItsWay && (
            <>
              <ActionButton attempt={() => actions.takeBack(entry.id)} label={labelled(t('popup.take-back'))}>
                {t('popup.take-back')}
              </ActionButton>
              <Button variant="danger" onPress={() => setAsking(true)} label={labelled(t('popup.discard'))}>
                {t('popup.discard')}
              </Button>
            </>
          )}
        </div>
      </Disclosure>
      {asking && (
        <Confirm
          title={t('popup.discard-title')}
          action={t('popup.discard-action')}
          attempt={() => actions.discard(entry.id)}
          onClose={() => setAsking(false)}
        >
          <p>{t('popup.discard-text', { title })}</p>
          <ActionButton attempt={copy} done={t('ui.copied')}>
            {t('popup.copy-text')}
          </ActionButton>
        </Confirm>
      )}
    </li>
  );
}

/** The one thing that helps most now; nothing while it is being sent or looked at. */
function MainAction({ entry, now, actions }: EntryRowProps) {
  const { t } = useText();
  const standing = standingOf(entry, now);
  const title = entry.title.trim() || t('popup.draft-untitled');
  const button = (action: string, attempt: () => Promise<Trouble | null>, done?: string) => (
    <div class={styles.actions}>
      <ActionButton
        key={action}
        attempt={attempt}
        done={done}
        label={t('popup.row-label', { action, title })}
      >
        {action}
      </ActionButton>
    </div>
  );
  const retry = () => actions.retry(entry.id);
  if (standing === 'resting') return button(t('popup.undo'), () => actions.takeBack(entry.id));
  if (standing === 'waiting' || standing === 'uncertain')
    return button(t('popup.retry'), retry, t('popup.retried'));
  if (standing !== 'parked') return null;
  if (entry.reason === 'not-connected') return button(t('popup.connect'), actions.connect);
  if (entry.reason === 'signed-out') return button(t('popup.sign-in'), actions.connect);
  return button(t('popup.retry-parked'), retry, t('popup.retried'));
}
