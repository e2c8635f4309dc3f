import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { describeDistance } from '@/components/hooks/times';
import { useFocusKeeper } from '@/components/hooks/use-focus-keeper';
import { ActionButton } from '@/components/ui/ActionButton';
import { Button } from '@/components/ui/Button';
import { Label } from '@/components/ui/Label';
import { Link } from '@/components/ui/Link';
import { PlainText } from '@/components/ui/PlainText';
import type { Trouble } from '@/components/ui/trouble';
import type { PostView } from '@/utils/messaging/views';
import { PostButtons } from './PostButtons';
import type { PostActions } from './post-actions';
import styles from './rows.module.css';
import { shownTitle } from './shown-title';
import { postFile, type TextFile } from './text-file';

export interface ArrivedActions extends PostActions {
  copy(text: string): Promise<Trouble | null>;
  download(file: TextFile): Promise<Trouble | null>;
}

interface ArrivedRowProps {
  post: PostView;
  now: number;
  actions: ArrivedActions;
  /** What came back on it. */
  children?: ComponentChildren;
}

/** One practice that a community has, or had: when, where, and what can still be done about it. */
export function ArrivedRow({ post, now, actions, children }: ArrivedRowProps) {
  const { t, language } = useText();
  const [open, setOpen] = useState(false);
  const { url, text, reference, communityName: community, at, correctedAt, withdrawnAt } = post;
  const heading = useFocusKeeper<HTMLSpanElement>(Number(withdrawnAt === null));
  const title = shownTitle(t, post.title, post.answers, t('popup.arrived-untitled', { community }));
  const labelled = (action: string): string => t('popup.row-label', { action, title });
  const ago = (moment: number): string => describeDistance(moment, now, language);
  const when =
    withdrawnAt === null
      ? t('popup.arrived-when', { when: ago(at), reference })
      : t('popup.withdrawn-when', { when: ago(withdrawnAt), reference });
  const hasMore = text !== null || post.canWithdraw;
  return (
    <li class={styles.row}>
      <div class={styles.head}>
        <span class={styles.title} ref={heading} tabIndex={-1}>
          {withdrawnAt === null ? <Link href={url}>{title}</Link> : title}
        </span>
        {withdrawnAt !== null && <Label tone="info">{t('popup.withdrawn')}</Label>}
      </div>
      <p class={styles.detail}>
        {when}
        {correctedAt !== null && ` ${t('popup.corrected-when', { when: ago(correctedAt) })}`}
      </p>
      {children}
      {hasMore && (
        <div class={styles.actions}>
          <Button
            variant="quiet"
            expanded={open}
            onPress={() => setOpen(!open)}
            label={labelled(t('popup.more'))}
          >
            {t('popup.more')}
          </Button>
        </div>
      )}
      {open && text !== null && <PlainText label={t('popup.text-label', { title })}>{text}</PlainText>}
      {open && hasMore && (
        <div class={styles.actions}>
          <PostButtons post={post} actions={actions} label={labelled} />
          {text !== null && (
            <ActionButton
              attempt={() => actions.copy(text)}
              done={t('ui.copied')}
              label={labelled(t('ui.copy'))}
            >
              {t('ui.copy')}
            </ActionButton>
          )}
          {text !== null && (
            <ActionButton
              attempt={() => actions.download(postFile(post, text, now, t, language))}
              done={t('popup.downloaded')}
              label={labelled(t('popup.download'))}
            >
              {t('popup.download')}
            </ActionButton>
          )}
        </div>
      )}
    </li>
  );
}
