import type { ComponentChildren } from 'preact';
import { useText } from '@/components/hooks/text';
import { describeAgo } from '@/components/hooks/times';
import { Label } from '@/components/ui/Label';
import { Link } from '@/components/ui/Link';
import type { SharedView } from '@/utils/messaging/library-views';
import { SharedButtons } from './SharedButtons';
import styles from './SharedRow.module.css';
import type { SharedActions } from './shared-actions';

interface SharedRowProps {
  shared: SharedView;
  now: number;
  actions?: SharedActions;
  /** What else can be done about it. */
  children?: ComponentChildren;
}

const NONE: SharedActions = {};

/** What somebody shared or asked: what it is called, whose it is, how it begins. Its title opens it. */
export function SharedRow({ shared, now, actions = NONE, children }: SharedRowProps) {
  const { t, language } = useText();
  const { title, url, authorName: author, at, excerpt, thanks, thanked } = shared;
  const when = describeAgo(at, now, language);
  return (
    <li class={styles.row}>
      <div class={styles.head}>
        <span class={styles.title} dir="auto">
          <Link href={url}>{title}</Link>
        </span>
        {thanked && <Label tone="success">{t('shared.thanked')}</Label>}
      </div>
      <p class={styles.detail}>
        {t('shared.by', { author, when })}
        {thanks > 0 && ` · ${t('shared.thanks', { count: thanks })}`}
      </p>
      {excerpt !== '' && excerpt !== title && (
        <p class={styles.excerpt} dir="auto">
          {excerpt}
        </p>
      )}
      <div class={styles.actions}>
        <SharedButtons shared={shared} actions={actions} />
        {children}
      </div>
    </li>
  );
}
