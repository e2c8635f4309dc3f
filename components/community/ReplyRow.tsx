import { useText } from '@/components/hooks/text';
import { describeAgo } from '@/components/hooks/times';
import styles from '@/components/outbox/rows.module.css';
import { ActionButton } from '@/components/ui/ActionButton';
import { Label } from '@/components/ui/Label';
import { Link } from '@/components/ui/Link';
import { PlainText } from '@/components/ui/PlainText';
import type { ReplyView } from '@/utils/messaging/shared-views';
import type { ReplyActions } from './shared-actions';
import { ThankButton } from './ThankButton';

interface ReplyRowProps {
  reply: ReplyView;
  /** The own post that it stands under, by the entry that brought it. */
  entryId: string;
  /** Who did what, in one sentence. */
  heading: string;
  now: number;
  actions: ReplyActions;
}

/** What a colleague wrote under a post of one's own, whole and as text, and the way to answer. */
export function ReplyRow({ reply, entryId, heading, now, actions }: ReplyRowProps) {
  const { t, language } = useText();
  const { postId, url, authorName: author, at, text, thanked, canThank } = reply;
  const { answer, thank } = actions;
  const labelled = (action: string): string => t('popup.row-label', { action, title: author });
  return (
    <li class={styles.row}>
      <div class={styles.head}>
        <span class={styles.title}>{heading}</span>
        {thanked && <Label tone="success">{t('shared.thanked')}</Label>}
      </div>
      <p class={`${styles.detail} ${styles.facts}`}>
        <span>{describeAgo(at, now, language)}</span>
        <Link href={url}>{t('shared.reply-open')}</Link>
      </p>
      <PlainText label={t('shared.reply-text', { author })} listed>
        {text}
      </PlainText>
      <div class={styles.actions}>
        {answer !== undefined && (
          <ActionButton attempt={() => answer(entryId, postId)} label={labelled(t('shared.answer'))}>
            {t('shared.answer')}
          </ActionButton>
        )}
        {canThank && thank !== undefined && (
          <ThankButton thanked={thanked} onThank={(on) => thank(entryId, postId, on)} label={labelled} />
        )}
      </div>
    </li>
  );
}
