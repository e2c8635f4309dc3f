import styles from './Label.module.css';
import type { Tone } from './Notice';

/** A state in one or two words. Never by colour alone: the words say it. */
export function Label({ tone, children }: { tone: Tone; children: string }) {
  return <span class={`${styles.label} ${styles[tone]}`}>{children}</span>;
}
