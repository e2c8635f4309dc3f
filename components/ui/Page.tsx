import type { ComponentChildren } from 'preact';
import { useText } from '@/components/hooks/text';
import { Brand } from './Brand';
import { Link } from './Link';
import styles from './Page.module.css';

interface PageProps {
  heading: string;
  note?: string | undefined;
  children: ComponentChildren;
  /** Parts of the page to jump to: their ids and names. */
  parts?: readonly { readonly id: string; readonly name: string }[];
}

/** A page in a tab of its own: heading, the way around, and a column that reads well. */
export function Page({ heading, note, children, parts = [] }: PageProps) {
  const { t } = useText();
  return (
    <div class={styles.page}>
      <Brand name={heading} note={note} />
      {parts.length > 0 && (
        <nav class={styles.nav} aria-label={t('options.nav')}>
          <ul>
            {parts.map(({ id, name }) => (
              <li key={id}>
                <Link href={`#${id}`}>{name}</Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div class={styles.content}>{children}</div>
    </div>
  );
}
