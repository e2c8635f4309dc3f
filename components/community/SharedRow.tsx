import type { ComponentChildren } from 'preact';
import { useText } from '@/components/hooks/text';
import { describeDistance } from '@/components/hooks/times';
import { Link } from '@/components/ui/Link';
import type { SharedView } from '@/utils/messaging/library-views';
import styles from './SharedRow.module.css';

interface SharedRowProps {
  shared: SharedView;
  now: number;
  /** What can be done about it. */
  children: ComponentChildren;
}

/** A practice of somebody: what it is called, whose it is, how it begins. Its title opens it. */
export function SharedRow({ shared, now, children }: SharedRowProps) {
  const { t, language } = useText();
  const { title, url, authorName: author, at, excerpt, thanks } = shared;
  const when = describeDistance(at, now, language);
  return (
    <li class={styles.row}>
      <span class={styles.title} dir="auto">
        <Link href={url}>{title}</Link>
      </span>
      <p class={styles.detail}>
        {t('library.by', { author, when })}
        {thanks > 0 && ` · ${t('library.thanked-by', { count: thanks })}`}
      </p>
      <p class={styles.excerpt} dir="auto">
        {excerpt}
      </p>
      {children}
    </li>
  );
}
