import styles from './PlainText.module.css';

interface PlainTextProps {
  /** What it is, for people who listen. */
  label: string;
  children: string;
  /** One of several in a list, which would be too many landmarks, and some of the same name. */
  listed?: boolean;
}

/** Text exactly as it was written: never markup, in its own direction; where it is long it scrolls in place. */
export function PlainText({ label, children, listed = false }: PlainTextProps) {
  return (
    <section
      class={styles.text}
      role={listed ? 'group' : undefined}
      aria-label={label}
      tabIndex={0}
      dir="auto"
    >
      {children}
    </section>
  );
}
