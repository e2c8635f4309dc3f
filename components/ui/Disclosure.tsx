import type { ComponentChildren } from 'preact';
import styles from './Disclosure.module.css';

interface DisclosureProps {
  title: string;
  children: ComponentChildren;
  /** Told when somebody opens or closes it, for what is only read once they want it. */
  onToggle?: (open: boolean) => void;
}

/** Something that most people do not need, behind its title. */
export function Disclosure({ title, children, onToggle }: DisclosureProps) {
  return (
    <details class={styles.details} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary class={styles.summary}>{title}</summary>
      <div class={styles.body}>{children}</div>
    </details>
  );
}
