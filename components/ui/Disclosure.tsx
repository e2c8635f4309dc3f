import type { ComponentChildren } from 'preact';
import styles from './Disclosure.module.css';

/** Something that most people do not need, behind its title. */
export function Disclosure({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details class={styles.details}>
      <summary class={styles.summary}>{title}</summary>
      <div class={styles.body}>{children}</div>
    </details>
  );
}
