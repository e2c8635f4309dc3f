import { useText } from '@/components/hooks/text';
import { describeDistance } from '@/components/hooks/times';
import styles from '@/components/outbox/rows.module.css';
import { ActionButton } from '@/components/ui/ActionButton';
import { Label } from '@/components/ui/Label';
import { Link } from '@/components/ui/Link';
import type { SharedView } from '@/utils/messaging/shared-views';
import type { SharedActions } from './shared-actions';
import { ThankButton } from './ThankButton';

interface SharedRowProps {
  shared: SharedView;
  now: number;
  actions: SharedActions;
}

/** What somebody shared or asked, in a list: who, when, how it begins, and what can be done with it. */
export function SharedRow({ shared, now, actions }: SharedRowProps) {
  const { t, language } = useText();
  const { id, kind, url, authorName: author, at, excerpt, thanked } = shared;
  const { answer, reuse, thank } = actions;
  const asks = kind === 'question';
  const title = shared.title.trim() || excerpt || author;
  const labelled = (action: string): string => t('popup.row-label', { action, title });
  return (
    <li class={styles.row}>
      <div class={styles.head}>
        <span class={styles.title} dir="auto">
          <Link href={url}>{title}</Link>
        </span>
        {thanked && <Label tone="success">{t('shared.thanked')}</Label>}
      </div>
      <p class={styles.detail}>{t('shared.by', { author, when: describeDistance(at, now, language) })}</p>
      {excerpt !== '' && excerpt !== title && (
        <p class={styles.excerpt} dir="auto">
          {excerpt}
        </p>
      )}
      <div class={styles.actions}>
        {asks && answer !== undefined && (
          <ActionButton attempt={() => answer(id)} label={labelled(t('shared.answer'))}>
            {t('shared.answer')}
          </ActionButton>
        )}
        {!asks && thank !== undefined && (
          <ThankButton thanked={thanked} onThank={(on) => thank(id, on)} label={labelled} />
        )}
        {!asks && reuse !== undefined && (
          <ActionButton attempt={() => reuse(id)} label={labelled(t('shared.reuse'))}>
            {t('shared.reuse')}
          </ActionButton>
        )}
      </div>
    </li>
  );
}
